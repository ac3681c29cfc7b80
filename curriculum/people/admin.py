"""The people room in Wagtail's admin: people, groups, and enrolling from a file."""

from typing import Any

from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext_lazy as _

from curriculum.standards.desk import DeskViewSet

from . import file_panels
from .panels import register_file_panel
from .scope import administered, taught_or_administered
from .views.document_kinds import DocumentKinds
from .views.groups import AddGroup, ChangeGroup, GroupList, OneGroup
from .views.imports import ConfirmImport, FileList, ImportPeople, SampleFile, UndoFile
from .views.participations import EndParticipation, EnrolPerson, ParticipationList
from .views.person_file import PersonFile
from .views.person_forms import AddPerson, CorrectPerson, EndRole, GiveRole
from .views.person_list import PersonList
from .views.slips import CancelSlip, PrintSlip, PrintSlipsOfGroup, SlipList
from .views.timetable import Timetable
from .views.twins import AlikeList, SideBySide


class PeopleViewSet(DeskViewSet):
    name = "people"
    icon = "user"
    menu_label = _("People")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {"index_url_name": "people:index", "index_results_url_name": "people:results"}
        slips: dict[str, Any] = {
            "index_url_name": "people:slips",
            "index_results_url_name": "people:slips_results",
        }
        return [
            path("", self.view(PersonList, **lists), name="index"),
            path("results/", self.view(PersonList, results_only=True, **lists), name="results"),
            path("new/", self.view(AddPerson), name="add"),
            path("<int:pk>/", self.view(PersonFile, scope=taught_or_administered), name="file"),
            path("<int:pk>/correct/", self.view(CorrectPerson), name="edit"),
            path("<int:pk>/role/", self.view(GiveRole), name="role"),
            path("<int:pk>/role/<int:membership>/end/", self.view(EndRole), name="end_role"),
            path("<int:pk>/slip/", self.view(PrintSlip, scope=taught_or_administered), name="slip"),
            path("<int:pk>/enrol/", self.view(EnrolPerson), name="enrol"),
            path("document-kinds/", self.view(DocumentKinds), name="document_kinds"),
            path("alike/", self.view(AlikeList), name="alike"),
            path("alike/<int:one>/<int:other>/", self.view(SideBySide), name="side_by_side"),
            path("slips/", self.view(SlipList, **slips), name="slips"),
            path("slips/results/", self.view(SlipList, results_only=True, **slips), name="slips_results"),
            path("slips/<int:pk>/", self.view(CancelSlip), name="cancel_slip"),
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
            path("<int:pk>/timetable/", self.view(Timetable), name="timetable"),
            path("<int:pk>/slips/", self.view(PrintSlipsOfGroup, scope=taught_or_administered), name="slips"),
        ]


class ParticipationsViewSet(DeskViewSet):
    name = "participations"
    icon = "list-ul"
    menu_label = _("Participations")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {
            "index_url_name": "participations:index",
            "index_results_url_name": "participations:results",
        }
        return [
            path("", self.view(ParticipationList, **lists), name="index"),
            path("results/", self.view(ParticipationList, results_only=True, **lists), name="results"),
        ]


class EnrolmentsViewSet(DeskViewSet):
    name = "enrolments"
    icon = "upload"
    menu_label = _("Enrol from a file")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {
            "index_url_name": "enrolments:files",
            "index_results_url_name": "enrolments:files_results",
        }
        return [
            path("", self.view(ImportPeople), name="index"),
            path("confirm/", self.view(ConfirmImport), name="confirm"),
            path("files/", self.view(FileList, **lists), name="files"),
            path("files/results/", self.view(FileList, results_only=True, **lists), name="files_results"),
            path("files/<int:pk>/", self.view(UndoFile), name="undo"),
            re_path(r"^sample\.(?P<ending>csv|xlsx)$", self.view(SampleFile), name="sample"),
        ]


def register_panels() -> None:
    register_file_panel("participations", 10, file_panels.participations)
    register_file_panel("roles", 70, file_panels.roles)
    register_file_panel("facts", 80, file_panels.known_about_her)
