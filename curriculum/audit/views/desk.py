"""Auditors on the administrator's desk: whom was let in, until when, what she has looked at."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from curriculum.looks.models import Look
from curriculum.looks.registry import label_of_look
from curriculum.standards.desk import DeskForm, DeskList

from ..forms import AppointForm
from ..models import AuditMandate
from ..services import NotFitToAudit, TooLong, appoint_auditor, end_mandate


def state_of(mandate: AuditMandate) -> str:
    today = timezone.localdate()
    if mandate.ended_at is not None:
        return _("Ended early")
    if mandate.until < today:
        return _("Over")
    return _("Not begun yet") if mandate.since > today else _("May read")


class MandateList(DeskList):
    model = AuditMandate
    page_title = gettext_lazy("Auditors")
    introduction = gettext_lazy(
        "They may read awards and what these rest on, from one day until another, and change nothing. "
        "Everything that they open is written down."
    )
    search_fields = ["auditor__username", "auditor__person__name", "reason"]
    default_ordering = "-since"
    detail_url_name = "auditors:end"
    beside = [("auditors:looks", gettext_lazy("What was looked at"))]
    columns = [
        TitleColumn("auditor", label=gettext_lazy("Auditor"), url_name="auditors:end"),
        DateColumn("since", label=gettext_lazy("From"), sort_key="since"),
        DateColumn("until", label=gettext_lazy("Until"), sort_key="until"),
        Column("state", label=gettext_lazy("State"), accessor=state_of),
        Column("reason", label=gettext_lazy("Why")),
        Column("appointed_by", label=gettext_lazy("Appointed by")),
    ]
    list_export = [
        "institution_id",
        "auditor",
        "since",
        "until",
        "reason",
        "appointed_by",
        "appointed_at",
        "ended_at",
    ]
    export_filename = "auditors"

    def get_base_queryset(self) -> QuerySet[AuditMandate]:
        own = AuditMandate.objects.filter(institution__in=self.institution_ids)
        return own.select_related("auditor", "appointed_by")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Appoint an auditor"), url=reverse("auditors:add"), icon_name="plus")]


class LookList(DeskList):
    """Everything that was looked at in these institutions: by auditors, trainers and administrators alike."""

    model = Look
    page_title = gettext_lazy("What was looked at")
    introduction = gettext_lazy("Every page about somebody else that was opened, the newest first.")
    search_fields = ["viewer__username", "person__name"]
    default_ordering = "-looked_at"
    columns = [
        Column("looked_at", label=gettext_lazy("When"), sort_key="looked_at"),
        Column("viewer", label=gettext_lazy("Who")),
        Column("page", label=gettext_lazy("Page"), accessor=lambda look: label_of_look(look.page)),
        Column("person", label=gettext_lazy("Whom"), accessor=lambda look: look.person or _("Many")),
    ]
    list_export = ["looked_at", "viewer", "page", "person", "address"]
    export_filename = "looks"

    def get_base_queryset(self) -> QuerySet[Look]:
        here = Look.objects.filter(institution__in=self.institution_ids)
        return here.select_related("viewer", "person")


class Appoint(DeskForm):
    form_class = AppointForm
    page_title = gettext_lazy("Appoint an auditor")
    submit_label = gettext_lazy("Appoint her")
    consequence = gettext_lazy(
        "From the first day to the last she may read every award of the institution and what it rests on: names, "
        "documents seen, hours, signatures. She can change nothing, and everything that she opens is written down."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("auditors:index"), _("Auditors"))]

    def form_valid(self, form: AppointForm) -> HttpResponse:
        values = form.cleaned_data
        since: date = values["since"]
        try:
            appoint_auditor(
                institution=values["institution"],
                auditor=values["user_name"],
                since=since,
                until=values["until"],
                reason=values["reason"],
                appointed_by=self.request.user,  # type: ignore[arg-type]
            )
        except NotFitToAudit:
            text = _("She works here, or is yourself. Appoint somebody from outside the institution.")
            form.add_error("user_name", text)
            return self.form_invalid(form)
        except TooLong:
            form.add_error(
                "until", _("That is more than a year. Choose an earlier day; she can be appointed again.")
            )
            return self.form_invalid(form)
        messages.success(
            self.request, _("She may read from that day on. Her pages are at “Audit” in her menu.")
        )
        return redirect("auditors:index")


class End(DeskForm):
    """Says what ending means before it is done."""

    form_class = forms.Form
    page_title = gettext_lazy("End a mandate early")
    submit_label = gettext_lazy("End it now")
    consequence = gettext_lazy("From this moment she can open nothing of the institution any more.")
    mandate: AuditMandate

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        own = AuditMandate.objects.filter(institution__in=type(self).scope(request.user))
        if type(self).scope(request.user):
            self.mandate = get_object_or_404(own, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("auditors:index"), _("Auditors"))]

    def form_valid(self, form: forms.Form) -> HttpResponse:
        if end_mandate(mandate=self.mandate, ended_by=self.request.user):  # type: ignore[arg-type]
            messages.success(self.request, _("The mandate has ended."))
        else:
            messages.warning(self.request, _("It had ended before."))
        return redirect("auditors:index")
