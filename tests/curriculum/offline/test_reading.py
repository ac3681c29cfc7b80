"""What a phone sends: read, refused when it is not ours, and put right by the server's clock."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.offline.reading import (
    LONGEST_WAIT,
    MOST_ACTS,
    MOST_BYTES,
    BatchUnreadable,
    happened_at,
    read_batch,
)

from .phone import NOW, act, batch

MOMENTS = st.integers(0, 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


def as_sent(told: Any) -> bytes:
    return json.dumps(told).encode()


@given(claimed=MOMENTS, sent=MOMENTS, received=MOMENTS)
def test_nothing_happens_in_the_future_or_before_phones_are_believed(
    claimed: datetime, sent: datetime, received: datetime
) -> None:
    found = happened_at(claimed, sent_at=sent, received_at=received)
    assert received - LONGEST_WAIT <= found <= received


@given(
    wrong_by=st.timedeltas(min_value=timedelta(days=-3650), max_value=timedelta(days=3650)),
    waited=st.timedeltas(min_value=timedelta(0), max_value=LONGEST_WAIT),
)
def test_a_phone_whose_clock_is_wrong_still_tells_how_long_ago_it_was(
    wrong_by: timedelta, waited: timedelta
) -> None:
    by_the_phone = NOW + wrong_by
    assert happened_at(by_the_phone - waited, sent_at=by_the_phone, received_at=NOW) == NOW - waited


def test_a_batch_keeps_the_order_and_every_value() -> None:
    first, second = act("a", x="1", y=["2", "3"]), act("b")
    read = read_batch(as_sent(batch(17, first, second)))
    assert (read.account, [sent.kind for sent in read.acts]) == ("17", ["a", "b"])
    assert read.acts[0].fields == {"x": ["1"], "y": ["2", "3"]}


def test_the_digest_tells_other_contents_and_nothing_else() -> None:
    sent = act("a", x="1")
    once, again = (read_batch(as_sent(batch(17, sent, sent_at=moment))).acts[0] for moment in (NOW, None))
    other = read_batch(as_sent(batch(17, {**sent, "fields": {"x": ["2"]}}))).acts[0]
    assert once.digest == again.digest != other.digest


def test_a_letter_that_no_database_takes_is_left_out() -> None:
    assert read_batch(as_sent(batch(17, act("a", x="b\x00c")))).acts[0].fields == {"x": ["bc"]}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        as_sent({"account": 1}),
        as_sent(batch(1, {**act("a"), "id": "17"})),
        as_sent(batch(1, {**act("a"), "kind": 5})),
        as_sent(batch(1, {**act("a"), "kind": "k" * 51})),
        as_sent(batch(1, {**act("a"), "occurred_at": "2026-03-20T10:00:00"})),
        as_sent(batch(1, {**act("a"), "occurred_at": "yesterday"})),
        as_sent(batch(1, {**act("a"), "fields": {"x": "text"}})).replace(b'"text"', b"5"),
        as_sent(batch(1, {**act("a"), "fields": {"x": [5]}})),
        as_sent(batch(1, {**act("a"), "fields": {"x": ["\ud800"]}})),
        as_sent(batch(1, *[act("a")] * (MOST_ACTS + 1))),
        as_sent(batch(1, act("a", x="x" * MOST_BYTES))),
    ],
    ids=range(15),
)
def test_what_our_pages_do_not_send_is_unreadable(body: bytes) -> None:
    with pytest.raises(BatchUnreadable):
        read_batch(body)


def test_ids_are_read_however_they_are_written() -> None:
    name = uuid4()
    assert read_batch(as_sent(batch(1, act("a", id=name.hex)))).acts[0].id == name
