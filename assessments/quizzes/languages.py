"""In which language a quiz is shown: one for the whole page, never a mixture."""

from collections.abc import Iterable

from django.conf import settings

from .content import QuestionContent


def shown_language(questions: Iterable[QuestionContent], wanted: str) -> str:
    """The wanted language when every question has it, else the first of the fallbacks that has them all."""
    asked = [set(question["text"]) for question in questions]
    common = set.intersection(*asked) if asked else set()
    candidates = (wanted, *settings.MODELTRANSLATION_FALLBACK_LANGUAGES)
    return next((language for language in candidates if language in common), wanted)
