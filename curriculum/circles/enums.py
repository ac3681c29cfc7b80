"""The closed lists of circles."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """What a moderator decided about a post; the latest decision holds, all of them stay."""

    HIDDEN = "hidden", _("Hidden")
    SHOWN = "shown", _("Shown")


class Ground(models.TextChoices):
    """Why somebody reports a post; the first is what the house fears most."""

    NAMES_SOMEBODY = "names_somebody", _("It tells who somebody is that we care for")
    HURTS = "hurts", _("It hurts or threatens somebody")
    UNSAFE = "unsafe", _("Doing this could harm somebody")
    SELLS = "sells", _("It sells something or asks for money")
    OTHER = "other", _("Something else")


class Channel(models.TextChoices):
    """How a learner wants to be reached. Nothing is ever sent by the site: the trainer's own phone does it."""

    WHATSAPP = "whatsapp", _("WhatsApp")
    SMS = "sms", _("Text message (SMS)")
    CALL = "call", _("A call")
    EMAIL = "email", _("E-mail")
    HERE = "here", _("Only here, on this site")


class Awaited(models.TextChoices):
    """Whose turn it is in a conversation."""

    TRAINER = "trainer", _("Waiting for an answer")
    LEARNER = "learner", _("Answered")
