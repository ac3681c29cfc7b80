"""An auditor's pages: her institutions, their awards, a sample, a dossier. Nothing here changes anything."""

from datetime import datetime
from typing import cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from curriculum.credentials.models import Award
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from ..dossier import Dossier, dossier_of, dossier_pdf
from ..forms import SampleForm
from ..looking import LIST, SAMPLE, look_at_award, look_at_many
from ..permissions import audited_by, dossiers_open_to, mandates_in_force
from ..sampling import draw_sample, new_seed

A_PAGE = 25
AT_HAND = (
    "person",
    "institution",
    "achievement",
    "rule_set",
    "revocation",
    "participation__programme_version__programme",
)


@login_required
@require_safe
def institutions(request: HttpRequest) -> HttpResponse:
    """Whoever audits nothing today has no such page."""
    mandates = list(mandates_in_force(request.user))
    if not mandates:
        raise Http404
    return _kept_nowhere(render(request, "curriculum/audit/institutions.html", {"mandates": mandates}))


@login_required
@require_safe
def awards(request: HttpRequest, institution: str) -> HttpResponse:
    """The awards of an institution, the newest first; found by name or code."""
    place = _audited(request, institution)
    _noted(request, place, LIST)
    asked = request.GET.get("q", "").strip()
    found = Award.objects.filter(institution=place).select_related("person", "achievement", "revocation")
    if asked:
        found = found.filter(Q(person__name__icontains=asked) | Q(code__iexact=asked.replace("-", "")))
    page = Paginator(found.defer("finding"), A_PAGE).get_page(request.GET.get("page"))
    context = {"institution": place, "page": page, "asked": asked, "form": SampleForm()}
    return _kept_nowhere(render(request, "curriculum/audit/awards.html", context))


@login_required
@require_safe
def sample(request: HttpRequest, institution: str) -> HttpResponse:
    """The address of a sample holds its seed, its size and its moment: opened again it shows the same awards."""
    place = _audited(request, institution)
    form = SampleForm(request.GET)
    if not form.is_valid():
        context = {"institution": place, "form": form}
        return _kept_nowhere(render(request, "curriculum/audit/sample.html", context, status=422))
    as_at = _moment(request.GET.get("as_at", ""))
    if not form.cleaned_data["seed"] or as_at is None:
        again = {
            "size": form.cleaned_data["size"],
            "seed": form.cleaned_data["seed"] or new_seed(),
            "as_at": timezone.now().isoformat(timespec="seconds"),
        }
        return redirect(f"{reverse('audit:sample', args=[place.key])}?{urlencode(again)}")
    _noted(request, place, SAMPLE)
    drawn = draw_sample(
        institution=place, seed=form.cleaned_data["seed"], size=form.cleaned_data["size"], as_at=as_at
    )
    context = {"institution": place, "form": form, "sample": drawn}
    return _kept_nowhere(render(request, "curriculum/audit/sample.html", context))


@login_required
@require_safe
def dossier(request: HttpRequest, award: UUID) -> HttpResponse:
    found = _opened(request, award)
    context = {
        "dossier": found,
        "may_list": audited_by(request.user).filter(pk=found.award.institution_id).exists(),
    }
    return _kept_nowhere(render(request, "curriculum/audit/dossier.html", context))


@login_required
@require_safe
def dossier_paper(request: HttpRequest, award: UUID) -> HttpResponse:
    found = _opened(request, award)
    response = HttpResponse(dossier_pdf(found), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="dossier-{found.award.code}.pdf"'
    return _kept_nowhere(response)


@login_required
@require_safe
def dossier_data(request: HttpRequest, award: UUID) -> HttpResponse:
    found = _opened(request, award)
    response = JsonResponse(found.as_data(), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="dossier-{found.award.code}.json"'
    return _kept_nowhere(response)


def _audited(request: HttpRequest, key: str) -> Institution:
    return get_object_or_404(audited_by(request.user), key=key)


def _opened(request: HttpRequest, uuid: UUID) -> Dossier:
    award = get_object_or_404(dossiers_open_to(request.user).select_related(*AT_HAND), uuid=uuid)
    look_at_award(_viewer(request), award, address=request.path)
    return dossier_of(award)


def _noted(request: HttpRequest, place: Institution, page: str) -> None:
    look_at_many(_viewer(request), place, page=page, address=request.get_full_path())


def _viewer(request: HttpRequest) -> Account:
    return cast("Account", request.user)


def _moment(text: str) -> datetime | None:
    """A moment with its zone; None for anything else."""
    try:
        moment = parse_datetime(text.replace(" ", "+"))
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    add_never_cache_headers(response)
    return response
