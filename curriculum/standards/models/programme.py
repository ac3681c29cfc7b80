"""Programmes: which modules, how many hours, which rules. A person is pinned to the version she started."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.standards.enums import OPEN_FOR_ENROLMENT, NullReason, Origin, PracticeCounts, ServiceType

from .achievement import Achievement, RuleSet
from .institution import Institution
from .standard import StandardVersion
from .versioning import Version


class Module(models.Model):
    """The lasting identity of a module; its hours belong to each programme version (R-MOD-1)."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="modules")
    key = models.SlugField(_("key"), max_length=80)
    title = models.CharField(_("title"), max_length=250)
    aim = models.TextField(_("aim"), blank=True)

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")
        constraints = [models.UniqueConstraint(fields=["institution", "key"], name="module_key_once")]

    def __str__(self) -> str:
        return self.title


class Programme(models.Model):
    """The lasting identity of a course or certification offer."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="programmes")
    key = models.SlugField(_("key"), max_length=80)
    name = models.CharField(_("name"), max_length=250)

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        constraints = [models.UniqueConstraint(fields=["institution", "key"], name="programme_key_once")]

    def __str__(self) -> str:
        return self.name


class ProgrammeVersion(Version):
    """One edition of a programme: a learner stays on the one she started (R-CAT-11)."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    standard_version = models.ForeignKey(
        StandardVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="programme_versions"
    )
    service_type = models.CharField(_("service"), max_length=30, choices=ServiceType)
    practice_counts = models.CharField(
        _("practice hours"), max_length=20, choices=PracticeCounts, default=PracticeCounts.NOT_STATED
    )
    practice_counts_origin = models.CharField(
        _("source of that rule"), max_length=20, choices=Origin, default=Origin.DOCUMENT
    )
    summary = models.TextField(_("what it is"), blank=True)
    audience = models.TextField(_("for whom"), blank=True)
    next_steps = models.TextField(_("what comes after"), blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=250, blank=True)
    modules = models.ManyToManyField(Module, through="ProgrammeModule", related_name="programme_versions")
    rule_sets = models.ManyToManyField(RuleSet, through="ProgrammeRule", related_name="programme_versions")

    class Meta:
        verbose_name = _("version of a programme")
        verbose_name_plural = _("versions of programmes")
        constraints = [
            models.UniqueConstraint(fields=["programme", "version"], name="programme_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.programme} ({self.version})"

    @property
    def is_open_for_enrolment(self) -> bool:
        return self.is_published and self.status in OPEN_FOR_ENROLMENT


class ProgrammeModule(models.Model):
    """A module inside a programme version, with its hours by part, in minutes."""

    programme_version = models.ForeignKey(
        ProgrammeVersion, on_delete=models.CASCADE, related_name="programme_modules"
    )
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="placements_in_programmes")
    order = models.PositiveSmallIntegerField(_("order"))
    online_minutes = models.PositiveIntegerField(_("online (minutes)"), default=0)
    class_minutes = models.PositiveIntegerField(_("in class (minutes)"), default=0)
    independent_minutes = models.PositiveIntegerField(_("independent work (minutes)"), default=0)
    practice_minutes = models.PositiveIntegerField(_("practice (minutes)"), default=0)
    hours_origin = models.CharField(_("source of the hours"), max_length=20, choices=Origin)
    complementary = models.BooleanField(
        _("complementary"),
        default=False,
        help_text=_("Offered beside the qualification, not part of it."),
    )
    demonstration = models.BooleanField(
        _("demonstration"),
        default=False,
        help_text=_("Only an outline: it earns nothing outside a demonstration site."),
    )

    class Meta:
        verbose_name = _("module of a programme")
        verbose_name_plural = _("modules of a programme")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["programme_version", "module"], name="module_once_in_programme")
        ]

    def __str__(self) -> str:
        return str(self.module)

    @property
    def taught_minutes(self) -> int:
        """What completing the module adds to the programme hours; practice is counted where it is approved."""
        return self.online_minutes + self.class_minutes + self.independent_minutes


class ProgrammeRule(models.Model):
    """A rule set that a programme version works by: for entry, or for an award."""

    programme_version = models.ForeignKey(
        ProgrammeVersion, on_delete=models.CASCADE, related_name="programme_rules"
    )
    rule_set = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="programme_rules")
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme_version", "rule_set"], name="rule_set_once_in_programme"
            )
        ]

    def __str__(self) -> str:
        return str(self.rule_set)


class Figure(models.Model):
    """A figure of a programme with its source; unknown and disputed ones say so (R-CAT-12, R-CAT-13).

    `candidates` is a list of `{amount, source, line, quote}`; amounts are decimal strings.
    """

    programme_version = models.ForeignKey(ProgrammeVersion, on_delete=models.CASCADE, related_name="figures")
    name = models.SlugField(_("figure"), max_length=60)
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=3, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=20, default="hour")
    null_reason = models.CharField(_("why it has no value"), max_length=20, choices=NullReason, blank=True)
    origin = models.CharField(_("source of the figure"), max_length=20, choices=Origin)
    source = models.CharField(_("place in the document"), max_length=200, blank=True)
    line = models.PositiveIntegerField(_("line"), null=True, blank=True)
    quote = models.TextField(_("quote"), blank=True)
    candidates = models.JSONField(_("candidates"), default=list, blank=True)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(fields=["programme_version", "name"], name="figure_once"),
            models.CheckConstraint(
                condition=models.Q(amount__isnull=False, null_reason="")
                | (models.Q(amount__isnull=True) & ~models.Q(null_reason="")),
                name="figure_has_amount_or_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Pathway(models.Model):
    """A route from an achievement to a next one; steps may be unknown or only planned (R-PTH-1, 4, 5)."""

    achievement = models.ForeignKey(Achievement, on_delete=models.CASCADE, related_name="pathways")
    key = models.SlugField(_("key"), max_length=80)
    target = models.CharField(_("leads to"), max_length=250)
    means = models.CharField(_("by"), max_length=250, blank=True)
    other_sector = models.BooleanField(_("another sector"), default=False)
    planned = models.BooleanField(_("only planned"), default=False)
    source = models.CharField(_("place in the document"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("pathway")
        verbose_name_plural = _("pathways")
        constraints = [models.UniqueConstraint(fields=["achievement", "key"], name="pathway_once")]

    def __str__(self) -> str:
        return self.target
