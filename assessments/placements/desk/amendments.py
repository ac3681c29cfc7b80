"""Corrections after approval that wait for an administrator: what they mean, then apply or drop."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from assessments.placements.enums import Side
from assessments.placements.errors import AlreadyDecided, StillUnsigned
from assessments.placements.models import Amendment
from assessments.placements.services import decide_amendment, meaning_of, stand_in
from assessments.placements.views.account import account_of
from curriculum.api import DeskForm, IdentifierFound, PersonalList, hours_text, identifiers_text


class AmendmentList(PersonalList):
    model = Amendment
    person_path = "shift__person"
    page_title = gettext_lazy("Corrections after approval")
    introduction = gettext_lazy(
        "Corrections that wait: for a signature, or for you where a certificate rests on the hours."
    )
    search_fields = ["shift__person__name", "shift__host__name"]
    default_ordering = "proposed_at"
    detail_url_name = "amendments:decide"
    columns = [
        TitleColumn(
            "person", label=gettext_lazy("Learner"), url_name="amendments:decide", accessor="shift.person"
        ),
        Column("host", label=gettext_lazy("Place"), accessor="shift.host"),
        Column(
            "minutes",
            label=gettext_lazy("Hours"),
            accessor=lambda row: hours_text(row.minutes),
        ),
        DateColumn("proposed_at", label=gettext_lazy("Proposed"), sort_key="proposed_at"),
    ]
    list_export = ["shift", "minutes", "proposed_at"]
    export_filename = "corrections"

    def get_base_queryset(self) -> QuerySet[Amendment]:
        own = Amendment.objects.filter(shift__institution__in=self.institution_ids, outcome__isnull=True)
        return own.select_related("shift__person", "shift__host")


class DecideForm(forms.Form):
    """What to do with a correction."""

    APPLY, DROP = "apply", "drop"
    act = forms.ChoiceField(
        label=gettext_lazy("What to do"),
        choices=[
            (APPLY, gettext_lazy("Apply it")),
            (DROP, gettext_lazy("Drop it: the hours stay as they are")),
            (Side.LEARNER.value, gettext_lazy("Sign for the learner, who has left")),
            (Side.SUPERVISOR.value, gettext_lazy("Sign for the supervisor, who has left")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason, where you sign for somebody"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("act") in Side.values and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Write why this person cannot sign."))
        return cleaned


class DecideAmendment(DeskForm):
    form_class = DecideForm
    page_title = gettext_lazy("Decide on a correction")
    submit_label = gettext_lazy("Do it")
    template_name = "placements/desk/amendment.html"
    consequence = gettext_lazy(
        "No certificate is revoked by this. Who wants that revokes it herself, with a reason."
    )

    @cached_property
    def amendment(self) -> Amendment:
        own = Amendment.objects.filter(shift__institution__in=self.institution_ids, outcome__isnull=True)
        related = own.select_related(
            "shift__person",
            "shift__host",
            "shift__institution",
            "shift__participation",
            "shift__decision",
            "reason",
        )
        return get_object_or_404(related, pk=self.kwargs["pk"])

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("amendments:index"), _("Corrections after approval"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        signatures = self.amendment.signatures.select_related("person")
        return super().get_context_data(
            meanings=meaning_of(self.amendment), signatures=signatures, amendment=self.amendment, **kwargs
        )

    def form_valid(self, form: DecideForm) -> HttpResponse:
        act, reason = form.cleaned_data["act"], form.cleaned_data["reason"]
        try:
            if act in Side.values:
                stand_in(
                    amendment=self.amendment,
                    side=Side(act),
                    reason=reason,
                    signed_by=account_of(self.request),
                )
            else:
                decide_amendment(
                    amendment=self.amendment,
                    apply=act == DecideForm.APPLY,
                    decided_by=account_of(self.request),
                )
        except StillUnsigned:
            form.add_error("act", _("Both persons sign first. For one who has left you can sign here."))
        except IdentifierFound as found:
            form.add_error("reason", identifiers_text(found.identifiers))
        except PermissionDenied:
            form.add_error(None, _("You have signed this one, or it is yours. Ask another administrator."))
        except AlreadyDecided:
            return redirect("amendments:index")
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, _("It is done."))
        return redirect("amendments:index")
