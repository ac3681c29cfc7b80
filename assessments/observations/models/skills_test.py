"""An observed skills test and its rubric, as authored in the CMS. Texts stand in all languages side by side."""

import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from assessments.models import Assessment


def new_key() -> str:
    """A key nobody has to invent."""
    return f"k{secrets.token_hex(5)}"


class SkillsTest(Assessment, ClusterableModel):
    """Criteria in an order, how much of them is enough, and who may assess (R-ASM-8).

    `enough_percent` is the share of the weight that must be shown; `appeal_days` are counted from the day after the
    decision. `assessor_award`: where set, the assessor holds it, valid on the day of the test.
    """

    enough_percent = models.PositiveSmallIntegerField(
        _("enough to be competent (%)"),
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Of the weight of all criteria. Every critical one is needed in any case."),
    )
    appeal_days = models.PositiveSmallIntegerField(
        _("days to appeal"), default=15, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )
    trainer_may_assess = models.BooleanField(_("a trainer may assess her own learners"), default=False)
    assessor_award = models.ForeignKey(
        "curriculum.Achievement",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("certificate that the assessor needs"),
    )

    class Meta:
        verbose_name = _("observed test")
        verbose_name_plural = _("observed tests")

    def __str__(self) -> str:
        return self.title


class TestCriterion(Orderable):
    """One thing to show, and what the assessor must see or hear for it."""

    test = ParentalKey(SkillsTest, on_delete=models.CASCADE, related_name="criteria")
    key = models.SlugField(_("key"), max_length=80, default=new_key, editable=False)
    text = models.CharField(_("criterion"), max_length=300)
    evidence = models.TextField(_("what must be seen or heard"), blank=True)
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=1, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    is_critical = models.BooleanField(
        _("critical"),
        default=False,
        help_text=_("If it is not shown, the test is pending fulfilment, whatever the rest."),
    )
    unit_key = models.CharField(
        _("unit of competency"),
        max_length=80,
        blank=True,
        help_text=_("Its key, where the test decides on several units. Else leave it empty."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [models.UniqueConstraint(fields=["test", "key"], name="criterion_key_once")]

    def __str__(self) -> str:
        return Truncator(self.text).chars(80)


class RubricVersion(models.Model):
    """A rubric as it stood when a test began with it. It never changes: `content` judges and explains for ever."""

    test = models.ForeignKey(SkillsTest, on_delete=models.PROTECT, related_name="rubrics")
    digest = models.CharField(_("digest of the contents"), max_length=71)
    content = models.JSONField(_("contents"))
    first_used_at = models.DateTimeField(_("first used at"))

    class Meta:
        verbose_name = _("version of a rubric")
        verbose_name_plural = _("versions of rubrics")
        constraints = [models.UniqueConstraint(fields=["test", "digest"], name="rubric_version_once")]

    def __str__(self) -> str:
        return f"{self.test_id} · {self.digest}"
