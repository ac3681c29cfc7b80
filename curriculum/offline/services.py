"""Taking in what was done without signal: in order, each act for itself, exactly once."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.people.models import Person
from curriculum.standards.accounts import Account

from .acts import Act, ActRefused, Done
from .enums import ActOutcome
from .models import ReceivedAct
from .reading import Batch, SentAct, happened_at
from .registry import ActHandler, handler_of

logger = logging.getLogger(__name__)
LATER = "later"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the phone is told of one act; `outcome` is a value of ActOutcome, or LATER where it should try again."""

    id: UUID
    outcome: str
    text: str = ""
    url: str = ""


def receive_acts(
    *, batch: Batch, person: Person, account: Account, at: datetime | None = None
) -> list[Answer]:
    """Do what the acts say, in their order, and answer each.

    An act that was answered before gets the same answer and writes nothing; the same id with other contents is
    refused. A refusal stops none of the others. A fault of ours stops those behind it, which get no answer: they may
    build on it, and the phone sends them again.
    """
    moment = at or timezone.now()
    answered = _answered(person, [sent.id for sent in batch.acts])
    answers: list[Answer] = []
    for sent in batch.acts:
        found = answered.get(sent.id) or _receive(sent, _act(sent, batch, person, account, moment))
        if isinstance(found, ReceivedAct):
            answered[sent.id] = found
            found = _answer(found, sent)
        answers.append(found)
        if found.outcome == LATER:
            break
    return answers


def _answered(person: Person, ids: Sequence[UUID]) -> dict[UUID, ReceivedAct]:
    return {row.client_id: row for row in ReceivedAct.objects.filter(person=person, client_id__in=ids)}


def _act(sent: SentAct, batch: Batch, person: Person, account: Account, moment: datetime) -> Act:
    form = QueryDict(mutable=True)
    for name, values in sent.fields.items():
        form.setlist(name, list(values))
    happened = happened_at(sent.claimed_at, sent_at=batch.sent_at, received_at=moment)
    return Act(sent.id, sent.kind, form, person, account, happened, moment)


def _receive(sent: SentAct, act: Act) -> ReceivedAct | Answer:
    handler = handler_of(act.kind)
    if handler is None:
        return Answer(act.id, ActOutcome.REFUSED, _("This can no longer be sent from here. Ask your school."))
    try:
        return _done(sent, act, handler)
    except ActRefused as refused:
        return _refused(sent, act, refused)
    except Exception:
        # Whoever comes second at the same instant meets the other's receipt, and its own work is undone.
        met = _answered(act.person, [act.id]).get(act.id)
        if met is None:
            logger.exception("An act of kind %s could not be taken in.", act.kind)
        return met or Answer(act.id, LATER)


@transaction.atomic
def _done(sent: SentAct, act: Act, handler: ActHandler) -> ReceivedAct:
    """The act and its receipt, or neither."""
    done: Done = handler(act)
    receipt = _receipt(sent, act, ActOutcome.DONE, done.text, done.url)
    receipt.save(force_insert=True)
    return receipt


def _refused(sent: SentAct, act: Act, refused: ActRefused) -> ReceivedAct:
    receipt = _receipt(sent, act, ActOutcome.REFUSED, "\n".join(refused.reasons), "")
    ReceivedAct.objects.bulk_create([receipt], ignore_conflicts=True)
    return receipt


def _receipt(sent: SentAct, act: Act, outcome: ActOutcome, text: str, url: str) -> ReceivedAct:
    return ReceivedAct(
        client_id=act.id,
        person=act.person,
        kind=act.kind,
        digest=sent.digest,
        occurred_at=act.occurred_at,
        received_at=act.received_at,
        outcome=outcome,
        text=text,
        url=url,
    )


def _answer(receipt: ReceivedAct, sent: SentAct) -> Answer:
    if receipt.digest != sent.digest:
        return Answer(
            sent.id, ActOutcome.REFUSED, _("This was sent before with other contents. Do it again.")
        )
    return Answer(sent.id, receipt.outcome, receipt.text, receipt.url)
