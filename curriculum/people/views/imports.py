"""Enrolling from a file: choose it, look at what it would do, confirm."""

from typing import Any

import django_filters
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from curriculum.standards.clock import local_date
from curriculum.standards.desk import DeskForm, DeskList, DeskPage
from curriculum.standards.models import Institution

from ..documents import own_kinds
from ..importing.carrying import PreviewExpired, pack, unpack
from ..importing.checking import check_line
from ..importing.columns import Column as FileColumn
from ..importing.columns import title_of
from ..importing.planning import Intent, Plan, make_plan
from ..importing.reading import MOST_BYTES, Sheet, SheetRefused, read_sheet
from ..importing.sample import sample_csv, sample_workbook
from ..importing.services import Imported, import_people
from ..importing.undoing import undo_file
from ..models import Group, PeopleFile


class ImportForm(forms.Form):
    institution: "forms.ModelChoiceField[Institution]" = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Institution"), empty_label=None
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,  # an empty one is answered in our own words
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv,text/csv"}),
        help_text=gettext_lazy("A spreadsheet (XLSX) or a CSV file of up to 1 MB and 2,000 people."),
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
        self.file_name = file.name or ""
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
        columns = [title_of(column) for column in FileColumn]
        return super().get_context_data(columns=columns, groups=groups, **kwargs)

    def get_header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(
                _("Files that were brought in"), url=reverse("enrolments:files"), icon_name="history"
            )
        ]

    def form_valid(self, form: ImportForm) -> HttpResponse:
        institution: Institution = form.cleaned_data["institution"]
        sheet: Sheet = form.cleaned_data["file"]
        kinds = own_kinds(institution)
        rows = [check_line(line, country=institution.country, own_kinds=kinds) for line in sheet.lines]
        plan = make_plan(rows, institution=institution)
        context = self.get_context_data(
            plan=plan,
            sheet=sheet,
            counts=counts_of(plan),
            institution=institution,
            file_name=form.file_name,
            packed=pack(rows, institution=institution, account=self.request.user),  # type: ignore[arg-type]
        )
        return self.response_class(self.request, ["curriculum/people/import_preview.html"], context)


def counts_of(plan: Plan) -> dict[str, int]:
    return {intent.value: len(plan.of(intent)) for intent in Intent}


class ConfirmImport(DeskPage):
    """Saves what was previewed, and says what comes next."""

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
        for row in rows:
            row.same_as = request.POST.get(f"same-{row.number}", "")
        imported = import_people(
            rows=rows,
            institution=institution,
            enrolled_by=request.user,  # type: ignore[arg-type]
            on=local_date(timezone.now(), institution),
            file_name=request.POST.get("file_name", ""),
        )
        return self.render_to_response(self.get_context_data(imported=imported, groups=_groups_of(imported)))


def _groups_of(imported: Imported) -> list[Group]:
    """The groups into which somebody came with a new account, whose slips are printed next."""
    return list(
        Group.objects.filter(
            participations__in=imported.enrolled,
            participations__person__in=[person for person, _account in imported.accounts],
        )
        .distinct()
        .order_by("name")
    )


class FileFilters(WagtailFilterSet):
    undone = django_filters.BooleanFilter(
        label=gettext_lazy("Undone"), field_name="undone_at", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = PeopleFile
        fields: list[str] = []


class FileList(DeskList):
    model = PeopleFile
    page_title = gettext_lazy("Files that were brought in")
    introduction = gettext_lazy(
        "Each file that was confirmed. It can be undone as long as nobody has used what it made."
    )
    search_fields = ["name", "brought_by__username"]
    filterset_class = FileFilters
    default_ordering = "-brought_at"
    detail_url_name = "enrolments:undo"
    columns = [
        TitleColumn("name", label=gettext_lazy("File"), accessor=str, url_name="enrolments:undo"),
        Column("brought_at", label=gettext_lazy("When"), sort_key="brought_at"),
        Column("brought_by", label=gettext_lazy("By")),
        Column("registered", label=gettext_lazy("New people")),
        Column("enrolled", label=gettext_lazy("Enrolled")),
        Column("undone_at", label=gettext_lazy("Undone")),
    ]
    list_export = ["name", "brought_at", "brought_by", "registered", "enrolled", "undone_at"]
    export_filename = "files-of-people"

    def get_base_queryset(self) -> QuerySet[PeopleFile]:
        own = PeopleFile.objects.filter(institution__in=self.institution_ids)
        return own.select_related("brought_by")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Enrol from a file"), url=reverse("enrolments:index"), icon_name="upload")]


class UndoFile(DeskPage):
    """What a file made; the button then takes it back."""

    template_name = "curriculum/people/undo_file.html"

    @cached_property
    def file(self) -> PeopleFile:
        own = PeopleFile.objects.filter(institution__in=self.institution_ids)
        return get_object_or_404(own.select_related("brought_by", "undone_by"), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.file)

    def trail(self) -> list[tuple[str, str]]:
        return [
            (reverse("enrolments:index"), _("Enrol from a file")),
            (reverse("enrolments:files"), _("Files that were brought in")),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.file.rows.select_related("person", "participation__group").order_by("person__name")
        return super().get_context_data(file=self.file, rows=rows, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        undone = undo_file(file=self.file, undone_by=request.user, at=timezone.now())  # type: ignore[arg-type]
        if undone.taken_back:
            said = ngettext(
                "%(count)s row was taken back.", "%(count)s rows were taken back.", undone.taken_back
            )
            messages.success(request, said % {"count": undone.taken_back})
        if undone.staying:
            names = ", ".join(person.name for person in undone.staying[:10])
            messages.warning(
                request,
                _(
                    "These people stay, because they have signed in or something was put down for them: %(names)s. "
                    "End their participation on their page if it was a mistake."
                )
                % {"names": names},
            )
        return redirect("enrolments:undo", self.file.pk)


class SampleFile(DeskPage):
    """The file to start from, with the short name of the newest group in it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        newest = Group.objects.filter(institution__in=self.institution_ids).order_by("-starts_on").first()
        make = sample_workbook if kwargs["ending"] == "xlsx" else sample_csv
        return make(newest.key if newest else "group-1")
