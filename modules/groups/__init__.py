"""A trainer's view of a group: who is where, who is silent, who is stuck, and where."""

from .grid import GroupGrid, grid_of

__all__ = ["GroupGrid", "grid_of"]
