"""Wagtail-localize's report on what is translated, of the pages that its reader may work on, the newest first."""

from django.db.models import QuerySet
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportView

WRITES = ("add", "change", "publish")


class OwnTranslationsReportView(TranslationsReportView):
    """The package's own view lists every school's pages, and in no order, so that pages of the list may overlap."""

    def get_queryset(self) -> QuerySet[Translation]:
        pages = page_permission_policy.instances_user_has_any_permission_for(self.request.user, WRITES)
        return (
            super()
            .get_queryset()
            .filter(source__object_id__in=pages.values("translation_key"))
            .select_related("source__locale", "source__specific_content_type", "target_locale")
            .order_by("-source__last_updated_at", "-pk")
        )
