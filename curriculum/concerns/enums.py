from django.db import models
from django.utils.translation import gettext_lazy as _


class Matter(models.TextChoices):
    """What a concern is about; nobody has to choose the right word."""

    HARASSMENT = "harassment", _("Somebody bothers, touches or humiliates me")
    UNSAFE = "unsafe", _("Work that can harm me or the person cared for")
    PRESSURE = "pressure", _("Somebody presses me: hours, money, favours")
    CARED_FOR = "cared_for", _("Somebody hurts the person cared for")
    OTHER = "other", _("Something else")


class Teller(models.TextChoices):
    """Who tells it, as she says herself."""

    LEARNER = "learner", _("I am learning")
    SUPERVISOR = "supervisor", _("I supervise learners")
    HOUSEHOLD = "household", _("I am of the household, or I am cared for")
    OTHER = "other", _("Somebody else")
