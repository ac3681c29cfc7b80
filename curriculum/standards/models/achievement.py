"""What can be earned, and the versioned rules by which it is earned."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.rules.types import Stage
from curriculum.standards.enums import AchievementKind

from .institution import Institution
from .versioning import Version


class Achievement(models.Model):
    """A micro-credential or a qualification: what an award is an award of (R-REG-10)."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="achievements")
    key = models.SlugField(_("key"), max_length=80)
    kind = models.CharField(_("kind"), max_length=20, choices=AchievementKind)
    name = models.CharField(_("name"), max_length=250)
    description = models.TextField(_("description"), blank=True)
    criteria = models.TextField(_("how it is earned"), blank=True)
    codes = models.JSONField(_("codes"), default=list, blank=True)
    validity_months = models.PositiveSmallIntegerField(
        _("valid for (months)"), null=True, blank=True, help_text=_("Leave empty if it does not expire.")
    )

    class Meta:
        verbose_name = _("micro-credential or qualification")
        verbose_name_plural = _("micro-credentials and qualifications")
        constraints = [models.UniqueConstraint(fields=["institution", "key"], name="achievement_key_once")]

    def __str__(self) -> str:
        return self.name


class RuleSet(Version):
    """A rule of `curriculum.rules` as canonical JSON, with its digest.

    With an achievement it says what earns it; without one it is a list of requirements for a stage, such as
    admission to training (R-ADM-1).
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="rule_sets")
    key = models.SlugField(_("key"), max_length=80)
    stage = models.CharField(
        _("stage"),
        max_length=30,
        choices=[(stage.value, stage.value) for stage in Stage],
        default=Stage.AWARD.value,
    )
    achievement = models.ForeignKey(
        Achievement, on_delete=models.PROTECT, null=True, blank=True, related_name="rule_sets"
    )
    document = models.JSONField(_("rule"))
    digest = models.CharField(_("digest"), max_length=80, db_index=True)

    class Meta:
        verbose_name = _("rule set")
        verbose_name_plural = _("rule sets")
        constraints = [
            models.UniqueConstraint(fields=["institution", "key", "version"], name="rule_set_version_once"),
            models.CheckConstraint(
                condition=models.Q(stage=Stage.AWARD.value, achievement__isnull=False)
                | (~models.Q(stage=Stage.AWARD.value) & models.Q(achievement__isnull=True)),
                name="rule_set_awards_or_requires",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.version})"
