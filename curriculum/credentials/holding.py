"""My credential: show it, send it, print it, and decide whether my name may be read beside it."""

from typing import Any

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from .certificate import certificate_pdf
from .checking.codes import grouped
from .checking.queries import checked, shows_name
from .checking.services import hide_name, show_name
from .models import Award
from .permissions import own_awards
from .queries import whole_awards
from .signing.contexts import ContextsMissing, are_installed
from .signing.forms import FORMS
from .signing.keyring import KeyMissing


@never_cache
@login_required
@require_GET
def my_credential(request: HttpRequest, code: str) -> HttpResponse:
    """One award of mine, with its square to scan. Somebody else's answers 404."""
    award = _mine(request, code)
    address = request.build_absolute_uri(check_address(award.code))
    context: dict[str, Any] = {
        "checked": checked(award),
        "shows_name": shows_name(award),
        "code": grouped(award.code),
        "address": address,
        "square": square_for(address),
        "forms": list(FORMS) if are_installed() else [],
    }
    return render(request, "curriculum/checking/mine.html", context)


@never_cache
@login_required
@require_GET
def my_certificate(request: HttpRequest, code: str) -> HttpResponse:
    """My award on paper, in the language that I read."""
    award = _mine(request, code)
    if hasattr(award, "revocation"):
        return redirect("my_credential", code=award.code)
    content = certificate_pdf(award, request.build_absolute_uri(check_address(award.code)))
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{award.achievement.key}-{award.code}.pdf"'
    return response


@never_cache
@login_required
@require_GET
def my_credential_file(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """My award as a file for a wallet or a machine; her own file bears her name."""
    award = _mine(request, code)
    if form not in FORMS:
        raise Http404
    try:
        content = FORMS[form].write(award)
    except (ContextsMissing, KeyMissing):
        messages.error(
            request, _("The file cannot be made at the moment. The code and the paper are just as good.")
        )
        return redirect("my_credential", code=award.code)
    response = HttpResponse(content, content_type=FORMS[form].media_type)
    response["Content-Disposition"] = f'attachment; filename="{award.achievement.key}-{award.code}.{form}"'
    return response


@login_required
@require_POST
def choose_name(request: HttpRequest, code: str) -> HttpResponse:
    """Let my name be read beside this award, or no longer."""
    award = _mine(request, code)
    if request.POST.get("show") == "yes":
        show_name(award=award)
        messages.success(request, _("Whoever has the code now reads your name too."))
    else:
        hide_name(award=award)
        messages.success(request, _("Your name is no longer shown."))
    return redirect("my_credential", code=award.code)


def _mine(request: HttpRequest, code: str) -> Award:
    return get_object_or_404(whole_awards().filter(pk__in=own_awards(request.user)), code=code)


def check_address(code: str) -> str:
    """Where an award is checked, without a language: each visitor is led to her own."""
    page = reverse("check_award", args=[code])
    return "/v/" + page.rsplit("/v/", 1)[-1]


def square_for(address: str) -> SafeString:
    """A QR code that a phone reads from a screen and from paper."""
    return mark_safe(segno.make(address, error="m").svg_inline(scale=5, border=3, light="#fff"))  # noqa: S308 — our own
