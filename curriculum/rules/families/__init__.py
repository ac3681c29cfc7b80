"""One file for each family of requirements; importing them registers their judges."""

from curriculum.rules.families import composition, held, hours, learning, once_only, person

__all__ = ["composition", "held", "hours", "learning", "once_only", "person"]
