"""A quiz: an assessment made of questions from the bank."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from assessments.models import Assessment

from .question import Question


class Quiz(Assessment, ClusterableModel):
    """Questions in an order, and the share of points that is enough.

    `revision` is a new one after every change of the quiz or of one of its questions, so that each process knows
    when what it remembers is stale. A counter would do, if a form opened earlier could not write it back.
    """

    pass_percent = models.PositiveSmallIntegerField(
        _("enough to pass (%)"),
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("80 means: four of five questions."),
    )
    source_folder = models.CharField(_("folder in its pack"), max_length=200, blank=True, editable=False)
    revision = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")

    def __str__(self) -> str:
        return self.title


class QuizQuestion(Orderable):
    """A question's place in a quiz."""

    quiz = ParentalKey(Quiz, on_delete=models.CASCADE, related_name="places")
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="places", verbose_name=_("question")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("question of the quiz")
        verbose_name_plural = _("questions of the quiz")
        constraints = [models.UniqueConstraint(fields=["quiz", "question"], name="question_once_in_quiz")]

    def __str__(self) -> str:
        return str(self.question)
