"""Why something could not be done; each says in words what to do next."""

from typing import Any

from django.utils.translation import gettext as _


class Refused(Exception):
    """Carries the sentence that the person reads."""

    def __init__(self, sentence: str, **values: Any) -> None:
        self.sentence = sentence % values if values else sentence
        super().__init__(self.sentence)


class NotYours(Refused):
    """Nobody decides on her own application, nor looks at her own papers for the office."""

    def __init__(self) -> None:
        super().__init__(_("This is about yourself, so somebody else of the office has to decide."))


class Closed(Refused):
    """The application has been decided or taken back."""

    def __init__(self) -> None:
        super().__init__(_("This application is closed. Whoever wants a place begins a new one."))
