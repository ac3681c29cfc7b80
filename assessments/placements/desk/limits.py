"""What the school has settled about practice."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from assessments.placements.models import PlacementPolicy
from assessments.placements.services import set_longest_shift
from curriculum.api import DeskForm

from .forms import LongestShiftForm


class LongestShift(DeskForm):
    """How long a shift may last, for each institution that the visitor administers."""

    form_class = LongestShiftForm
    page_title = gettext_lazy("Rules for practice")
    submit_label = gettext_lazy("Save")
    consequence = gettext_lazy("It holds for shifts logged from now on. What is logged stays as it is.")

    def get_form_kwargs(self) -> dict[str, Any]:
        rows = PlacementPolicy._meta.get_field("institution").related_model._default_manager
        institutions = {row.pk: str(row) for row in rows.filter(pk__in=self.institution_ids)}
        return super().get_form_kwargs() | {"institutions": institutions}

    def form_valid(self, form: LongestShiftForm) -> HttpResponse:
        for pk, minutes in form.cleaned_data.items():
            set_longest_shift(institution_id=int(pk), minutes=minutes)
        messages.success(self.request, _("The rules for practice are saved."))
        return redirect("practice_rules:index")
