"""What machines read: an institution's keys, status lists, rules and what it awards. No person is in it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from curriculum.standards.models import Achievement, Institution, RuleSet
from curriculum.standards.texts import texts_of

from .addresses import published
from .contexts import ContextsMissing
from .dids import did_document, site_document
from .models import Credential
from .status import signed_status_list

A_MINUTE = 60
AN_HOUR = 3600


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def site_did(request: HttpRequest) -> HttpResponse:
    return _open_to_all(JsonResponse(site_document(), content_type="application/did+json"))


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def institution_did(request: HttpRequest, institution: str) -> HttpResponse:
    owner = get_object_or_404(Institution, key=institution)
    return _open_to_all(JsonResponse(did_document(owner), content_type="application/did+json"))


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def status_list(request: HttpRequest, institution: str, number: int) -> HttpResponse:
    """Which credentials are revoked, by their places alone."""
    owner = get_object_or_404(Institution, key=institution)
    try:
        text = signed_status_list(owner, number)
    except Credential.DoesNotExist as error:
        raise Http404 from error
    except ContextsMissing:
        return HttpResponse(_("This site cannot sign at the moment. Try again later."), status=503)
    return _open_to_all(HttpResponse(text, content_type="application/vc"))


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def rule(request: HttpRequest, institution: str, digest: str) -> HttpResponse:
    """What earns an award, as the rules of this site are written, so that anybody can count again."""
    rules = RuleSet.objects.filter(institution__key=institution, achievement__isnull=False)
    found = rules.filter(digest__endswith=digest, published_at__isnull=False).first()
    if found is None or found.digest.rsplit(":", 1)[-1] != digest:
        raise Http404
    return _open_to_all(JsonResponse(found.document))


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def achievement(request: HttpRequest, institution: str, key: str, version: str) -> HttpResponse:
    """What is awarded, in every language in which it is named."""
    known = Achievement.objects.select_related("institution")
    found: Achievement = get_object_or_404(known, institution__key=institution, key=key)
    get_object_or_404(RuleSet, achievement=found, version=version, published_at__isnull=False)
    content: dict[str, Any] = {
        "id": published(found.institution, "achievements", key, version),
        "kind": found.kind,
        "version": version,
        **{field: texts_of(found, field) for field in ("name", "description", "criteria")},
    }
    return _open_to_all(JsonResponse(content))


def _open_to_all(response: HttpResponse) -> HttpResponse:
    """A verifier that runs in somebody's browser may read it too: it holds nothing private."""
    response["Access-Control-Allow-Origin"] = "*"
    return response
