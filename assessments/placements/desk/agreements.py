"""Agreements with places, their shifts, and which learner goes where."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from assessments.placements.errors import AgreementNotInForce
from assessments.placements.models import Agreement, HostShift, Placement
from assessments.placements.services import end_placement, place_learner
from assessments.placements.views.account import account_of
from curriculum.api import DeskForm, DeskList, PersonalList, hours_text

from .forms import AgreementForm, HostShiftForm, PlaceLearnerForm


class AgreementList(DeskList):
    model = Agreement
    page_title = gettext_lazy("Agreements")
    introduction = gettext_lazy(
        "What each place has promised. An agreement holds once both sides have signed."
    )
    search_fields = ["host__name", "body"]
    list_filter = ["reward"]
    default_ordering = "-starts_on"
    detail_url_name = "agreements:edit"
    beside = (
        ("agreements:new_shift", gettext_lazy("Add a shift")),
        ("placed_learners:index", gettext_lazy("Who goes where")),
    )
    columns = [
        TitleColumn("host", label=gettext_lazy("Place"), url_name="agreements:edit", sort_key="host__name"),
        DateColumn("starts_on", label=gettext_lazy("From"), sort_key="starts_on"),
        DateColumn("ends_on", label=gettext_lazy("To"), sort_key="ends_on"),
        Column("taken", label=gettext_lazy("Learners")),
        Column("places", label=gettext_lazy("Places"), sort_key="places"),
        Column(
            "minutes_a_place",
            label=gettext_lazy("Hours each"),
            accessor=lambda row: hours_text(row.minutes_a_place),
        ),
        Column("reward", label=gettext_lazy("Paid"), accessor="get_reward_display"),
    ]
    list_export = [
        "host",
        "body",
        "starts_on",
        "ends_on",
        "places",
        "taken",
        "minutes_a_place",
        "reward",
        "institution_signed_on",
        "host_signed_on",
        "consent_on",
    ]
    export_filename = "agreements"

    def get_base_queryset(self) -> QuerySet[Agreement]:
        own = Agreement.objects.filter(host__institution__in=self.institution_ids)
        open_places = Q(placements__ended_on__isnull=True, placements__shift__isnull=False)
        return own.select_related("host").annotate(taken=Count("placements", filter=open_places))

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Record an agreement"), url=reverse("agreements:add"), icon_name="plus")]


class AddAgreement(DeskForm):
    form_class: Any = AgreementForm
    page_title: Any = gettext_lazy("Record an agreement")
    submit_label = gettext_lazy("Save this agreement")
    instance: Agreement | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "institution_ids": self.institution_ids,
            "instance": self.instance,
        }

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("agreements:index"), _("Agreements"))]

    def form_valid(self, form: AgreementForm) -> HttpResponse:
        if not form.instance.pk:
            form.instance.recorded_by = self.request.user
        form.save()
        messages.success(self.request, _("The agreement is saved."))
        return redirect("agreements:index")


class ChangeAgreement(AddAgreement):
    page_title = gettext_lazy("Change an agreement")
    consequence = gettext_lazy(
        "What both sides have signed stays as it is. For other terms record another agreement."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        own = Agreement.objects.filter(host__institution__in=self.institution_ids)
        self.instance = get_object_or_404(own, pk=self.kwargs["pk"])
        return super().get_form_kwargs()


class AddHostShift(DeskForm):
    form_class = HostShiftForm
    page_title = gettext_lazy("Add a shift")
    submit_label = gettext_lazy("Save this shift")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("agreements:index"), _("Agreements"))]

    def form_valid(self, form: HostShiftForm) -> HttpResponse:
        shift: HostShift = form.save()
        messages.success(self.request, _("“%(place)s” is saved.") % {"place": shift})
        return redirect("agreements:index")


class PlacementList(PersonalList):
    model = Placement
    person_path = "participation__person"
    page_title = gettext_lazy("Who goes where")
    introduction = gettext_lazy("Learners with a place, and those who wait for one, the first to ask first.")
    search_fields = ["participation__person__name", "agreement__host__name"]
    default_ordering = "asked_at"
    detail_url_name = "placed_learners:end"
    columns = [
        TitleColumn(
            "person",
            label=gettext_lazy("Learner"),
            url_name="placed_learners:end",
            accessor="participation.person",
        ),
        Column("host", label=gettext_lazy("Place"), accessor="agreement.host"),
        Column(
            "shift",
            label=gettext_lazy("Shift"),
            accessor=lambda row: row.shift.name if row.shift else _("waits"),
        ),
        DateColumn("ended_on", label=gettext_lazy("Ended")),
    ]
    list_export = ["person", "agreement", "shift", "asked_at", "placed_at", "ended_on"]
    export_filename = "placements"

    def get_base_queryset(self) -> QuerySet[Placement]:
        own = Placement.objects.filter(agreement__host__institution__in=self.institution_ids)
        return own.select_related("participation__person", "agreement__host", "shift__agreement__host")

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        item.person = item.participation.person
        return super().to_row_dict(item)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Place a learner"), url=reverse("placed_learners:add"), icon_name="plus")]


class PlaceLearner(DeskForm):
    form_class = PlaceLearnerForm
    page_title = gettext_lazy("Place a learner")
    submit_label = gettext_lazy("Place her")
    consequence = gettext_lazy(
        "Where no shift has room she waits, and you read which other places have room."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("placed_learners:index"), _("Who goes where"))]

    def form_valid(self, form: PlaceLearnerForm) -> HttpResponse:
        try:
            assigned = place_learner(placed_by=account_of(self.request), **form.cleaned_data)
        except AgreementNotInForce:
            form.add_error("agreement", _("Both sides must have signed, and its time must not be over."))
            return self.form_invalid(form)
        if not assigned.placement.waits:
            messages.success(
                self.request, _("She has a place: %(place)s.") % {"place": assigned.placement.shift}
            )
        elif assigned.offers:
            offers = ", ".join(str(each) for each in assigned.offers)
            messages.warning(
                self.request,
                _("No room there: she waits. There is room at: %(places)s.") % {"places": offers},
            )
        else:
            messages.warning(self.request, _("No room there or anywhere else: she waits."))
        return redirect("placed_learners:index")


class EndPlacement(DeskForm):
    form_class = Form
    page_title = gettext_lazy("End a place")
    submit_label = gettext_lazy("End it today")
    consequence = gettext_lazy("The first who waits for this place gets it. Hours that are logged stay.")

    @cached_property
    def placement(self) -> Placement:
        own = Placement.objects.filter(agreement__host__institution__in=self.institution_ids)
        return get_object_or_404(own.select_related("agreement__host"), pk=self.kwargs["pk"])

    def get_consequence(self) -> str:
        """Says whose place it is; somebody else's does not exist here, not even to look at."""
        return f"{self.placement}. {self.consequence}"

    def form_valid(self, form: Any) -> HttpResponse:
        moved = end_placement(placement=self.placement, on=timezone.localdate())
        text = _("The place has ended.")
        if moved is not None:
            text = _("The place has ended. %(name)s has it now.") % {"name": moved.participation.person}
        messages.success(self.request, text)
        return redirect("placed_learners:index")
