"""Admission in the menu of Wagtail's admin."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from curriculum.people.scope import administered
from curriculum.standards.desk import DeskViewSet

from .desk.applications import ApplicationList, Letter, OneApplication
from .desk.choices import EndReader, InstitutionList, IntakeList, NameReader, OneIntake, Policy, ReaderList
from .desk.papers import PaperList, ReviewPaper
from .permissions import handles_papers


class ListedViewSet(DeskViewSet):
    """Screens that begin with a list."""

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


class ApplicationsViewSet(ListedViewSet):
    name = "applications"
    icon = "form"
    menu_label = _("Applications")
    list_view = ApplicationList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/", self.view(OneApplication), name="one"),
            path("<int:pk>/letter/", self.view(Letter), name="letter"),
        ]


class PapersViewSet(ListedViewSet):
    name = "papers"
    icon = "doc-full-inverse"
    menu_label = _("Documents to look at")
    scope = staticmethod(handles_papers)
    list_view = PaperList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("<int:pk>/", self.view(ReviewPaper), name="review")]


class IntakesViewSet(ListedViewSet):
    name = "intakes"
    icon = "group"
    menu_label = _("Places in groups")
    list_view = IntakeList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("<int:pk>/", self.view(OneIntake), name="one")]


class ReadersViewSet(ListedViewSet):
    name = "document_readers"
    icon = "lock"
    menu_label = _("Readers of sensitive documents")
    list_view = ReaderList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("new/", self.view(NameReader), name="add"),
            path("<int:pk>/end/", self.view(EndReader), name="end"),
        ]


class RulesForAdmissionViewSet(ListedViewSet):
    name = "admission_rules"
    icon = "cog"
    menu_label = _("Rules for admission")
    list_view = InstitutionList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("<int:pk>/", self.view(Policy), name="one")]


class ComingIn(ViewSetGroup):
    menu_label = _("Coming in")
    menu_name = "coming-in"
    menu_icon = "form"
    menu_order = 155
    items = [
        ApplicationsViewSet(),
        PapersViewSet(),
        IntakesViewSet(),
        ReadersViewSet(),
        RulesForAdmissionViewSet(),
    ]
