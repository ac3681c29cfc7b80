"""The door: immediate help first, then who reads and when they answer, then the words. No account is needed.

Nothing is put into the session, nothing is kept by the browser, and no address says who came.
"""

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from curriculum.api import too_often
from curriculum.concerns.enums import Matter, Teller
from curriculum.concerns.errors import NobodyListens
from curriculum.concerns.forms import CodeForm, ConcernForm, WordsForm
from curriculum.concerns.models import Concern, ConcernReading, Confidant, ListeningPolicy
from curriculum.concerns.permissions import confidants_of, listens
from curriculum.concerns.services import add_words, concern_behind, said_in, tell_concern

if TYPE_CHECKING:
    from curriculum.models import Institution

TELLINGS_AN_HOUR = 5
TRIES_AN_HOUR = 20


@never_cache
@require_GET
def door(request: HttpRequest) -> HttpResponse:
    """Which school? With one, straight there."""
    schools = list(_institutions())
    if len(schools) == 1:
        return redirect("concerns:tell", institution=schools[0].key)
    return render(request, "concerns/door.html", {"schools": schools, "listens": listens(request.user)})


@require_GET
def policy(request: HttpRequest) -> HttpResponse:
    return render(request, "concerns/policy.html")


@never_cache
@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, institution: str) -> HttpResponse:
    """Help, who reads, and the form. After sending: the code, once."""
    school = get_object_or_404(_institutions(), key=institution)
    confidants = list(confidants_of(school))
    form = ConcernForm(request.POST if request.method == "POST" else None, confidants=confidants)
    context = {
        "school": school,
        "confidants": confidants,
        "help_lines": list(school.help_lines.all()),
        "policy": ListeningPolicy.objects.filter(institution=school).first() or ListeningPolicy(),
        "form": form,
        "listens": listens(request.user),
    }
    if not form.is_valid():
        return render(request, "concerns/tell.html", context, status=422 if form.errors else 200)
    if too_often(request, "concern", TELLINGS_AN_HOUR):
        form.add_error(
            None,
            _("A lot was written from here just now. Wait a little, or call one of the numbers."),
        )
        return render(request, "concerns/tell.html", context, status=429)
    values = form.cleaned_data
    try:
        told = tell_concern(
            uuid=values["uuid"],
            institution=school,
            matter=Matter(values["matter"]),
            teller=Teller(values["teller"]),
            words=values["words"],
            told_by=request.user,
            about=[int(key) for key in values["about"]],
        )
    except NobodyListens:
        return render(request, "concerns/nobody.html", context, status=409)
    return render(request, "concerns/told.html", {**context, "code": told.code})


@never_cache
@require_http_methods(["GET", "POST"])
def come_back(request: HttpRequest) -> HttpResponse:
    """With the code: what was answered, and room for more. The code travels in the form, never in an address."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "concerns/code.html", {"form": form}, status=422 if form.errors else 200)
    if too_often(request, "concern_code", TRIES_AN_HOUR):
        form.add_error("code", _("Too many codes were tried from here. Wait an hour."))
        return render(request, "concerns/code.html", {"form": form}, status=429)
    concern = concern_behind(form.cleaned_data["code"])
    if concern is None:
        form.add_error("code", _("This code opens nothing. Look at it once more, letter by letter."))
        return render(request, "concerns/code.html", {"form": form}, status=422)
    return _conversation(request, concern, form.cleaned_data["code"])


def _conversation(request: HttpRequest, concern: Concern, code: str) -> HttpResponse:
    more = WordsForm(request.POST if "words" in request.POST else None)
    added = more.is_valid()
    if added:
        add_words(concern=concern, words=more.cleaned_data["words"], uuid=more.cleaned_data["uuid"])
        more = WordsForm()
    context = {
        "concern": concern,
        "code": code,
        "said": said_in(concern),
        "form": more,
        "added": added,
        "readings": ConcernReading.objects.filter(concern_uuid=concern.uuid).select_related("reader"),
    }
    return render(request, "concerns/conversation.html", context, status=422 if more.errors else 200)


def _institutions() -> "QuerySet[Institution]":
    """The schools where somebody listens."""
    institutions: Any = Confidant._meta.get_field("institution").related_model
    listening = Confidant.objects.filter(institution=OuterRef("pk"), until__isnull=True)
    return institutions._default_manager.filter(Exists(listening))
