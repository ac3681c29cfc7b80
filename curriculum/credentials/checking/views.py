"""Anyone checks an award by its code: no account, no name shown unasked, nothing kept of who looked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from curriculum.standards.pace import too_often

from ..signing.contexts import ContextsMissing
from ..signing.reading import read_file
from .codes import code_from, grouped
from .file_words import SAYS
from .forms import CodeForm, CredentialFileForm, NameForm
from .naming import is_name_of
from .queries import award_behind, checked

LOOKS_AN_HOUR = 120
NAMES_AN_HOUR = 20


@never_cache
@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Type the code of a certificate, and be led to what it says."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return redirect("check_award", code=form.cleaned_data["code"])
    context = {"form": form, "file_form": CredentialFileForm()}
    return render(request, "curriculum/checking/verify.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def verify_file(request: HttpRequest) -> HttpResponse:
    """Hand in the file of a certificate, and read step by step what holds. The file is not kept."""
    handed_in = request.method == "POST"
    form = CredentialFileForm(request.POST, request.FILES) if handed_in else CredentialFileForm()
    page, context = "curriculum/checking/file.html", {"file_form": form}
    if not form.is_valid():
        return render(request, page, context, status=422 if form.errors else 200)
    if too_often(request, "check_file", LOOKS_AN_HOUR):
        return render(request, "curriculum/checking/slow_down.html", status=429)
    try:
        reading = read_file(form.cleaned_data["file"])
    except ContextsMissing:
        form.add_error(
            "file", _("Files cannot be checked at the moment. Type the code of the certificate instead.")
        )
        return render(request, page, context, status=503)
    shown = [(step, SAYS[step.kind][step.holds]) for step in reading.steps]
    return render(request, page, {**context, "reading": reading, "steps": shown})


@never_cache
@require_http_methods(["GET", "POST"])
def check_award(request: HttpRequest, code: str) -> HttpResponse:
    """Whether it is valid today, who gave it and for what; and, asked with a name, whether it is that person's."""
    if too_often(request, "check_award", LOOKS_AN_HOUR):
        return render(request, "curriculum/checking/slow_down.html", status=429)
    plain = code_from(code)
    if plain is None:
        return _unknown(request, code)
    if plain != code:
        return redirect("check_award", code=plain)
    award = award_behind(plain)
    if award is None:
        return _unknown(request, plain)
    form = NameForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"checked": checked(award), "form": form, "code": grouped(plain)}
    if not form.is_valid():
        return render(request, "curriculum/checking/award.html", context, status=422 if form.errors else 200)
    if too_often(request, "check_name", NAMES_AN_HOUR):
        form.add_error("name", _("Many names were tried from here. Wait an hour, or ask the person herself."))
        return render(request, "curriculum/checking/award.html", context, status=429)
    context["matches"] = is_name_of(form.cleaned_data["name"], award.inscription.get("holder", ""))
    return render(request, "curriculum/checking/award.html", context)


def _unknown(request: HttpRequest, code: str) -> HttpResponse:
    """Nobody learns whether a code nearly exists."""
    form = CodeForm(initial={"code": code[:40]})
    return render(request, "curriculum/checking/unknown.html", {"form": form}, status=404)
