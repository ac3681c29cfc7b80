"""Telling a concern, answering it, reading it, naming who listens, and erasing it when its time is over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from curriculum.api import Account, Visitor, can_administer, person_of

from .enums import Matter, Teller
from .errors import NameAnother, NobodyListens, NothingTold
from .models import Concern, ConcernReader, ConcernReading, ConcernWords, Confidant, HelpLine, ListeningPolicy
from .news import tell_readers
from .permissions import readable_by
from .readers import readers_for
from .sealing import new_code, prints_of, seal, unseal

if TYPE_CHECKING:
    from curriculum.models import Institution, Person

DAYS_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Told:
    """A concern that has just been kept. `code` exists here and nowhere else; sent again, there is none."""

    concern: Concern
    code: str


@transaction.atomic
def tell_concern(
    *,
    uuid: UUID,
    institution: "Institution",
    matter: Matter,
    teller: Teller,
    words: str,
    told_by: Visitor,
    about: Collection[int] = (),
    at: datetime | None = None,
) -> Told:
    """Keep what somebody tells, for those confidants whom it is not about. Who told it is not kept.

    Sent again under its uuid it is kept once, and the code that was shown first stays the only one. Raises
    NothingTold, and NobodyListens where no confidant is left to read it.
    """
    if not words.strip():
        raise NothingTold
    earlier = Concern.objects.filter(uuid=uuid).first()
    if earlier is not None:
        return Told(earlier, "")
    readers = readers_for(institution, teller=told_by, about=about)
    if not readers:
        raise NobodyListens
    code, day = new_code(), timezone.localdate(at)
    concern = Concern.objects.create(
        uuid=uuid,
        institution=institution,
        matter=matter,
        teller=teller,
        code_print=prints_of(code)[0],
        told_on=day,
        last_word_on=day,
    )
    people = [each.person for each in readers]
    ConcernReader.objects.bulk_create(ConcernReader(concern=concern, person=person) for person in people)
    ConcernWords.objects.create(concern=concern, sealed=seal(words.strip()), said_on=day)
    tell_readers(people)
    return Told(concern, code)


def concern_behind(code: str) -> Concern | None:
    """The concern that a code opens; one query. The caller limits how often codes are tried."""
    return Concern.objects.filter(code_print__in=prints_of(code)).select_related("institution").first()


@transaction.atomic
def add_words(*, concern: Concern, words: str, uuid: UUID, at: datetime | None = None) -> ConcernWords:
    """Who told it, and holds its code, says more. Raises NothingTold."""
    said = _say(concern, words, uuid, None, at)
    tell_readers([each.person for each in concern.readers.select_related("person__user")])
    return said


@transaction.atomic
def answer_concern(
    *, concern: Concern, words: str, uuid: UUID, answered_by: Account, at: datetime | None = None
) -> ConcernWords:
    """A confidant answers; it is read with the code. Raises PermissionDenied, NothingTold."""
    return _say(concern, words, uuid, _reader(concern, answered_by), at)


@transaction.atomic
def read_concern(
    *, concern: Concern, read_by: Account, at: datetime | None = None
) -> list[tuple[ConcernWords, str]]:
    """What was said, unsealed, and the reading put down before a word is seen. Raises PermissionDenied."""
    reader = _reader(concern, read_by)
    ConcernReading.objects.create(
        concern_uuid=concern.uuid,
        institution_id=concern.institution_id,
        reader=reader,
        read_at=at or timezone.now(),
    )
    return said_in(concern)


def said_in(concern: Concern) -> list[tuple[ConcernWords, str]]:
    """For who holds the code; confidants come by `read_concern`."""
    rows = concern.words.select_related("reader")
    return [(row, unseal(row.sealed)) for row in rows]


@transaction.atomic
def close_concern(*, concern: Concern, closed_by: Account, at: datetime | None = None) -> Concern:
    """A confidant has done what was to be done; who told it may still write. Raises PermissionDenied."""
    _reader(concern, closed_by)
    if concern.closed_on is None:
        concern.closed_on = timezone.localdate(at)
        concern.save(update_fields=["closed_on"])
    return concern


@transaction.atomic
def name_confidant(
    *, institution: "Institution", person: "Person", about: str, since: date, named_by: Account
) -> Confidant:
    """Put a name on the door. She reads what is told from now on. Twice is once.

    Raises PermissionDenied for anybody but an administrator there, NameAnother for herself.
    """
    author = person_of(named_by)
    if author is None or not can_administer(named_by, institution):
        raise PermissionDenied
    if author.pk == person.pk:
        raise NameAnother
    confidant, _ = Confidant.objects.get_or_create(
        institution=institution,
        person=person,
        until=None,
        defaults={"about": about, "since": since, "named_by": author},
    )
    return confidant


@transaction.atomic
def end_confidant(*, confidant: Confidant, on: date, ended_by: Account) -> Confidant:
    """From the next day on she reads nothing any more. Raises PermissionDenied."""
    if not can_administer(ended_by, confidant.institution):
        raise PermissionDenied
    confidant.until = on
    confidant.save(update_fields=["until"])
    return confidant


@transaction.atomic
def settle_promises(
    *, institution: "Institution", answer_days: int, keep_months: int, help_lines: Collection[Sequence[str]]
) -> ListeningPolicy:
    """How soon an institution answers, how long it keeps, and whom to call; lines as (name, number, hours)."""
    policy, _ = ListeningPolicy.objects.update_or_create(
        institution=institution, defaults={"answer_days": answer_days, "keep_months": keep_months}
    )
    HelpLine.objects.filter(institution=institution).delete()
    HelpLine.objects.bulk_create(
        HelpLine(institution=institution, **dict(zip(("name", "number", "hours"), line, strict=False)))
        for line in help_lines
    )
    return policy


@transaction.atomic
def erase_old_concerns(*, on: date) -> int:
    """Erase every concern whose time is over, by the rules of its institution; who read it stays on file."""
    months = dict(ListeningPolicy.objects.values_list("institution_id", "keep_months"))
    default = ListeningPolicy._meta.get_field("keep_months").default
    over = [
        concern.pk
        for concern in Concern.objects.only("pk", "institution_id", "last_word_on")
        if concern.last_word_on + timedelta(days=DAYS_A_MONTH * months.get(concern.institution_id, default))
        < on
    ]
    Concern.objects.filter(pk__in=over).delete()
    return len(over)


def _reader(concern: Concern, account: Account) -> "Person":
    person = person_of(account)
    if person is None or not readable_by(account).filter(pk=concern.pk).exists():
        raise PermissionDenied
    return person


def _say(
    concern: Concern, words: str, uuid: UUID, reader: "Person | None", at: datetime | None
) -> ConcernWords:
    if not words.strip():
        raise NothingTold
    day = timezone.localdate(at)
    said, made = ConcernWords.objects.get_or_create(
        uuid=uuid,
        concern=concern,
        defaults={"reader": reader, "sealed": seal(words.strip()), "said_on": day},
    )
    if made:
        concern.last_word_on = day
        concern.save(update_fields=["last_word_on"])
    return said
