from .concern import Concern, ConcernReader, ConcernReading, ConcernWords
from .listening import Confidant, HelpLine, ListeningPolicy

__all__ = [
    "Concern",
    "ConcernReader",
    "ConcernReading",
    "ConcernWords",
    "Confidant",
    "HelpLine",
    "ListeningPolicy",
]
