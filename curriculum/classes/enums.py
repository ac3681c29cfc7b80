"""The closed lists of classes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Absence(models.TextChoices):
    """Why somebody was not there; care duties come first in the documents (R-INT-4). Nobody has to say."""

    NOT_STATED = "not_stated", _("Not stated")
    CARE_DUTIES = "care_duties", _("Care duties at home")
    ILLNESS = "illness", _("Illness")
    WORK = "work", _("Work or working hours")
    TRANSPORT = "transport", _("Transport")
    OTHER = "other", _("Something else")


class Source(models.TextChoices):
    """From where the list was taken."""

    SCREEN = "screen", _("Taken in class")
    PAPER = "paper", _("Copied from a signed sheet")
