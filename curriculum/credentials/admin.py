"""Awards in Wagtail's admin, and what this room says in a person's file."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from curriculum.people.panels import register_file_panel
from curriculum.people.scope import administered
from curriculum.standards.admin import ReadingViewSet
from curriculum.standards.desk import DeskViewSet

from . import file_panels
from .rule_screens import OneRuleSet, RuleSetList
from .views import AwardList, OneAward, RevokeAward


class AwardsViewSet(DeskViewSet):
    name = "awards"
    icon = "check"
    menu_label = _("Awards")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {"index_url_name": "awards:index", "index_results_url_name": "awards:results"}
        return [
            path("", self.view(AwardList, **lists), name="index"),
            path("results/", self.view(AwardList, results_only=True, **lists), name="results"),
            path("<int:pk>/", self.view(OneAward), name="award"),
            path("<int:pk>/revoke/", self.view(RevokeAward), name="revoke"),
        ]


class RulesViewSet(ReadingViewSet):
    name = "rules"
    icon = "tasks"
    menu_label = _("Rules")
    scope = staticmethod(administered)
    list_view, page_view = RuleSetList, OneRuleSet


def register_panels() -> None:
    register_file_panel("progress", 20, file_panels.progress)
    register_file_panel("awards", 30, file_panels.awards)
    register_file_panel("recorded", 40, file_panels.recorded)
