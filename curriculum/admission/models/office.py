"""What an institution chooses: places, how long papers are kept, and who opens sensitive ones."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.people.models import Group, Person
from curriculum.standards.models import Institution


class AdmissionPolicy(models.Model):
    """Without a row the defaults hold."""

    institution = models.OneToOneField(Institution, on_delete=models.CASCADE, related_name="admission_policy")
    keep_months = models.PositiveSmallIntegerField(
        _("months to keep the pages of sensitive documents"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_(
            "Counted from the day they were looked at, or sent if nobody did. That they were there, and the "
            "outcome, stays."
        ),
    )
    remind_days = models.PositiveSmallIntegerField(
        _("days before a document ends on which its owner is reminded"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
    )
    catch_up_advice = models.TextField(
        _("where people can complete primary school"),
        blank=True,
        help_text=_("Read by whoever lacks it: which school, how to enrol, whom to ask."),
    )

    class Meta:
        verbose_name = _("rules for admission")
        verbose_name_plural = _("rules for admission")

    def __str__(self) -> str:
        return str(self.institution)


class Intake(models.Model):
    """How many places a group has, and until when people may ask for one."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="intake")
    places = models.PositiveSmallIntegerField(
        _("places"), validators=[MinValueValidator(1), MaxValueValidator(500)]
    )
    open_until = models.DateField(_("applications until"))

    class Meta:
        verbose_name = _("intake of a group")
        verbose_name_plural = _("intakes of groups")

    def __str__(self) -> str:
        return f"{self.group}: {self.places}"


class DocumentReader(models.Model):
    """Somebody named to open and judge sensitive documents. No role opens them by itself."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="document_readers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("person"))
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    named_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("reader of sensitive documents")
        verbose_name_plural = _("readers of sensitive documents")
        ordering = ["person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "person"],
                condition=models.Q(until__isnull=True),
                name="document_reader_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("named_by")), name="nobody_names_herself_reader"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
