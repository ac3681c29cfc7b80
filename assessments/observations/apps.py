from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ObservationsConfig(AppConfig):
    name = "assessments.observations"
    label = "observations"
    verbose_name = _("Observed tests")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from assessments.api import register_result_handler
        from curriculum.api import Guard, protect

        from .evidence import evidence_of

        # Notes stand in a table of their own and can be erased; what was marked, declared and signed cannot.
        protect(Guard("observations_rubricversion"))
        protect(Guard("observations_criterionmark"))
        protect(Guard("observations_tiedeclaration"))
        protect(Guard("observations_candidatesignature"))
        protect(Guard("observations_observation", when="OLD.finished_at IS NOT NULL"))
        register_result_handler(evidence_of)
