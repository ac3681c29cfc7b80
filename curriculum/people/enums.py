"""The closed lists of the people room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person does in an institution; one person may do several things."""

    LEARNER = "learner", _("Learner")
    TRAINER = "trainer", _("Trainer")
    SUPERVISOR = "supervisor", _("Supervisor")
    ASSESSOR = "assessor", _("Assessor")
    ADMINISTRATOR = "administrator", _("Administrator")


class ParticipationKind(models.TextChoices):
    """An enrolment follows a course; a candidacy is assessed without one (R-ASM-4)."""

    ENROLMENT = "enrolment", _("Enrolment")
    CANDIDACY = "candidacy", _("Candidacy")


class Purpose(models.TextChoices):
    """Why a person takes part (R-MOD-2)."""

    TRAINING = "training", _("Training for the whole occupation")
    UPSKILLING = "upskilling", _("Some competences only")
    CERTIFICATION = "certification", _("Certification")


class EndReason(models.TextChoices):
    """Why a participation ended; care duties come first in the documents (R-INT-4)."""

    COMPLETED = "completed", _("Completed")
    CARE_DUTIES = "care_duties", _("Care duties at home")
    WORK = "work", _("Work or working hours")
    HEALTH = "health", _("Health")
    COST = "cost", _("Money")
    TRANSPORT = "transport", _("Transport")
    CHILDCARE = "childcare", _("Nobody to look after the children")
    MOVED = "moved", _("Moved away")
    COURSE = "course", _("Something about the course")
    OTHER = "other", _("Another reason")
    UNSAID = "unsaid", _("Prefers not to say")


class DocumentKind(models.TextChoices):
    """Identity documents of any country (R-MIG-1)."""

    IDENTITY_CARD = "identity_card", _("Identity card")
    PASSPORT = "passport", _("Passport")
    FOREIGNER_CARD = "foreigner_card", _("Foreigner card")
    RESIDENCE_PERMIT = "residence_permit", _("Residence or stay permit")
    PEP = "pep", _("Special stay permit (PEP)")
    PPT = "ppt", _("Temporary protection permit (PPT)")
    DIMEX = "dimex", _("DIMEX")
    STUDY_PERMIT = "study_permit", _("Legal status to study")
    REFUGEE_CARD = "refugee_card", _("Refugee or asylum document")
    OTHER = "other", _("Another document")


class Decision(models.TextChoices):
    """The outcome of an application for admission (R-ADM-14)."""

    ADMITTED = "admitted", _("Admitted")
    DEFERRED = "deferred", _("Admitted, a proof is still owed")
    NOT_ADMITTED = "not_admitted", _("Not admitted yet")


class Sex(models.TextChoices):
    """As it stands on her document; asked for statistics alone, and never required (R-GEN-3)."""

    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    INTERSEX = "intersex", _("Intersex")
    OTHER = "other", _("Another")
    UNDISCLOSED = "undisclosed", _("Prefers not to say")


class Gender(models.TextChoices):
    """As she says it herself (R-GEN-3)."""

    WOMAN = "woman", _("Woman")
    MAN = "man", _("Man")
    TRANS_WOMAN = "trans_woman", _("Trans woman")
    TRANS_MAN = "trans_man", _("Trans man")
    NON_BINARY = "non_binary", _("Non-binary person")
    OTHER = "other", _("Another")
    UNDISCLOSED = "undisclosed", _("Prefers not to say")


class Weekday(models.IntegerChoices):
    """As in ISO 8601."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class Shift(models.TextChoices):
    """The three shifts of a course (R-INT-2)."""

    MORNING = "morning", _("Morning")
    AFTERNOON = "afternoon", _("Afternoon")
    EVENING = "evening", _("Evening")


class BusyWith(models.TextChoices):
    """Why somebody cannot come."""

    WORK = "work", _("Work")
    CARE = "care", _("Care at home")
    OTHER = "other", _("Something else")
