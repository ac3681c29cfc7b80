"""Enrolling from a file: choose it, look at what it would do, confirm."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from curriculum.standards.clock import local_date
from curriculum.standards.desk import DeskForm, DeskPage
from curriculum.standards.models import Institution

from ..importing.carrying import PreviewExpired, pack, unpack
from ..importing.checking import check_line
from ..importing.columns import Column
from ..importing.planning import Intent, Plan, make_plan
from ..importing.reading import MOST_BYTES, Sheet, SheetRefused, read_sheet
from ..importing.sample import sample_file
from ..importing.services import Imported, import_people
from ..models import Group
from .person_forms import first_password_address


class ImportForm(forms.Form):
    institution: "forms.ModelChoiceField[Institution]" = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Institution"), empty_label=None
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,  # an empty one is answered in our own words
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv"}),
        help_text=gettext_lazy(
            "A CSV file of up to 1 MB and 2,000 people. Commas, semicolons or tabs, with accents in UTF-8 or "
            "Latin-1: all of them are understood."
        ),
    )

    def __init__(self, *args: Any, institution_ids: frozenset[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institutions = Institution.objects.filter(pk__in=institution_ids)
        self.fields["institution"].queryset = institutions  # type: ignore[attr-defined]
        if len(institution_ids) == 1:
            self.fields["institution"].widget = forms.HiddenInput()
        self.fields["institution"].initial = institutions.first()

    def clean_file(self) -> Sheet:
        file: UploadedFile = self.cleaned_data["file"]
        try:
            return read_sheet(file.read(MOST_BYTES + 1))
        except SheetRefused as refused:
            raise forms.ValidationError(str(refused)) from refused


class ImportPeople(DeskForm):
    """Nothing is saved here: a good file leads to its preview."""

    form_class = ImportForm
    template_name = "curriculum/people/import_choose.html"
    page_title = gettext_lazy("Enrol from a file")
    submit_label = gettext_lazy("Check the file")
    consequence = gettext_lazy("Nothing is saved yet. First you see, row by row, what the file would do.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        groups = Group.objects.filter(institution__in=self.institution_ids).order_by("-starts_on")[:50]
        return super().get_context_data(columns=list(Column), groups=groups, **kwargs)

    def form_valid(self, form: ImportForm) -> HttpResponse:
        institution: Institution = form.cleaned_data["institution"]
        sheet: Sheet = form.cleaned_data["file"]
        rows = [check_line(line, country=institution.country) for line in sheet.lines]
        plan = make_plan(rows, institution=institution)
        context = self.get_context_data(
            plan=plan,
            sheet=sheet,
            counts=counts_of(plan),
            institution=institution,
            packed=pack(rows, institution=institution, account=self.request.user),  # type: ignore[arg-type]
        )
        return self.response_class(self.request, ["curriculum/people/import_preview.html"], context)


def counts_of(plan: Plan) -> dict[str, int]:
    return {intent.value: len(plan.of(intent)) for intent in Intent}


class ConfirmImport(DeskPage):
    """Saves what was previewed, and shows once how new accounts get their first password."""

    template_name = "curriculum/people/import_done.html"
    page_title = gettext_lazy("Enrolled from a file")
    http_method_names = ["post", "options"]

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("enrolments:index"), _("Enrol from a file"))]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        named = request.POST.get("institution", "")
        own = Institution.objects.filter(pk__in=self.institution_ids)
        institution = next((each for each in own if each.key == named), None)
        try:
            if institution is None:
                raise PreviewExpired
            rows = unpack(request.POST.get("packed", ""), institution=institution, account=request.user)  # type: ignore[arg-type]
        except PreviewExpired:
            messages.error(request, _("The preview is too old. Choose the file again; nothing was saved."))
            return redirect("enrolments:index")
        imported = import_people(
            rows=rows,
            institution=institution,
            enrolled_by=request.user,  # type: ignore[arg-type]
            on=local_date(timezone.now(), institution),
        )
        return self.render_to_response(
            self.get_context_data(imported=imported, accounts=self._addresses(imported))
        )

    def _addresses(self, imported: Imported) -> list[dict[str, Any]]:
        return [
            {
                "person": person,
                "user_name": account.get_username(),
                "address": first_password_address(self.request, account),
            }
            for person, account in imported.accounts
        ]


class SampleFile(DeskPage):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        newest = Group.objects.filter(institution__in=self.institution_ids).order_by("-starts_on").first()
        return sample_file(newest.key if newest else "group-1")
