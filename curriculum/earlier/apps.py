from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EarlierConfig(AppConfig):
    name = "curriculum.earlier"
    label = "earlier"
    verbose_name = _("Earlier records")
    default_auto_field = "django.db.models.BigAutoField"
