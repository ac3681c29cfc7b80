from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from curriculum.people.scope import administered
from curriculum.standards.desk import DeskViewSet

from .views.desk import Appoint, End, LookList, MandateList


class AuditorsViewSet(DeskViewSet):
    name = "auditors"
    icon = "view"
    menu_label = _("Auditors")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {
            "index_url_name": "auditors:index",
            "index_results_url_name": "auditors:results",
        }
        looks: dict[str, Any] = {
            "index_url_name": "auditors:looks",
            "index_results_url_name": "auditors:looks_results",
        }
        return [
            path("", self.view(MandateList, **lists), name="index"),
            path("results/", self.view(MandateList, results_only=True, **lists), name="results"),
            path("new/", self.view(Appoint), name="add"),
            path("<int:pk>/end/", self.view(End), name="end"),
            path("looks/", self.view(LookList, **looks), name="looks"),
            path("looks/results/", self.view(LookList, results_only=True, **looks), name="looks_results"),
        ]
