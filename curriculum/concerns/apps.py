from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConcernsConfig(AppConfig):
    name = "curriculum.concerns"
    label = "concerns"
    verbose_name = _("Concerns")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curriculum.api import Guard, protect, register_entrusted

        from .models import Confidant

        protect(Guard("concerns_concernreading"))
        # Nobody opens with a slip what somebody was told in confidence.
        register_entrusted(
            "confidants", lambda: Confidant.objects.filter(until__isnull=True).values("person_id")
        )
