"""The people room in Wagtail's admin: people, groups, and enrolling from a file."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from curriculum.standards.desk import DeskViewSet

from . import file_panels
from .panels import register_file_panel
from .scope import administered, taught_or_administered
from .views.groups import AddGroup, ChangeGroup, GroupList, OneGroup
from .views.imports import ConfirmImport, ImportPeople, SampleFile
from .views.participations import EndParticipation, EnrolPerson
from .views.person_file import PersonFile
from .views.person_forms import AddPerson, CorrectPerson, EndRole, GiveRole, NewFirstPassword
from .views.person_list import PersonList


class PeopleViewSet(DeskViewSet):
    name = "people"
    icon = "user"
    menu_label = _("People")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {"index_url_name": "people:index", "index_results_url_name": "people:results"}
        return [
            path("", self.view(PersonList, **lists), name="index"),
            path("results/", self.view(PersonList, results_only=True, **lists), name="results"),
            path("new/", self.view(AddPerson), name="add"),
            path("<int:pk>/", self.view(PersonFile, scope=taught_or_administered), name="file"),
            path("<int:pk>/correct/", self.view(CorrectPerson), name="edit"),
            path("<int:pk>/role/", self.view(GiveRole), name="role"),
            path("<int:pk>/role/<int:membership>/end/", self.view(EndRole), name="end_role"),
            path("<int:pk>/first-password/", self.view(NewFirstPassword), name="first_password"),
            path("<int:pk>/enrol/", self.view(EnrolPerson), name="enrol"),
            path("participation/<int:pk>/end/", self.view(EndParticipation), name="end_participation"),
        ]


class GroupsViewSet(DeskViewSet):
    name = "cohorts"
    icon = "group"
    menu_label = _("Groups")
    scope = staticmethod(administered)  # of its place in the menu; trainers come from their own page

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {
            "index_url_name": "cohorts:index",
            "index_results_url_name": "cohorts:results",
        }
        return [
            path("", self.view(GroupList, scope=taught_or_administered, **lists), name="index"),
            path(
                "results/",
                self.view(GroupList, scope=taught_or_administered, results_only=True, **lists),
                name="results",
            ),
            path("new/", self.view(AddGroup), name="add"),
            path("<int:pk>/", self.view(OneGroup, scope=taught_or_administered), name="group"),
            path("<int:pk>/change/", self.view(ChangeGroup), name="edit"),
        ]


class EnrolmentsViewSet(DeskViewSet):
    name = "enrolments"
    icon = "upload"
    menu_label = _("Enrol from a file")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.view(ImportPeople), name="index"),
            path("confirm/", self.view(ConfirmImport), name="confirm"),
            path("sample.csv", self.view(SampleFile), name="sample"),
        ]


def register_panels() -> None:
    register_file_panel("participations", 10, file_panels.participations)
    register_file_panel("roles", 70, file_panels.roles)
    register_file_panel("facts", 80, file_panels.known_about_her)
