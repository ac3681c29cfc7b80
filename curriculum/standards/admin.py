"""The standards room in Wagtail's admin: to read. Who may read it is told from above (`scope`)."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from .desk import DeskList, DeskViewSet
from .screens import (
    AchievementList,
    InstitutionList,
    OneAchievement,
    OneInstitution,
    OneProgramme,
    OneRecord,
    OneStandard,
    ProgrammeList,
    StandardList,
)


class ReadingViewSet(DeskViewSet):
    """A list and a page for each row; nothing can be changed here."""

    list_view: type[DeskList]
    page_view: type[OneRecord]

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {
            "index_url_name": self.get_url_name("index"),
            "index_results_url_name": self.get_url_name("results"),
        }
        return [
            path("", self.view(self.list_view, **lists), name="index"),
            path("results/", self.view(self.list_view, results_only=True, **lists), name="results"),
            path("<int:pk>/", self.view(self.page_view), name="one"),
        ]


class ProgrammesViewSet(ReadingViewSet):
    name = "programmes"
    icon = "list-ul"
    menu_label = _("Programmes")
    list_view, page_view = ProgrammeList, OneProgramme


class StandardsViewSet(ReadingViewSet):
    name = "standards"
    icon = "doc-full"
    menu_label = _("Standards")
    list_view, page_view = StandardList, OneStandard


class AchievementsViewSet(ReadingViewSet):
    name = "achievements"
    icon = "pick"
    menu_label = _("What can be earned")
    list_view, page_view = AchievementList, OneAchievement


class InstitutionsViewSet(ReadingViewSet):
    name = "institutions"
    icon = "home"
    menu_label = _("Institutions")
    list_view, page_view = InstitutionList, OneInstitution
