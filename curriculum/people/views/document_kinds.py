"""The kinds of identity documents of an institution: those of every country, and those that it has added itself."""

from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from curriculum.standards.desk import DeskForm
from curriculum.standards.models import Institution

from ..documents import add_kind, offer_kind
from ..enums import DocumentKind
from ..models import OwnDocumentKind


class KindForm(forms.Form):
    institution: "forms.ModelChoiceField[Institution]" = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Institution"), empty_label=None
    )
    name = forms.CharField(
        label=gettext_lazy("Name of the document"),
        max_length=30,
        help_text=gettext_lazy("As people call it, such as “Tarjeta andina”."),
    )
    country = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label=gettext_lazy("Country"),
        required=False,
        help_text=gettext_lazy("Two letters, such as UY or VE. Leave it empty for any country."),
        error_messages={"invalid": gettext_lazy("Write the country with two letters, such as UY.")},
    )

    def __init__(self, *args: Any, institution_ids: frozenset[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institutions = Institution.objects.filter(pk__in=institution_ids)
        self.fields["institution"].queryset = institutions  # type: ignore[attr-defined]
        self.fields["institution"].initial = institutions.first()


class DocumentKinds(DeskForm):
    """To add a kind, and to stop offering one; documents that are on record keep theirs."""

    form_class = KindForm
    template_name = "curriculum/people/document_kinds.html"
    page_title = gettext_lazy("Kinds of identity documents")
    submit_label = gettext_lazy("Add this kind")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = OwnDocumentKind.objects.filter(institution__in=self.institution_ids)
        return super().get_context_data(everywhere=DocumentKind.choices, own=own, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "turn" not in request.POST:
            return super().post(request, *args, **kwargs)
        named = request.POST["turn"]
        own = OwnDocumentKind.objects.filter(institution__in=self.institution_ids)
        kind = get_object_or_404(own, pk=named if named.isdecimal() else 0)
        offer_kind(kind=kind, offered=not kind.offered)
        messages.success(request, _("The list is changed. Documents on record keep their kind."))
        return redirect("people:document_kinds")

    def form_valid(self, form: KindForm) -> HttpResponse:
        values = form.cleaned_data
        try:
            with transaction.atomic():
                add_kind(**values | {"country": values["country"].upper()})
        except IntegrityError:
            form.add_error("name", _("This kind is on the list already."))
            return self.form_invalid(form)
        messages.success(self.request, _("The kind is on the list."))
        return redirect("people:document_kinds")
