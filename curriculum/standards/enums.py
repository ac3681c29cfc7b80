"""The closed lists of the standards room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Life of a version (R-CAT-11). Only a draft may be changed."""

    DRAFT = "draft", _("Draft")
    PILOT = "pilot", _("Pilot")
    IN_FORCE = "in_force", _("In force")
    UNDER_REVIEW = "under_review", _("Under review")
    RETIRED = "retired", _("Retired")


# People may start on these, once they are published.
OPEN_FOR_ENROLMENT = (Status.PILOT, Status.IN_FORCE, Status.UNDER_REVIEW)


class ServiceType(models.TextChoices):
    """What an institution offers for a programme (R-CAT-2)."""

    TRAINING = "training", _("Training")
    CERTIFICATION = "certification", _("Certification")
    BOTH = "training_and_certification", _("Training and certification")


class SignatureGrade(models.TextChoices):
    """How sure we are of who signed for hours of practice, the surest first; kept as the method of their evidence."""

    OWN_ACCOUNT = "own_account", _("Signed in with an own account")
    LINK = "link", _("Link for one use")
    PIN = "pin", _("PIN on the learner's device")
    PAPER = "paper", _("Paper sheet confirmed by an administrator")


class PracticeCounts(models.TextChoices):
    """Whether practice hours lie inside the programme's total (R-MOD-7)."""

    INSIDE = "inside", _("Practice is part of the programme hours")
    BESIDE = "beside", _("Practice comes on top of the programme hours")
    NOT_STATED = "not_stated", _("Not stated")


class AchievementKind(models.TextChoices):
    MICROCREDENTIAL = "microcredential", _("Micro-credential")
    QUALIFICATION = "qualification", _("Qualification")


class ActivityClass(models.TextChoices):
    """Classes of activities of daily living."""

    BASIC = "basic", _("Basic activities of daily living")
    INSTRUMENTAL = "instrumental", _("Instrumental activities of daily living")
    ADVANCED = "advanced", _("Advanced activities of daily living")


class Setting(models.TextChoices):
    """Where practice happens (R-PLC-3, R-PLC-10)."""

    HOME = "home", _("Private home")
    RESIDENCE = "residence", _("Residence")
    DAY_CENTRE = "day_centre", _("Day centre")
    CHILD_CENTRE = "child_centre", _("Nursery or child centre")
    EDUCATIONAL_UNIT = "educational_unit", _("Educational unit")
    OWN_CENTRE = "own_centre", _("Centre of the institution")


class NullReason(models.TextChoices):
    """Why a figure has no value (R-CAT-12). A null is never shown or summed as 0."""

    NOT_APPLICABLE = "not_applicable", _("Not applicable")
    NOT_AVAILABLE = "not_available", _("Not available")
    NOT_STATED = "not_stated", _("Not stated")
    NO_FIXED_TIME = "no_fixed_time", _("No fixed time")
    DISPUTED = "disputed", _("Two sources disagree")


class Origin(models.TextChoices):
    """Where a figure comes from: a document, or this school's own choice."""

    DOCUMENT = "document", _("Stated in the source document")
    SCHOOL = "school", _("Choice of this institution")
