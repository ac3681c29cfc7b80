"""How hard a text is to read, by published indexes. Pure: text in, figures out; it imports nothing else of ours.

`reading_level(text, language)` is the door.
"""

from .level import ENOUGH_WORDS, LONGEST_SENTENCE, SIXTH_GRADE, ReadingLevel, Verdict, reading_level

__all__ = ["ENOUGH_WORDS", "LONGEST_SENTENCE", "SIXTH_GRADE", "ReadingLevel", "Verdict", "reading_level"]
