"""Practice in the menu of Wagtail's admin."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from curriculum.api import DeskViewSet, administered, taught_or_administered

from .desk.agreements import (
    AddAgreement,
    AddHostShift,
    AgreementList,
    ChangeAgreement,
    EndPlacement,
    PlaceLearner,
    PlacementList,
)
from .desk.amendments import AmendmentList, DecideAmendment
from .desk.contacts import ConfirmContact, MessageList, SendMessage
from .desk.keying import FindSheet, KeySheet
from .desk.ledger import HoursLedger
from .desk.limits import AddRules, ChangeRules, RulesList
from .desk.overview import PracticeOverview
from .desk.papers import ConfirmPaper, PaperList
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


class OverviewViewSet(DeskViewSet):
    name = "practice_overview"
    icon = "view"
    menu_label = _("Practice at a glance")
    scope = staticmethod(taught_or_administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", self.view(PracticeOverview), name="index")]


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


class AgreementsViewSet(ListedViewSet):
    name = "agreements"
    icon = "doc-full"
    menu_label = _("Agreements")
    list_view = AgreementList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("new/", self.view(AddAgreement), name="add"),
            path("<int:pk>/", self.view(ChangeAgreement), name="edit"),
            path("shifts/new/", self.view(AddHostShift), name="new_shift"),
        ]


class PlacementsViewSet(ListedViewSet):
    name = "placed_learners"
    icon = "group"
    menu_label = _("Who goes where")
    list_view = PlacementList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("new/", self.view(PlaceLearner), name="add"),
            path("<int:pk>/end/", self.view(EndPlacement), name="end"),
        ]


class MessagesViewSet(ListedViewSet):
    name = "sign_messages"
    icon = "mail"
    menu_label = _("Messages to supervisors")
    list_view = MessageList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/", self.view(SendMessage), name="send"),
            path("contact/", self.view(ConfirmContact), name="contact"),
        ]


class PapersViewSet(ListedViewSet):
    name = "signed_sheets"
    icon = "doc-full-inverse"
    menu_label = _("Signed sheets")
    list_view = PaperList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/", self.view(ConfirmPaper), name="confirm"),
            path("key/", self.view(FindSheet), name="find"),
            path("key/<uuid:uuid>/<int:year>/<int:week>/", self.view(KeySheet), name="key"),
        ]


class AmendmentsViewSet(ListedViewSet):
    name = "amendments"
    icon = "edit"
    menu_label = _("Corrections after approval")
    list_view = AmendmentList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("<int:pk>/", self.view(DecideAmendment), name="decide")]


class LedgerViewSet(ListedViewSet):
    name = "hours_ledger"
    icon = "time"
    menu_label = _("Hours of practice")
    list_view = HoursLedger


class RulesViewSet(ListedViewSet):
    name = "practice_rules"
    icon = "cog"
    menu_label = _("Rules for practice")
    list_view = RulesList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("new/", self.view(AddRules), name="add"),
            path("<int:pk>/", self.view(ChangeRules), name="edit"),
        ]


class Practice(ViewSetGroup):
    menu_label = _("Practice")
    menu_name = "practice"
    menu_icon = "time"
    menu_order = 220
    items = [
        OverviewViewSet(),
        HostsViewSet(),
        SupervisorsViewSet(),
        AgreementsViewSet(),
        PlacementsViewSet(),
        MessagesViewSet(),
        PapersViewSet(),
        AmendmentsViewSet(),
        LedgerViewSet(),
        RulesViewSet(),
    ]


@hooks.register("register_admin_viewset")
def practice() -> ViewSetGroup:
    return Practice()
