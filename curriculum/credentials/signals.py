"""News of this room, sent after commit."""

from django.dispatch import Signal

# awards: list[Award], just granted in one settlement.
awards_granted = Signal()
