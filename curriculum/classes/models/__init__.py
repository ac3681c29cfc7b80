from .presence import Presence, PresenceNote
from .session import ClassSession, PlayArea

__all__ = ["ClassSession", "PlayArea", "Presence", "PresenceNote"]
