"""The closed lists of placements."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ShiftKind(models.TextChoices):
    """What kind of shift it was; all of them count alike once approved."""

    PRACTICE = "practice", _("Practice")
    NIGHT = "night", _("Night shift")
    MAKE_UP = "make_up", _("Make-up shift")


class Verdict(models.TextChoices):
    """How the waiting of a shift ended."""

    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class State(models.TextChoices):
    """What a shift is now, read from its decision."""

    WAITING = "waiting", _("Waiting")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class SignatureGrade(models.TextChoices):
    """How sure we are of who signed, the surest first."""

    OWN_ACCOUNT = "own_account", _("Signed in with an own account")
    LINK = "link", _("Link for one use")
    PIN = "pin", _("PIN on the learner's device")
    PAPER = "paper", _("Paper sheet confirmed by an administrator")
