"""`/healthz`: one word for strangers, the whole report for whoever knows the token."""

import hmac

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .enums import State
from .report import full_report, vital_report


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the site can answer people, else 503. `Authorization: Bearer <CUIDAR_HEALTH_TOKEN>` tells all."""
    report = full_report() if _is_trusted(request) else vital_report()
    status = 503 if report.state == State.PROBLEM else 200
    data = report.as_data() if _is_trusted(request) else {"state": report.state.value}
    return JsonResponse(data, status=status)


def _is_trusted(request: HttpRequest) -> bool:
    """Nobody is, while no token is set."""
    token: str = getattr(settings, "CUIDAR_HEALTH_TOKEN", "")
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(token) and hmac.compare_digest(given.encode(), token.encode())
