"""The bank of questions. Every text stands in all languages side by side (django-modeltranslation)."""

import secrets
from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from assessments.quizzes.content import QuestionType

TYPES = [
    (QuestionType.SINGLE.value, _("One right choice")),
    (QuestionType.MULTIPLE.value, _("Several right choices")),
    (QuestionType.TRUE_FALSE.value, _("True or false")),
    (QuestionType.ORDER.value, _("Put in order")),
    (QuestionType.MATCH.value, _("Match pairs")),
    (QuestionType.NUMBER.value, _("A number")),
    (QuestionType.SHORT_TEXT.value, _("A word or a few words")),
    (QuestionType.PICTURE.value, _("Choose a picture")),
]


def new_key() -> str:
    """A key nobody has to invent."""
    return f"k{secrets.token_hex(5)}"


class Question(ClusterableModel):
    """One question. Which of its fields count depends on its type (assessments.quizzes.validation)."""

    institution = models.ForeignKey(
        "curriculum.Institution",
        on_delete=models.PROTECT,
        related_name="questions",
        verbose_name=_("institution"),
    )
    key = models.SlugField(_("key"), max_length=80, default=new_key, editable=False)
    type = models.CharField(_("kind of question"), max_length=20, choices=TYPES)
    points = models.PositiveSmallIntegerField(
        _("points"), default=1, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    text = models.TextField(_("question"), blank=True)
    is_true = models.BooleanField(
        _("the sentence is true"), null=True, blank=True, choices=[(True, _("True")), (False, _("False"))]
    )
    answer = models.DecimalField(_("right number"), max_digits=18, decimal_places=6, null=True, blank=True)
    tolerance = models.DecimalField(
        _("how far off still counts"),
        max_digits=18,
        decimal_places=6,
        default=Decimal(0),
        validators=[MinValueValidator(0)],
    )
    unit = models.CharField(_("unit"), max_length=30, blank=True)
    feedback_correct = models.TextField(_("when it is right"), blank=True)
    feedback_wrong = models.TextField(_("when it is not right yet"), blank=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["institution", "key"], name="question_key_once")]

    def __str__(self) -> str:
        return Truncator(self.text).chars(80)


class Option(Orderable):
    """A choice, a step (in the right order) or a pair (`text` belongs with `match`)."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="options")
    key = models.SlugField(_("key"), max_length=80, default=new_key, editable=False)
    text = models.CharField(_("text"), max_length=300, blank=True)
    match = models.CharField(_("belongs with"), max_length=300, blank=True)
    correct = models.BooleanField(_("right"), default=False)
    feedback = models.TextField(_("what we say to who chooses it"), blank=True)
    picture = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("answer to choose")
        verbose_name_plural = _("answers to choose")
        constraints = [models.UniqueConstraint(fields=["question", "key"], name="option_key_once")]

    def __str__(self) -> str:
        return self.text


class AcceptedAnswer(Orderable):
    """A way of writing the right words, in one language."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="accepted_answers")
    language = models.CharField(_("language"), max_length=10)
    text = models.CharField(_("accepted answer"), max_length=120)

    class Meta(Orderable.Meta):
        verbose_name = _("accepted answer")
        verbose_name_plural = _("accepted answers")

    def __str__(self) -> str:
        return self.text
