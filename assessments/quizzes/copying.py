"""A quiz again, with questions of its own, so that a change in the copy leaves learners of the old one alone."""

from typing import Any
from uuid import uuid4

from django.db import models, transaction

from .models import Question, Quiz, QuizQuestion
from .models.question import new_key


@transaction.atomic
def copy_quiz(quiz: Quiz) -> Quiz:
    copy: Any = Quiz.objects.get(pk=quiz.pk)
    copy.pk = copy.id = copy.assessment_ptr_id = None
    copy._state.adding = True
    copy.uuid, copy.revision, copy.source_folder = uuid4(), uuid4(), ""
    copy.key = f"{quiz.key[:60]}-{new_key()}"
    copy.save()
    for place in quiz.places.select_related("question").order_by("sort_order", "pk"):
        question = _copy_question(place.question)
        QuizQuestion.objects.create(quiz=copy, question=question, sort_order=place.sort_order)
    return copy


def _copy_question(question: Question) -> Question:
    copy = _again(Question.objects.get(pk=question.pk), key=new_key())
    for option in question.options.all():
        _again(option, question=copy, key=new_key())
    for accepted in question.accepted_answers.all():
        _again(accepted, question=copy)
    return copy


def _again(row: Any, **changed: Any) -> Any:
    """The same row once more, with what is changed."""
    copy: models.Model = type(row)._default_manager.get(pk=row.pk)
    copy.pk, copy._state.adding = None, True
    for name, value in changed.items():
        setattr(copy, name, value)
    copy.save()
    return copy
