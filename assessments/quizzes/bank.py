"""From the rows of the bank to the plain content that is shown, frozen and marked."""

from collections.abc import Callable
from decimal import Decimal

from django.db.models import Prefetch, QuerySet
from wagtail.images.models import AbstractImage

from curriculum.api import texts_of

from .content import OptionContent, QuestionContent
from .models import Option, Question, Quiz

PICTURE_SIZE = "max-640x640"


def questions_of(quiz: Quiz) -> tuple[QuestionContent, ...]:
    """What the questions of a quiz say, in order; three queries, more for pictures never shown before."""
    return tuple(content_of(question, name_picture=file_shown) for question in ordered_questions(quiz))


def ordered_questions(quiz: Quiz) -> QuerySet[Question]:
    """The questions of a quiz with their rows, in order; three queries."""
    return (
        Question.objects.filter(places__quiz=quiz)
        .order_by("places__sort_order", "places__pk")
        .prefetch_related(
            Prefetch("options", queryset=Option.objects.select_related("picture")), "accepted_answers"
        )
    )


def content_of(question: Question, *, name_picture: Callable[[AbstractImage], str]) -> QuestionContent:
    """What a question says now, in all its languages; `name_picture` says what stands for a picture."""
    accepted: dict[str, list[str]] = {}
    for variant in question.accepted_answers.all():
        accepted.setdefault(variant.language, []).append(variant.text)
    return {
        "key": question.key,
        "type": question.type,
        "points": question.points,
        "text": texts_of(question, "text"),
        "options": [_option_content(option, name_picture) for option in question.options.all()],
        "is_true": question.is_true,
        "answer": plain(question.answer),
        "tolerance": plain(question.tolerance),
        "unit": texts_of(question, "unit"),
        "accepted": accepted,
        "feedback_correct": texts_of(question, "feedback_correct"),
        "feedback_wrong": texts_of(question, "feedback_wrong"),
    }


def _option_content(option: Option, name_picture: Callable[[AbstractImage], str]) -> OptionContent:
    return {
        "key": option.key,
        "text": texts_of(option, "text"),
        "match": texts_of(option, "match"),
        "correct": option.correct,
        "feedback": texts_of(option, "feedback"),
        "picture": name_picture(option.picture) if option.picture else "",
    }


def plain(number: Decimal | None) -> str:
    """A decimal without needless zeros, with a point: "2.5"; empty for none."""
    return "" if number is None else format(number.normalize(), "f")


def file_shown(image: AbstractImage) -> str:
    """The name in the store of what a phone gets: drawings as they are, photographs made small."""
    return image.file.name if image.is_svg() else image.get_rendition(PICTURE_SIZE).file.name
