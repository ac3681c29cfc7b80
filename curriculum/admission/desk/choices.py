"""What the office chooses: places of a group, how long papers are kept, who opens sensitive ones."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from curriculum.admission.forms import IntakeForm, ReaderForm
from curriculum.admission.models import AdmissionPolicy, DocumentReader, Intake
from curriculum.admission.naming import end_reader, name_reader, possible_readers
from curriculum.admission.services.deciding import places_left
from curriculum.admission.services.keeping import policy_of
from curriculum.people.models import Group
from curriculum.people.queries import person_of
from curriculum.standards.desk import DeskForm, DeskList
from curriculum.standards.models import Institution


class IntakeList(DeskList):
    """Groups and their places."""

    model = Group
    page_title = gettext_lazy("Places in groups")
    introduction = gettext_lazy(
        "A group takes applications when it has places and a last day. Without them nobody can apply for it."
    )
    search_fields = ["name", "key"]
    default_ordering = "-starts_on"
    detail_url_name = "intakes:one"
    columns = [
        TitleColumn("name", label=gettext_lazy("Group"), url_name="intakes:one"),
        DateColumn("starts_on", label=gettext_lazy("Starts on"), sort_key="starts_on"),
        Column("places", label=gettext_lazy("Places"), accessor="intake.places"),
        Column("until", label=gettext_lazy("Applications until"), accessor="intake.open_until"),
    ]
    list_export = ["key", "name", "starts_on"]
    export_filename = "places"

    def get_base_queryset(self) -> QuerySet[Group]:
        return Group.objects.filter(institution__in=self.institution_ids).select_related("intake")


class OneIntake(DeskForm):
    form_class = IntakeForm
    submit_label = gettext_lazy("Save")

    @cached_property
    def group(self) -> Group:
        own = Group.objects.filter(institution__in=self.institution_ids).select_related("intake")
        return get_object_or_404(own, pk=self.kwargs["pk"])

    @property
    def intake(self) -> Intake | None:
        return getattr(self.group, "intake", None)

    def get_page_title(self) -> str:
        return str(self.group)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("intakes:index"), _("Places in groups"))]

    def get_consequence(self) -> str:
        if self.intake is None:
            return ""
        return _("Places left today: %(left)s.") % {"left": places_left(self.intake)}

    def get_form_kwargs(self) -> dict[str, Any]:
        self.group  # noqa: B018 — somebody else's answers 404 before anything is read
        start = {"open_until": timezone.localdate() + timedelta(days=30)}
        if self.intake:
            start = {"places": self.intake.places, "open_until": self.intake.open_until}
        return super().get_form_kwargs() | {"initial": start}

    def form_valid(self, form: IntakeForm) -> HttpResponse:
        Intake.objects.update_or_create(group=self.group, defaults=form.cleaned_data)
        messages.success(self.request, _("The places are saved."))
        return redirect("intakes:index")


class PolicyForm(forms.ModelForm):
    class Meta:
        model = AdmissionPolicy
        fields = ["keep_months", "remind_days", "catch_up_advice"]


class InstitutionList(DeskList):
    """One row for each institution; most offices have one."""

    model = Institution
    page_title = gettext_lazy("Rules for admission")
    introduction = gettext_lazy("How long sensitive papers are kept, and when people are reminded.")
    search_fields = ["key"]
    default_ordering = "key"
    detail_url_name = "admission_rules:one"
    columns = [TitleColumn("name", label=gettext_lazy("Institution"), url_name="admission_rules:one")]
    list_export = ["key"]
    export_filename = "rules-for-admission"

    def get_base_queryset(self) -> QuerySet[Institution]:
        return Institution.objects.filter(pk__in=self.institution_ids)


class Policy(DeskForm):
    form_class = PolicyForm
    submit_label = gettext_lazy("Save")
    consequence = gettext_lazy(
        "When the time is over the pages are erased and cannot be brought back. The outcome stays."
    )

    @cached_property
    def institution(self) -> Institution:
        return get_object_or_404(Institution, pk=self.kwargs["pk"], pk__in=self.institution_ids)

    def get_page_title(self) -> str:
        return str(self.institution)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("admission_rules:index"), _("Rules for admission"))]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": policy_of(self.institution)}

    def form_valid(self, form: PolicyForm) -> HttpResponse:
        form.save()
        messages.success(self.request, _("Saved."))
        return redirect("admission_rules:index")


class ReaderList(DeskList):
    model = DocumentReader
    page_title = gettext_lazy("Readers of sensitive documents")
    introduction = gettext_lazy(
        "Health cards, criminal records and psychological tests are opened by these people alone, and every opening "
        "is written down. Nobody names herself."
    )
    search_fields = ["person__name"]
    default_ordering = "person__name"
    detail_url_name = "document_readers:end"
    beside = [("document_readers:add", gettext_lazy("Name a reader"))]
    columns = [
        TitleColumn(
            "person", label=gettext_lazy("Name"), accessor="person.name", url_name="document_readers:end"
        ),
        DateColumn("since", label=gettext_lazy("Since")),
        DateColumn("until", label=gettext_lazy("Until")),
        Column("named_by", label=gettext_lazy("Named by")),
    ]
    list_export = ["person", "since", "until", "named_by"]
    export_filename = "readers"

    def get_base_queryset(self) -> QuerySet[DocumentReader]:
        own = DocumentReader.objects.filter(institution__in=self.institution_ids)
        return own.select_related("person", "named_by")


class NameReader(DeskForm):
    form_class = ReaderForm
    page_title = gettext_lazy("Name a reader")
    submit_label = gettext_lazy("Name her")
    consequence = gettext_lazy("From today she opens and judges sensitive documents of applicants.")

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("document_readers:index"), _("Readers of sensitive documents"))]

    def get_form_kwargs(self) -> dict[str, Any]:
        people = possible_readers(self.institution_ids, self.request.user)
        return super().get_form_kwargs() | {"people": people}

    def form_valid(self, form: ReaderForm) -> HttpResponse:
        named_by = person_of(self.request.user)
        if named_by is not None:
            name_reader(
                person=form.cleaned_data["person"],
                institution_ids=self.institution_ids,
                named_by=named_by,
                since=timezone.localdate(),
            )
        messages.success(self.request, _("She is named."))
        return redirect("document_readers:index")


class EndReader(DeskForm):
    form_class = forms.Form
    submit_label = gettext_lazy("She no longer opens them")
    consequence = gettext_lazy("From now on she opens no sensitive document here. What she has judged stays.")

    @cached_property
    def reader(self) -> DocumentReader:
        own = DocumentReader.objects.filter(institution__in=self.institution_ids, until__isnull=True)
        return get_object_or_404(own.select_related("person"), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.reader)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("document_readers:index"), _("Readers of sensitive documents"))]

    def form_valid(self, form: forms.Form) -> HttpResponse:
        end_reader(reader=self.reader, on=timezone.localdate())
        messages.success(self.request, _("Saved."))
        return redirect("document_readers:index")
