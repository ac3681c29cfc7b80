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
    RESIDENCE_PERMIT = "residence_permit", _("Residence or stay permit")
    OTHER = "other", _("Another document")


class Decision(models.TextChoices):
    """The outcome of an application for admission (R-ADM-14)."""

    ADMITTED = "admitted", _("Admitted")
    DEFERRED = "deferred", _("Admitted, a proof is still owed")
    NOT_ADMITTED = "not_admitted", _("Not admitted yet")
