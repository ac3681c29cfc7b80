"""Standards (norms, profiles): units of competency and the activities in which they are practised."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.standards.enums import ActivityClass, Origin

from .institution import Institution
from .versioning import Version


class Standard(models.Model):
    """The lasting identity of a norm or profile; what it says stands in its versions (R-CAT-1)."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="standards")
    key = models.SlugField(_("key"), max_length=80)
    name = models.CharField(_("name"), max_length=250)

    class Meta:
        verbose_name = _("standard")
        verbose_name_plural = _("standards")
        constraints = [models.UniqueConstraint(fields=["institution", "key"], name="standard_key_once")]

    def __str__(self) -> str:
        return self.name


class StandardVersion(Version):
    """One edition of a standard.

    `codes` is a list of `{scheme, value}` (R-CAT-3), `classification` a list of `{scheme, value, label}`
    (R-CAT-6), `level` is `{value, of, framework}` or `{null_reason}` (R-CAT-5); `places_of_work` and
    `target_population` are lists of coded values (R-CAT-8, R-CAT-9).
    """

    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="versions")
    general_competence = models.TextField(_("general competence"), blank=True)
    includes = models.TextField(_("what it includes"), blank=True)
    excludes = models.TextField(_("what it does not include"), blank=True)
    codes = models.JSONField(_("codes"), default=list, blank=True)
    classification = models.JSONField(_("classification"), default=list, blank=True)
    level = models.JSONField(_("level"), default=dict, blank=True)
    places_of_work = models.JSONField(_("places of work"), default=list, blank=True)
    target_population = models.JSONField(_("target population"), default=list, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=250, blank=True)
    units_origin = models.CharField(
        _("source of the units"), max_length=20, choices=Origin, default=Origin.DOCUMENT
    )
    activities_origin = models.CharField(
        _("source of the activities"), max_length=20, choices=Origin, default=Origin.DOCUMENT
    )

    class Meta:
        verbose_name = _("version of a standard")
        verbose_name_plural = _("versions of standards")
        constraints = [models.UniqueConstraint(fields=["standard", "version"], name="standard_version_once")]

    def __str__(self) -> str:
        return f"{self.standard} ({self.version})"


class Unit(models.Model):
    """A unit of competency; a transversal one belongs to all others of its standard (R-CAT-10)."""

    standard_version = models.ForeignKey(StandardVersion, on_delete=models.CASCADE, related_name="units")
    key = models.SlugField(_("key"), max_length=80)
    title = models.CharField(_("title"), max_length=250)
    description = models.TextField(_("description"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    transversal = models.BooleanField(_("transversal"), default=False)

    class Meta:
        verbose_name = _("unit of competency")
        verbose_name_plural = _("units of competency")
        ordering = ["order", "key"]
        constraints = [models.UniqueConstraint(fields=["standard_version", "key"], name="unit_key_once")]

    def __str__(self) -> str:
        return self.title


class Activity(models.Model):
    """An activity of daily living in which practice is logged, by class."""

    standard_version = models.ForeignKey(StandardVersion, on_delete=models.CASCADE, related_name="activities")
    key = models.SlugField(_("key"), max_length=80)
    title = models.CharField(_("title"), max_length=250)
    activity_class = models.CharField(_("class"), max_length=20, choices=ActivityClass)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    units = models.ManyToManyField(Unit, blank=True, related_name="activities")

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["order", "key"]
        constraints = [models.UniqueConstraint(fields=["standard_version", "key"], name="activity_key_once")]

    def __str__(self) -> str:
        return self.title
