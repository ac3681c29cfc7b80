"""Logs for the people who run the site, without anybody's personal data.

A message's own words are kept and what was filled into them is left out; of an error its kind and place are kept, not
what it says: names, documents and addresses with codes in them travel in those. A request is its route's name.
"""

import hmac
import json
import logging
import re
import time
import traceback
import uuid
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

requests = logging.getLogger("cuidar.requests")
GIVEN_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
FRAMES_SHOWN = 8


class RequestLogMiddleware:
    """One line a request, and its number on the answer, so that a complaint finds its line."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        begun, number = time.monotonic(), _number(request)
        response = self.get_response(request)
        response.headers["X-Request-ID"] = number
        milliseconds = round((time.monotonic() - begun) * 1000)
        facts = {
            "request_id": number,
            "method": request.method,
            "route": request.resolver_match.view_name if request.resolver_match else None,
            "status": response.status_code,
            "ms": milliseconds,
            "user": _account(request),
        }
        requests.info("request", extra={"facts": facts})
        return response


def _number(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-ID", "")
    return given if GIVEN_ID.fullmatch(given) else uuid.uuid4().hex


def _account(request: HttpRequest) -> str | None:
    """The same account gives the same mark for as long as the site has its key; nobody can read it back.

    An account that no view has asked for is not looked up for the log's sake.
    """
    user = request.__dict__.get("_cached_user")
    if user is None or not user.is_authenticated:
        return None
    return hmac.new(settings.SECRET_KEY.encode(), b"log" + str(user.pk).encode(), sha256).hexdigest()[:12]


def facts_of(record: logging.LogRecord) -> dict[str, Any]:
    """What of a log record may be written down."""
    facts = {
        "time": timezone.now().isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "message": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
        **getattr(record, "facts", {}),
    }
    if record.exc_info and record.exc_info[0]:
        kind, _error, trace = record.exc_info
        frames = traceback.extract_tb(trace)[-FRAMES_SHOWN:]
        facts["error"] = kind.__name__
        facts["where"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return facts


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(facts_of(record), default=str)


class PlainFormatter(logging.Formatter):
    """The same for eyes: `key=value` after the message."""

    def format(self, record: logging.LogRecord) -> str:
        facts = facts_of(record)
        head = f"{facts.pop('time')} {facts.pop('level')} {facts.pop('logger')}: {facts.pop('message')}"
        return " ".join([head, *(f"{name}={value}" for name, value in facts.items() if value is not None)])
