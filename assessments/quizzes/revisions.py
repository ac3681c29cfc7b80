"""Every change of a quiz or of one of its questions gives the quiz a new revision, in the same transaction."""

from typing import Any
from uuid import uuid4

from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from wagtail.images import get_image_model

from curriculum.api import forget_everything

from .models import AcceptedAnswer, Option, Question, Quiz, QuizQuestion


def bump(quizzes: "QuerySet[Quiz]") -> None:
    """Let every process read these quizzes again; one query. Needed after writes that send no signals."""
    quizzes.order_by().update(revision=uuid4())
    forget_everything()


def watch() -> None:
    """Connect the signals; called once when the app is ready."""
    watched = {
        Quiz: _quiz_changed,
        QuizQuestion: _place_changed,
        Question: _question_changed,
        Option: _part_changed,
        AcceptedAnswer: _part_changed,
        get_image_model(): _picture_changed,
    }
    for model, receiver in watched.items():
        for signal in (post_save, post_delete):
            signal.connect(receiver, sender=model, dispatch_uid=f"quizzes.revisions.{model._meta.label}")


def _quiz_changed(instance: Quiz, **kwargs: Any) -> None:
    bump(Quiz.objects.filter(pk=instance.pk))


def _place_changed(instance: QuizQuestion, **kwargs: Any) -> None:
    bump(Quiz.objects.filter(pk=instance.quiz_id))


def _question_changed(instance: Question, **kwargs: Any) -> None:
    bump(Quiz.objects.filter(places__question=instance.pk))


def _part_changed(instance: Option | AcceptedAnswer, **kwargs: Any) -> None:
    bump(Quiz.objects.filter(places__question=instance.question_id))


def _picture_changed(instance: Any, **kwargs: Any) -> None:
    bump(Quiz.objects.filter(places__question__options__picture=instance.pk))
