"""The app on the phone (service worker, manifest, its own pages) and the inbox for what was done without signal."""

import json
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from curriculum.people.queries import person_of

from .permissions import can_send
from .reading import BatchUnreadable, read_batch
from .services import receive_acts
from .worker import instructions, is_on

SCRIPT = "text/javascript; charset=utf-8"
PAPER = "#fbf6ee"


@require_GET
@never_cache
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker of the whole site; where offline work is switched off, one that cleans up and leaves."""
    entry = json.dumps(static("cuidar/js/offline/worker.js"))
    if is_on():
        lines = [f"import {{ serve }} from {entry};", f"serve({json.dumps(instructions())});"]
    else:
        lines = [f"import {{ retire }} from {entry};", "retire();"]
    return HttpResponse("\n".join(lines), content_type=SCRIPT)


@require_GET
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put the site among its apps, in the reader's language."""
    told = {
        "id": "/",
        "name": "Cuidar",
        "short_name": "Cuidar",
        "description": _("Cuidar. Learning to care, and being recognised for it."),
        "lang": get_language(),
        "start_url": reverse("my_path"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": static("cuidar/icons/cuidar.svg"), "sizes": "any", "type": "image/svg+xml"},
            *(_icon(size, "any") for size in (192, 512)),
            _icon(512, "maskable"),
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json")


def _icon(size: int, purpose: str) -> dict[str, str]:
    name = "app-maskable" if purpose == "maskable" else "app"
    address = static(f"cuidar/icons/{name}-{size}.png")
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


@require_GET
def needs_signal(request: HttpRequest) -> HttpResponse:
    """What stands in the place of a page that is not on the phone. It knows nobody."""
    return render(request, "curriculum/offline/needs_signal.html")


@require_GET
def on_this_phone(request: HttpRequest) -> HttpResponse:
    """What waits to be sent and what is kept. The server knows neither: the phone fills the page in."""
    return render(request, "curriculum/offline/phone.html")


@require_GET
@never_cache
def token(request: HttpRequest) -> JsonResponse:
    """Who is signed in, and a token for sending: the one in a page may be old.

    Nobody gets none. It would come with a cookie, and a phone asks in the background: just then somebody may be
    opening the sign-in page, whose own token the second cookie would spoil.
    """
    if not request.user.is_authenticated:
        return JsonResponse({"account": "", "token": ""})
    return JsonResponse({"account": str(request.user.pk), "token": get_token(request)})


@require_POST
@never_cache
def receive(request: HttpRequest) -> JsonResponse:
    """The inbox: a batch of acts in, one answer for each out.

    401 without sign-in, 403 for an account without a person, 409 for another account's queue, 400 for anything that
    our pages do not send. In all these cases nothing is written and the queue stays on the phone.
    """
    if not request.user.is_authenticated:
        return JsonResponse({}, status=401)
    try:
        batch = read_batch(request.body)
    except BatchUnreadable:
        return JsonResponse({}, status=400)
    if not can_send(request.user, batch.account):
        return JsonResponse({}, status=409)
    person = person_of(request.user)
    if person is None:
        return JsonResponse({}, status=403)
    answers = receive_acts(batch=batch, person=person, account=request.user)
    return JsonResponse({"answers": [asdict(answer) for answer in answers]})
