from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    WELL = "well", _("Well")
    WARNING = "warning", _("Soon a problem")
    PROBLEM = "problem", _("A problem")
