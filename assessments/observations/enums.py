"""The closed lists of observed tests."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Situation(models.TextChoices):
    """Whether somebody is really cared for while the test goes on (R-ASM-8)."""

    REAL = "real", _("Real situation")
    SIMULATED = "simulated", _("Simulated situation")


class State(models.TextChoices):
    """How far a test has come, read from its moments."""

    PLANNED = "planned", _("Planned")
    RUNNING = "running", _("Begun")
    FINISHED = "finished", _("Finished")
