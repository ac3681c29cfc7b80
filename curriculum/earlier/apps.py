from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EarlierConfig(AppConfig):
    name = "curriculum.earlier"
    label = "earlier"
    verbose_name = _("Earlier records")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curriculum.api import register_dossier_section

        from .dossier import brought_in

        register_dossier_section("earlier", 60, brought_in)
