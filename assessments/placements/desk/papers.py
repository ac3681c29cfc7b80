"""Sheets that wait for an administrator: she reads the photo and confirms what it shows."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from assessments.placements.models import Scan, Shift
from assessments.placements.services import confirm_sheet, refuse_sheet
from assessments.placements.views.account import account_of
from curriculum.api import DeskForm, IdentifierFound, PersonalList, hours_text, identifiers_text


class PaperList(PersonalList):
    model = Scan
    page_title = gettext_lazy("Signed sheets")
    introduction = gettext_lazy("Sheets that wait for you. Whoever brought one does not confirm it.")
    search_fields = ["person__name"]
    default_ordering = "brought_at"
    detail_url_name = "signed_sheets:confirm"
    beside = (("signed_sheets:find", gettext_lazy("Key a week sheet")),)
    columns = [
        TitleColumn(
            "person", label=gettext_lazy("Learner"), url_name="signed_sheets:confirm", sort_key="person__name"
        ),
        Column(
            "signer",
            label=gettext_lazy("Signed by"),
            accessor=lambda scan: scan.signer.person if scan.signer else _("nobody answered"),
        ),
        DateColumn("brought_at", label=gettext_lazy("Brought"), sort_key="brought_at"),
    ]
    list_export = ["person", "signer", "brought_at"]
    export_filename = "sheets"

    def get_base_queryset(self) -> QuerySet[Scan]:
        waiting = Shift.objects.waiting().filter(scans=OuterRef("pk"))
        own = Scan.objects.filter(Exists(waiting), institution__in=self.institution_ids)
        return own.select_related("person", "signer__person", "signer__host")


class PaperForm(forms.Form):
    """What the sheet shows; with a reason instead, all of it goes back to the learner."""

    uuids = forms.MultipleChoiceField(
        label=gettext_lazy("What the sheet shows"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label=gettext_lazy("Or why it goes back to the learner"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, shifts: list[Shift], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["uuids"]
        field.choices = [
            (str(each.uuid), f"{each.starts_local:%Y-%m-%d %H:%M} · {hours_text(each.minutes)} · {each.host}")
            for each in shifts
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("uuids")) == bool(cleaned.get("reason", "").strip()):
            raise forms.ValidationError(
                _("Tick what the sheet shows, or write why it goes back. One of the two.")
            )
        return cleaned


class ConfirmPaper(DeskForm):
    form_class = PaperForm
    page_title = gettext_lazy("Confirm a signed sheet")
    submit_label = gettext_lazy("Confirm")
    consequence = gettext_lazy(
        "What you tick counts at once, and the transcript says that it was signed on paper."
    )
    template_name = "placements/desk/paper.html"

    @cached_property
    def scan(self) -> Scan:
        own = Scan.objects.filter(institution__in=self.institution_ids)
        return get_object_or_404(own.select_related("person", "signer__person"), pk=self.kwargs["pk"])

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("signed_sheets:index"), _("Signed sheets"))]

    def get_form_kwargs(self) -> dict[str, Any]:
        shifts = list(self.scan.shifts.waiting().select_related("host").order_by("starts_at"))
        return super().get_form_kwargs() | {"shifts": shifts}

    def form_valid(self, form: PaperForm) -> HttpResponse:
        try:
            if reason := form.cleaned_data["reason"].strip():
                refuse_sheet(scan=self.scan, reason=reason, refused_by=account_of(self.request))
            else:
                uuids = [UUID(each) for each in form.cleaned_data["uuids"]]
                confirm_sheet(scan=self.scan, uuids=uuids, confirmed_by=account_of(self.request))
        except IdentifierFound as found:
            form.add_error("reason", identifiers_text(found.identifiers))
            return self.form_invalid(form)
        except PermissionDenied:
            form.add_error(
                None,
                _(
                    "You cannot confirm this one: you brought it, it is yours, or who signed may not sign now. Ask "
                    "another administrator."
                ),
            )
            return self.form_invalid(form)
        messages.success(self.request, _("It is done. The learner sees it in her hours."))
        return redirect("signed_sheets:index")
