"""The closed lists of admission."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ApplicationState(models.TextChoices):
    """Where an application stands; the decisions behind it are rows of their own."""

    DRAFT = "draft", _("Being prepared")
    SENT = "sent", _("With the school")
    WAITING_LIST = "waiting_list", _("On the waiting list")
    ADMITTED = "admitted", _("Admitted")
    DEFERRED = "deferred", _("Admitted, a proof is still owed")
    NOT_ADMITTED = "not_admitted", _("Not admitted yet")
    WITHDRAWN = "withdrawn", _("Taken back")


OPEN_STATES = (ApplicationState.DRAFT, ApplicationState.SENT, ApplicationState.WAITING_LIST)
WITH_THE_OFFICE = (ApplicationState.SENT, ApplicationState.WAITING_LIST)


class VerdictKind(models.TextChoices):
    """What the office decides (R-ADM-14)."""

    ADMITTED = "admitted", _("Admit")
    DEFERRED = "deferred", _("Admit, with a proof to be handed in later")
    WAITING_LIST = "waiting_list", _("Put on the waiting list")
    NOT_ADMITTED = "not_admitted", _("Not admitted yet")


class ProofState(models.TextChoices):
    """What became of a document that was sent."""

    WAITING = "waiting", _("Waits to be looked at")
    ACCEPTED = "accepted", _("In order")
    REFUSED = "refused", _("Another one is needed")
    TAKEN_BACK = "taken_back", _("Taken back")


class CatchUpState(models.TextChoices):
    """Where somebody stands in completing school as an adult (R-LEV-4)."""

    LOOKING = "looking", _("I am looking for a place")
    ENROLLED = "enrolled", _("I am enrolled")
    STUDYING = "studying", _("I am studying")
    COMPLETED = "completed", _("I have completed it")
    STOPPED = "stopped", _("I had to stop")


SENSITIVE = frozenset(
    {
        "criminal_record",
        "disqualification_certificate",
        "health_certificate",
        "psychological_test",
        "vaccination_card",
    }
)
"""Documents that only named people open; everybody else reads their outcome (R-ADM-10, R-ADM-11)."""
