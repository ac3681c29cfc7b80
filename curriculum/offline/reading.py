"""What a phone sends: a batch of acts, oldest first. Pure: bytes and moments in, plain values out."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

MOST_ACTS = 50
MOST_BYTES = 256 * 1024
LONGEST_WAIT = timedelta(days=90)
"""An act that waited longer counts as done this long ago: beyond that, phones' clocks are not to be believed."""


class BatchUnreadable(Exception):
    """This is not what our pages send."""


@dataclass(frozen=True, slots=True)
class SentAct:
    """An act as it came. `claimed_at` is when it happened by the phone's clock."""

    id: UUID
    kind: str
    claimed_at: datetime
    fields: Mapping[str, Sequence[str]]

    @property
    def digest(self) -> str:
        """The same for the same contents, whenever and however often they are sent."""
        told = [self.kind, self.claimed_at.isoformat(), self.fields]
        canonical = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Batch:
    """What one request brought: whose queue it is, when the phone sent it by its own clock, and the acts."""

    account: str
    sent_at: datetime
    acts: tuple[SentAct, ...]


def read_batch(body: bytes) -> Batch:
    """Raises BatchUnreadable for anything else than a batch of at most MOST_ACTS acts."""
    if len(body) > MOST_BYTES:
        raise BatchUnreadable
    try:
        told = json.loads(body)
        acts = tuple(_act(each) for each in told["acts"])
        batch = Batch(str(told["account"]), _moment(told["sent_at"]), acts)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BatchUnreadable from error
    if len(acts) > MOST_ACTS:
        raise BatchUnreadable
    return batch


def happened_at(claimed_at: datetime, *, sent_at: datetime, received_at: datetime) -> datetime:
    """When an act happened by the server's clock.

    Both `claimed_at` and `sent_at` are of the phone's clock, so their distance is right even where the clock is
    wrong. Never in the future, never longer ago than LONGEST_WAIT.
    """
    age = min(max(sent_at - claimed_at, timedelta(0)), LONGEST_WAIT)
    return received_at - age


def _act(told: Any) -> SentAct:
    kind = told["kind"]
    if not isinstance(kind, str) or len(kind) > 50:
        raise ValueError(kind)
    fields = {_text(name): [_text(value) for value in values] for name, values in told["fields"].items()}
    return SentAct(UUID(told["id"]), kind, _moment(told["occurred_at"]), fields)


def _text(value: Any) -> str:
    """NUL is no letter, and PostgreSQL refuses it; half a letter cannot be written down at all."""
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()
    return value.replace("\x00", "")


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment
