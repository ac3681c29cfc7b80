"""Any page of a learner, as she sees it, for those who teach her and those who administer."""

from typing import cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.cache import add_never_cache_headers
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from curriculum.people.models import Person
from curriculum.standards.accounts import Account

from .frame import Frame, NotAPage, framed, seen_by_her
from .permissions import institutions_to_look_from, stands_only_in
from .registry import SeenPage, seen_page
from .services import record_look

NOTHING_RUNS = {"script-src": ["'none'"], "form-action": ["'none'"]}


@login_required
@require_http_methods(["GET"])
def see_as(request: HttpRequest, person: UUID, page: str) -> HttpResponse:
    """One page of hers. A person whom the visitor does not teach or administer does not exist here."""
    learner = get_object_or_404(Person.objects.select_related("user"), uuid=person)
    scope = institutions_to_look_from(request.user, learner)
    if not scope:
        raise Http404
    path = f"/{get_language()}/{page}"
    match = _match(path)
    known = seen_page(match.view_name) if match else None
    if match is None or known is None:
        return _not_shown(request, learner, _("This page cannot be seen here."))
    if learner.user is None:
        return _not_shown(request, learner, _("She has no account yet, so she sees no pages."))
    institution_id = _institution(known, match, learner, scope)
    if institution_id is None:
        text = _("She also stands at another institution, and this page shows both. Open her lessons.")
        return _not_shown(request, learner, text)
    record_look(
        viewer=cast("Account", request.user),
        person=learner,
        institution_id=institution_id,
        page=known.url_name,
        address=page,
    )
    frame = Frame(
        str(learner.uuid), _banner(learner, page), escape(_("Seen as %(name)s") % {"name": learner}) + ": "
    )
    try:
        response = framed(seen_by_her(request, match, path, learner.user), frame)
    except NotAPage:
        return _not_shown(request, learner, _("This page cannot be seen here."))
    return _locked(response)


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _institution(known: SeenPage, match: ResolverMatch, learner: Person, scope: frozenset[int]) -> int | None:
    """For which institution the look is; None where a page about the whole person would show too much.

    A page of an institution outside the scope does not exist.
    """
    if known.institution_of is None:
        return min(scope) if stands_only_in(learner, scope) else None
    institution_id = known.institution_of(match.kwargs)
    if institution_id not in scope:
        raise Http404
    return institution_id


def _banner(learner: Person, page: str) -> str:
    return render_to_string("curriculum/looks/banner.html", {"learner": learner, "page": page})


def _not_shown(request: HttpRequest, learner: Person, text: str) -> HttpResponse:
    return _locked(render(request, "curriculum/looks/not_shown.html", {"learner": learner, "text": text}))


def _locked(response: HttpResponse) -> HttpResponse:
    """Nothing runs, nothing is sent, nothing is kept."""
    response._csp_replace = NOTHING_RUNS  # type: ignore[attr-defined]
    add_never_cache_headers(response)
    return response
