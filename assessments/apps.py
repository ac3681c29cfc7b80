from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    name = "assessments"
    label = "assessments"
    verbose_name = _("Assessments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curriculum.api import Guard, forget_when_changed, protect

        from . import reviewing
        from .models import Assessment

        protect(Guard("assessments_attempt", columns=HANDED_IN, when="OLD.submitted_at IS NOT NULL"))
        forget_when_changed(Assessment)
        reviewing.register()


# What was handed in stays as it was; a judgement may come later.
HANDED_IN = (
    "uuid",
    "assessment_id",
    "institution_id",
    "person_id",
    "participation_id",
    "number",
    "started_at",
    "submitted_at",
    "details",
    "source_ref",
)
