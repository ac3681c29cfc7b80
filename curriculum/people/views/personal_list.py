"""A list of people or of what they did: it leaves the desk only with a reason, which is kept."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Count
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from curriculum.standards.desk import DeskList

from ..models import ExportFormat
from ..taking_out import log_list


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        min_length=5,
        max_length=500,
        help_text=gettext_lazy("Such as “Yearly report to the ministry”. It is kept with your name."),
        error_messages={"min_length": gettext_lazy("Please say a little more: at least five letters.")},
    )


class PersonalList(DeskList):
    """Its file is made after the reason has been given; search and filters hold for the file too.

    `person_path` leads from a row to the person whom it is about: what is put down counts people, not rows.
    `reason_form` may ask for more than the reason; what was answered is in `asked` while the rows are read, and is
    put down with the search and the filters.
    """

    person_path = "person"
    reason_form: type[ReasonForm] = ReasonForm
    asked: Mapping[str, Any] = {}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.is_export:
            return self._ask(self.reason_form())
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = self.reason_form(request.POST)
        if not self.is_export or not form.is_valid():
            return self._ask(form)
        self.asked = {name: value for name, value in form.cleaned_data.items() if name != "reason"}
        log_list(
            institution_ids=self.institution_ids,
            name=self.export_filename,
            chosen="&".join(filter(None, [self._chosen(), urlencode(self.asked)])),
            file_format=ExportFormat(request.GET["export"]),
            people=self._people(),
            reason=form.cleaned_data["reason"],
            exported_by=request.user,  # type: ignore[arg-type]
            at=timezone.now(),
        )
        return self.file(request.GET["export"])

    def _ask(self, form: ReasonForm) -> TemplateResponse:
        chosen = self._chosen()
        context = {
            "form": form,
            "page_title": self.page_title,
            "count": self.get_queryset().count(),
            "back": f"{self.index_url}?{chosen}" if chosen else self.index_url,
        }
        return TemplateResponse(self.request, "curriculum/people/take_out.html", context)

    def _people(self) -> int:
        counted: int = (
            self.get_queryset().order_by().aggregate(people=Count(self.person_path, distinct=True))["people"]
        )
        return counted

    def _chosen(self) -> str:
        query = self.request.GET.copy()
        query.pop("export", None)
        query.pop("p", None)
        return query.urlencode()
