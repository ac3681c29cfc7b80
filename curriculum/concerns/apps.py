from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConcernsConfig(AppConfig):
    name = "curriculum.concerns"
    label = "concerns"
    verbose_name = _("Concerns")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curriculum.api import Guard, protect

        protect(Guard("concerns_concernreading"))
