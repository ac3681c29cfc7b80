"""Practice in the menu of Wagtail's admin."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from curriculum.api import DeskViewSet, administered

from .desk.ledger import HoursLedger
from .desk.limits import LongestShift
from .desk.places import AddHost, ChangeHost, EndSupervision, HostList, NameSupervisor, SupervisorList


class ListedViewSet(DeskViewSet):
    """Screens that begin with a list; only administrators of an institution come in."""

    scope = staticmethod(administered)
    list_view: Any

    def get_urlpatterns(self) -> list[URLPattern]:
        urls: dict[str, Any] = {
            "index_url_name": self.get_url_name("index"),
            "index_results_url_name": self.get_url_name("results"),
        }
        return [
            path("", self.view(self.list_view, **urls), name="index"),
            path("results/", self.view(self.list_view, results_only=True, **urls), name="results"),
        ]


class HostsViewSet(ListedViewSet):
    name = "hosts"
    icon = "home"
    menu_label = _("Places of practice")
    list_view = HostList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("new/", self.view(AddHost), name="add"),
            path("<int:pk>/", self.view(ChangeHost), name="edit"),
        ]


class SupervisorsViewSet(ListedViewSet):
    name = "host_supervisors"
    icon = "user"
    menu_label = _("Supervisors of places")
    list_view = SupervisorList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("new/", self.view(NameSupervisor), name="add"),
            path("<int:pk>/end/", self.view(EndSupervision), name="end"),
        ]


class LedgerViewSet(ListedViewSet):
    name = "hours_ledger"
    icon = "time"
    menu_label = _("Hours of practice")
    list_view = HoursLedger


class RulesViewSet(DeskViewSet):
    name = "practice_rules"
    icon = "cog"
    menu_label = _("Rules for practice")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", self.view(LongestShift), name="index")]


class Practice(ViewSetGroup):
    menu_label = _("Practice")
    menu_name = "practice"
    menu_icon = "time"
    menu_order = 220
    items = [HostsViewSet(), SupervisorsViewSet(), LedgerViewSet(), RulesViewSet()]


@hooks.register("register_admin_viewset")
def practice() -> ViewSetGroup:
    return Practice()
