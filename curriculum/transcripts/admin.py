"""The export of transcripts in Wagtail's admin."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from curriculum.people.scope import administered
from curriculum.standards.desk import DeskViewSet

from .desk import ExportLogList, ExportTranscripts


class ExportsViewSet(DeskViewSet):
    name = "exports"
    icon = "download"
    menu_label = _("Export transcripts")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {
            "index_url_name": "exports:log",
            "index_results_url_name": "exports:log_results",
        }
        return [
            path("", self.view(ExportTranscripts), name="index"),
            path("log/", self.view(ExportLogList, **lists), name="log"),
            path("log/results/", self.view(ExportLogList, results_only=True, **lists), name="log_results"),
        ]
