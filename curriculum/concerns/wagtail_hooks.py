"""Who listens, in the menu of Wagtail's admin. What is told never comes here."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from curriculum.api import DeskViewSet, administered

from .desk.screens import ConfidantList, EndConfidant, NameConfidant, Promises


class ConfidantsViewSet(DeskViewSet):
    name = "confidants"
    icon = "user"
    menu_label = _("Confidants")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        urls: dict[str, Any] = {
            "index_url_name": "confidants:index",
            "index_results_url_name": "confidants:results",
        }
        return [
            path("", self.view(ConfidantList, **urls), name="index"),
            path("results/", self.view(ConfidantList, results_only=True, **urls), name="results"),
            path("new/", self.view(NameConfidant), name="add"),
            path("<int:pk>/end/", self.view(EndConfidant), name="end"),
        ]


class ConcernRulesViewSet(DeskViewSet):
    name = "concern_rules"
    icon = "cog"
    menu_label = _("Rules for concerns")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", self.view(Promises), name="index")]


class Listening(ViewSetGroup):
    menu_label = _("The door for concerns")
    menu_name = "concerns"
    menu_icon = "lock"
    menu_order = 230
    items = [ConfidantsViewSet(), ConcernRulesViewSet()]


@hooks.register("register_admin_viewset")
def listening() -> ViewSetGroup:
    return Listening()
