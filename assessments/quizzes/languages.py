"""In which language a quiz is shown: one for the whole page, never a mixture."""

from collections.abc import Iterable

from modeltranslation.utils import resolution_order

from .content import QuestionContent


def shown_language(questions: Iterable[QuestionContent], wanted: str) -> str:
    """The wanted language when every question has it, else the first of the fallbacks that has them all."""
    asked = [set(question["text"]) for question in questions]
    common = set.intersection(*asked) if asked else set()
    return next((language for language in resolution_order(wanted) if language in common), wanted)
