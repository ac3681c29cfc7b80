"""Staying in touch, in the menu of Wagtail's admin."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from curriculum.api import DeskViewSet, register_file_panel, taught_or_administered

from .desk.file_panel import build_contact
from .desk.inbox import AnswerQuestion, QuestionList
from .desk.mentors import NameMentor
from .desk.news import Announce, AnnouncementList, TakeBack
from .desk.reaching import SilentList, WriteToLearner


class ListedViewSet(DeskViewSet):
    """Screens that begin with a list, for those who teach or administer."""

    scope = staticmethod(taught_or_administered)
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


class QuestionsViewSet(ListedViewSet):
    name = "questions"
    icon = "comment"
    menu_label = _("Questions")
    list_view = QuestionList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("<int:pk>/", self.view(AnswerQuestion), name="answer")]


class AnnouncementsViewSet(ListedViewSet):
    name = "announcements"
    icon = "info-circle"
    menu_label = _("Announcements")
    list_view = AnnouncementList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("new/", self.view(Announce), name="add"),
            path("<int:pk>/", self.view(TakeBack), name="take_back"),
        ]


class SilentViewSet(ListedViewSet):
    name = "silent"
    icon = "time"
    menu_label = _("Gone silent")
    list_view = SilentList

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/write/", self.view(WriteToLearner), name="write"),
            path("<int:pk>/mentor/", self.view(NameMentor), name="mentor"),
        ]


class StayingInTouch(ViewSetGroup):
    menu_label = _("Staying in touch")
    menu_name = "staying-in-touch"
    menu_icon = "comment"
    menu_order = 160
    items = [QuestionsViewSet(), AnnouncementsViewSet(), SilentViewSet()]


register_file_panel("contact", 20, build_contact)


@hooks.register("register_admin_viewset")
def staying_in_touch() -> ViewSetGroup:
    return StayingInTouch()
