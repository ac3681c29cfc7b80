"""What the school has settled about practice, for all its programmes or for one."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from assessments.placements.models import PlacementPolicy
from curriculum.api import DeskForm, DeskList

from .forms import RulesForm


class RulesList(DeskList):
    model = PlacementPolicy
    page_title = gettext_lazy("Rules for practice")
    introduction = gettext_lazy(
        "How long a shift may be, how much in a day and in a week, and how late it is logged."
    )
    search_fields = ["institution__name", "programme__key"]
    default_ordering = "institution__name"
    detail_url_name = "practice_rules:edit"
    columns = [
        TitleColumn("institution", label=gettext_lazy("Institution"), url_name="practice_rules:edit"),
        Column("programme", label=gettext_lazy("Programme")),
        Column("longest_shift_minutes", label=gettext_lazy("Longest shift (minutes)")),
        Column("most_a_week", label=gettext_lazy("Most in one week (minutes)")),
    ]
    list_export = [
        "institution",
        "programme",
        "longest_shift_minutes",
        "most_a_day",
        "most_a_week",
        "rest_minutes",
        "late_days",
    ]
    export_filename = "practice-rules"

    def get_base_queryset(self) -> QuerySet[PlacementPolicy]:
        own = PlacementPolicy.objects.filter(institution__in=self.institution_ids)
        return own.select_related("institution", "programme")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Add rules"), url=reverse("practice_rules:add"), icon_name="plus")]


class AddRules(DeskForm):
    form_class = RulesForm
    page_title: Any = gettext_lazy("Rules for practice")
    submit_label = gettext_lazy("Save")
    consequence = gettext_lazy("It holds for shifts logged from now on. What is logged stays as it is.")
    policy: PlacementPolicy | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids, "instance": self.policy}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("practice_rules:index"), _("Rules for practice"))]

    def form_valid(self, form: RulesForm) -> HttpResponse:
        form.save()
        messages.success(self.request, _("The rules for practice are saved."))
        return redirect("practice_rules:index")


class ChangeRules(AddRules):
    def get_form_kwargs(self) -> dict[str, Any]:
        own = PlacementPolicy.objects.filter(institution__in=self.institution_ids)
        self.policy = get_object_or_404(own, pk=self.kwargs["pk"])
        return super().get_form_kwargs()
