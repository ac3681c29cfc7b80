"""What a second pair of eyes would say of a lesson while it is written. Advice never stops anybody."""

from .looking import Advice, look_over

__all__ = ["Advice", "look_over"]
