"""Exporting transcripts, and looking up what was exported, on the administrator's desk."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import HeaderButton

from curriculum.people.models import ExportFormat, ExportLog, ExportSubject
from curriculum.standards.desk import DeskForm, DeskList

from .columns import COLUMNS
from .exporting import export_transcripts
from .forms import ExportForm


class ExportTranscripts(DeskForm):
    """The answer to a good form is the file itself, made while it is sent."""

    form_class = ExportForm
    page_title = gettext_lazy("Export transcripts")
    submit_label = gettext_lazy("Export")
    consequence = gettext_lazy(
        "The file holds personal data of everyone in it. Keep it where only those who need it can open it. "
        "The export is put down with your name, the number of people and your reason."
    )

    def get_initial(self) -> dict[str, Any]:
        return {"group": self.request.GET.get("group", "")}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def get_header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("What was exported"), url=reverse("exports:log"), icon_name="history")]

    def form_valid(self, form: ExportForm) -> StreamingHttpResponse:  # type: ignore[override]
        export = export_transcripts(
            of=form.of,
            file_format=ExportFormat(form.cleaned_data["format"]),
            reason=form.cleaned_data["reason"],
            exported_by=self.request.user,  # type: ignore[arg-type]
            language=form.cleaned_data["language"],
            columns=form.cleaned_data["columns"] or COLUMNS,
        )
        headers = {"Content-Disposition": f'attachment; filename="{export.file_name}"'}
        return StreamingHttpResponse(export.chunks, content_type=export.content_type, headers=headers)


class ExportFilters(WagtailFilterSet):
    subject = django_filters.ChoiceFilter(label=gettext_lazy("Of"), choices=ExportSubject)
    format = django_filters.ChoiceFilter(label=gettext_lazy("How"), choices=ExportFormat)
    from_day = django_filters.DateFilter(
        field_name="exported_at", lookup_expr="date__gte", label=gettext_lazy("From"), widget=AdminDateInput
    )
    to_day = django_filters.DateFilter(
        field_name="exported_at", lookup_expr="date__lte", label=gettext_lazy("To"), widget=AdminDateInput
    )

    class Meta:
        model = ExportLog
        fields: list[str] = []


class ExportLogList(DeskList):
    model = ExportLog
    page_title = gettext_lazy("What was exported")
    introduction = gettext_lazy(
        "Every export of transcripts and of lists with personal data: who took it and why. Nobody can change this."
    )
    search_fields = ["subject_key", "reason"]
    filterset_class = ExportFilters
    default_ordering = "-exported_at"
    columns = [
        Column("exported_at", label=gettext_lazy("When"), sort_key="exported_at"),
        Column("exported_by", label=gettext_lazy("By")),
        Column("subject", label=gettext_lazy("Of"), accessor="get_subject_display"),
        Column("subject_key", label=gettext_lazy("Which")),
        Column("format", label=gettext_lazy("How"), accessor="get_format_display"),
        Column("people", label=gettext_lazy("How many")),
        Column("reason", label=gettext_lazy("Why")),
    ]
    list_export = [
        "exported_at",
        "exported_by",
        "subject",
        "subject_key",
        "detail",
        "format",
        "people",
        "reason",
    ]
    export_filename = "exports"

    def get_base_queryset(self) -> QuerySet[ExportLog]:
        return ExportLog.objects.filter(institution__in=self.institution_ids).select_related("exported_by")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Export transcripts"), url=reverse("exports:index"), icon_name="download")]
