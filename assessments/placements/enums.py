"""The closed lists of placements."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ShiftKind(models.TextChoices):
    """What kind of shift it was. Practice, nights and make-up shifts count alike once approved; days away never."""

    PRACTICE = "practice", _("Practice")
    NIGHT = "night", _("Night shift")
    MAKE_UP = "make_up", _("Make-up shift")
    ABSENCE = "absence", _("Absence")
    ILLNESS = "illness", _("Illness")

    @property
    def counts(self) -> bool:
        """Whether its minutes are practice."""
        return self not in {ShiftKind.ABSENCE, ShiftKind.ILLNESS}


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


class Reward(models.TextChoices):
    """Whether practice at a place is paid (R-PLC-9)."""

    UNPAID = "unpaid", _("Not paid")
    PAID = "paid", _("Paid")
    SCHOLARSHIP = "scholarship", _("Work scholarship")


class Side(models.TextChoices):
    """The two persons who sign a correction after approval."""

    LEARNER = "learner", _("Learner")
    SUPERVISOR = "supervisor", _("Supervisor")


class Capacity(models.TextChoices):
    """In which capacity somebody signs: a household says that she came, and judges nothing."""

    SUPERVISOR = "supervisor", _("Supervisor")
    HOUSEHOLD = "household", _("Household (attendance only)")
    ADMINISTRATOR = "administrator", _("Administrator standing in")


class Channel(models.TextChoices):
    """By which way a link for signing reaches somebody."""

    EMAIL = "email", _("E-mail")
    MESSAGE = "message", _("Message that the office sends")


class Doubt(models.TextChoices):
    """What the office should look at in a signature. It refuses nothing: households share phones."""

    SHARED_CONTACT = "shared_contact", _("The learner and who signed have the same e-mail address or phone")
    SHARED_DEVICE = "shared_device", _("The learner was signed in on the device of who signed")
