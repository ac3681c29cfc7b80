"""Why nothing was kept."""


class NothingTold(Exception):
    """There are no words."""


class NobodyListens(Exception):
    """No confidant is left whom it is not about."""


class NameAnother(Exception):
    """Nobody makes herself a confidant."""
