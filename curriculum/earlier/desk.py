"""Earlier records on the desk: choose a file, look at what it would do, attest it; take it back."""

from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from curriculum.api import (
    DeskForm,
    DeskPage,
    Line,
    Sheet,
    SheetRefused,
    institutions_for_choice,
    read_sheet,
)

from .checking import Checked, check_lines
from .columns import EARLIER
from .models import EarlierFile
from .sample import sample
from .services import bring_in, undo_file

MOST_BYTES = 1024 * 1024
MOST_PROOF = 10 * 1024 * 1024
PROOFS = (".pdf", ".jpg", ".jpeg", ".png")
SALT = "curriculum.earlier"
GOOD_FOR = 60 * 60  # seconds


class EarlierForm(forms.Form):
    institution: Any = forms.ModelChoiceField(
        EarlierFile.objects.none(), label=gettext_lazy("Institution"), empty_label=None
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv,text/csv"}),
        help_text=gettext_lazy("A spreadsheet (XLSX) or a CSV file of up to 1 MB and 2,000 rows."),
    )

    def __init__(self, *args: Any, institution_ids: frozenset[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["institution"]
        field.queryset = institutions_for_choice(institution_ids)
        field.initial = field.queryset.first()
        if len(institution_ids) == 1:
            field.widget = forms.HiddenInput()

    def clean_file(self) -> Sheet:
        file: UploadedFile = self.cleaned_data["file"]
        self.file_name = file.name or ""
        try:
            return read_sheet(file.read(MOST_BYTES + 1), EARLIER)
        except SheetRefused as refused:
            raise forms.ValidationError(str(refused)) from refused


class ProofForm(forms.Form):
    """What was previewed, and the paper behind it."""

    packed = forms.CharField(widget=forms.HiddenInput)
    file_name = forms.CharField(widget=forms.HiddenInput, required=False)
    proof = forms.FileField(
        label=gettext_lazy("Document that proves it"),
        widget=forms.FileInput(attrs={"accept": ",".join(PROOFS)}),
        help_text=gettext_lazy("The signed list or the certificates, as PDF or photograph, up to 10 MB."),
    )

    def clean_proof(self) -> UploadedFile:
        proof: UploadedFile = self.cleaned_data["proof"]
        if not (proof.name or "").lower().endswith(PROOFS) or (proof.size or 0) > MOST_PROOF:
            raise forms.ValidationError(_("Choose a PDF, JPG or PNG of up to 10 MB."))
        return proof


class ChooseFile(DeskForm):
    """Nothing is saved here: a good file leads to its preview."""

    form_class = EarlierForm
    template_name = "earlier/choose.html"
    page_title = gettext_lazy("Earlier records")
    submit_label = gettext_lazy("Check the file")
    consequence = gettext_lazy("Nothing is saved yet. First you see, row by row, what the file would do.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        columns = [EARLIER.title_of(column) for column in EARLIER.columns]
        return super().get_context_data(columns=columns, files=_own_files(self)[:50], **kwargs)

    def form_valid(self, form: EarlierForm) -> HttpResponse:
        institution, sheet = form.cleaned_data["institution"], form.cleaned_data["file"]
        rows = check_lines(sheet.lines, institution=institution, importer=self.request.user)  # type: ignore[arg-type]
        packed = _pack(sheet, institution.pk, self.request.user.pk)  # type: ignore[arg-type]
        context = self.get_context_data(
            rows=rows,
            sheet=sheet,
            new=_new(rows),
            proof_form=ProofForm(initial={"packed": packed, "file_name": form.file_name}),
        )
        return self.response_class(self.request, ["earlier/preview.html"], context)


class Attest(DeskPage):
    """Brings in what was previewed, attested by the account that presses."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = ProofForm(request.POST, request.FILES)
        if not form.is_valid():
            faults = form.errors.get("proof") or [_("Choose the file again; nothing was saved.")]
            messages.error(request, " ".join(map(str, faults)))
            return redirect("earlier:index")
        try:
            institution_id, lines = _unpack(form.cleaned_data["packed"], request.user.pk)  # type: ignore[arg-type]
        except signing.BadSignature:
            messages.error(request, _("The preview is too old. Choose the file again; nothing was saved."))
            return redirect("earlier:index")
        own = institutions_for_choice(self.institution_ids)
        brought = bring_in(
            lines=lines,
            institution=get_object_or_404(own, pk=institution_id),
            attested_by=request.user,  # type: ignore[arg-type]
            file_name=form.cleaned_data["file_name"],
            proof=form.cleaned_data["proof"],
        )
        if brought.file is None:
            messages.warning(request, _("Nothing new: everything in this file is here already."))
            return redirect("earlier:index")
        messages.success(request, _("The records are in. They say that you attested them."))
        return redirect("earlier:one", brought.file.pk)


class OneFile(DeskPage):
    """What a file brought in; the button takes it back."""

    template_name = "earlier/one.html"

    @cached_property
    def file(self) -> EarlierFile:
        return get_object_or_404(_own_files(self), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.file)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("earlier:index"), _("Earlier records"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.file.rows.select_related("evidence__person").prefetch_related("evidence__withdrawn_by")
        return super().get_context_data(file=self.file, rows=rows, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        undone = undo_file(file=self.file, undone_by=request.user)  # type: ignore[arg-type]
        if undone.taken_back:
            said = ngettext(
                "%(count)s row was taken back.", "%(count)s rows were taken back.", undone.taken_back
            )
            messages.success(request, said % {"count": undone.taken_back})
        if undone.staying:
            names = ", ".join(person.name for person in undone.staying[:10])
            messages.warning(
                request,
                _("An award rests on what was brought in for: %(names)s. It stays.") % {"names": names},
            )
        return redirect("earlier:one", self.file.pk)


class Proof(OneFile):
    """The paper behind a file, for administrators of its institution only."""

    http_method_names = ["get", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.file.proof:
            raise Http404
        answer = FileResponse(self.file.proof.open(), as_attachment=True)
        answer["Cache-Control"] = "private, no-store"
        return answer


class SampleFile(DeskPage):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return sample(kwargs["ending"])


def _own_files(screen: Any) -> QuerySet[EarlierFile]:
    own = EarlierFile.objects.filter(institution__in=screen.institution_ids)
    return own.select_related("brought_by", "undone_by", "institution")


def _new(rows: list[Checked]) -> int:
    return sum(row.is_new for row in rows)


def _pack(sheet: Sheet, institution_id: int, account_id: int) -> str:
    """The rows, signed, so that only this account brings them back, and within the hour."""
    lines = [[line.number, {str(key): cell for key, cell in line.cells.items()}] for line in sheet.lines]
    return signing.dumps([institution_id, account_id, lines], salt=SALT, compress=True)


def _unpack(packed: str, account_id: int) -> tuple[int, list[Line]]:
    """Raises BadSignature for what is too old, changed, or another's."""
    institution_id, owner, lines = signing.loads(packed, salt=SALT, max_age=GOOD_FOR)
    if owner != account_id:
        raise signing.BadSignature
    cells = [(number, {EARLIER.columns(key): cell for key, cell in row.items()}) for number, row in lines]
    return institution_id, [Line(number, row) for number, row in cells]
