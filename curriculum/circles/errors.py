"""Why something was not written. Each has a sentence in `words.py`."""


class NotWritten(Exception):
    """The common kind of everything that the writer can mend."""


class NothingSaid(NotWritten):
    """There is neither text nor voice."""


class TooMuchAtOnce(NotWritten):
    """The writer has written a lot within the hour."""


class NoVoice(NotWritten):
    """The file is no voice note, or longer than one."""


class NameTaken(NotWritten):
    """Somebody else in the circle is called like this."""


class SentOtherwise(NotWritten):
    """The same id came before with other words."""


class RulesNotRead(NotWritten):
    """She has not yet agreed to the rules of the house."""
