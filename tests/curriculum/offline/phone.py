"""A phone as the inbox sees it: what our scripts send, without the scripts."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

NOW = datetime(2026, 3, 20, 15, tzinfo=UTC)
ACTS = "/es/phone/acts/"


def act(kind: str, *, id: str = "", minutes_ago: int = 60, **fields: str | list[str]) -> dict[str, Any]:
    """One entry of the queue, done so long before it is sent."""
    told = {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    at = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    return {"id": id or str(uuid4()), "kind": kind, "occurred_at": at.isoformat(), "fields": told}


def batch(account: Any, *acts: dict[str, Any], sent_at: datetime | None = None) -> dict[str, Any]:
    moment = sent_at or datetime.now(UTC)
    return {"account": str(account), "sent_at": moment.isoformat(), "acts": list(acts)}


def send(client: Client, account: Any, *acts: dict[str, Any]) -> HttpResponse:
    return client.post(ACTS, json.dumps(batch(account, *acts)), content_type="application/json")


def outcomes(response: HttpResponse) -> list[str]:
    return [answer["outcome"] for answer in response.json()["answers"]]
