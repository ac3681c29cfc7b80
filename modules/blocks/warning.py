"""Warnings, of two strengths."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import TAKE_CARE


class WarningLevel(models.TextChoices):
    CAUTION = "caution", _("Careful")
    DANGER = "danger", _("Danger")


class WarningBlock(blocks.StructBlock):
    level = blocks.ChoiceBlock(
        choices=WarningLevel.choices,
        default=WarningLevel.CAUTION,
        label=_("How serious"),
        help_text=_("“Danger” only where somebody may be hurt."),
    )
    text = blocks.TextBlock(
        label=_("Warning"),
        rows=2,
        help_text=_("[[emergency_number]] becomes the emergency number of your country."),
    )

    class Meta:
        group = TAKE_CARE
        description = _("What may hurt somebody, and what to do")
        icon = "warning"
        label = _("Warning")
        template = "modules/blocks/warning.html"
