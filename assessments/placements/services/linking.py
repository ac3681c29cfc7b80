"""Links for one use: asked for by the learner, sent to a contact that the institution confirmed, used by a press."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone

from assessments.placements.enums import Channel
from assessments.placements.errors import AlreadyDecided, LinkClosed, NoContact, NothingWaits
from assessments.placements.models import HostSupervisor, Shift, SigningContact, SignLink
from assessments.placements.permissions import signable_for
from assessments.placements.signatures import by_link
from curriculum.api import Account, enqueue_job, person_of

from .deciding import Approval, send_shift_back, sign_shifts

if TYPE_CHECKING:
    from curriculum.models import Person

WORKS_FOR = timedelta(days=7)
MOST_SHIFTS = 50  # more than that nobody reads on a phone before pressing
SEND_LINK = "placements.send_link"
SIGNER = Signer(salt="placements.sign_link", sep=".")


@transaction.atomic
def confirm_contact(
    *,
    supervision: HostSupervisor,
    channel: Channel,
    address: str,
    confirmed_by: Account,
    at: datetime | None = None,
) -> SigningContact:
    """The institution says where this supervisor is reached; the former contact and its links stop working."""
    moment = at or timezone.now()
    SigningContact.objects.filter(supervision=supervision, ended_at__isnull=True).update(ended_at=moment)
    return SigningContact.objects.create(
        supervision=supervision,
        channel=channel,
        address=address.strip(),
        confirmed_by=confirmed_by,
        confirmed_at=moment,
    )


@transaction.atomic
def ask_by_link(*, supervision: HostSupervisor, asked_by: Account, at: datetime | None = None) -> SignLink:
    """Ask a supervisor to sign for what waits for her; the same that is already on its way is not sent again.

    Raises NothingWaits, NoContact. The learner never sees the link nor where it goes.
    """
    moment, learner = at or timezone.now(), person_of(asked_by)
    if learner is None:
        raise PermissionDenied
    waiting = waiting_with(supervision, learner, moment)[:MOST_SHIFTS]
    if not waiting:
        raise NothingWaits
    contact = SigningContact.objects.filter(supervision=supervision, ended_at__isnull=True).first()
    if contact is None:
        raise NoContact
    for link in SignLink.objects.open_at(moment).filter(contact=contact, person=learner):
        if {shift.pk for shift in waiting} <= set(link.shifts.values_list("pk", flat=True)):
            return link
    link = SignLink.objects.create(
        contact=contact,
        person=learner,
        asked_by=asked_by,
        asked_at=moment,
        expires_at=moment + WORKS_FOR,
    )
    link.shifts.set(waiting)
    if contact.channel == Channel.EMAIL:
        enqueue_job(kind=SEND_LINK, payload={"link": link.pk}, institution=supervision.host.institution)
    return link


def waiting_with(supervision: HostSupervisor, learner: "Person", at: datetime) -> list[Shift]:
    """What of a learner waits for one supervisor at one host, the oldest first; one query."""
    signable = signable_for(supervision.person, at=at).waiting()
    return list(signable.filter(person=learner, host=supervision.host_id).order_by("starts_at", "pk"))


def token_of(link: SignLink) -> str:
    """What stands in the address of a link. It follows from the site's secret key, so it is stored nowhere."""
    return SIGNER.sign(link.uuid.hex)


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link as its owner sees it; looking at it consumes nothing."""

    link: SignLink
    shifts: tuple[Shift, ...]

    @property
    def supervision(self) -> HostSupervisor:
        return self.link.contact.supervision


def open_link(token: str, *, at: datetime | None = None, lock: bool = False) -> OpenLink:
    """What a link shows now. Raises LinkClosed, whatever the cause: a stranger learns nothing from it."""
    moment = at or timezone.now()
    try:
        uuid = UUID(SIGNER.unsign(token))
    except (BadSignature, ValueError):
        raise LinkClosed from None
    links = SignLink.objects.open_at(moment).select_related(
        "person", "contact__supervision__person", "contact__supervision__host__institution"
    )
    link = (links.select_for_update(of=("self",)) if lock else links).filter(uuid=uuid).first()
    if link is None:
        raise LinkClosed
    supervision = link.contact.supervision
    bound = signable_for(supervision.person, at=moment).waiting().filter(pk__in=link.shifts.values("pk"))
    shifts = tuple(
        bound.select_related("host", "excess").prefetch_related("activities").order_by("starts_at", "pk")
    )
    if not shifts:
        raise LinkClosed
    return OpenLink(link, shifts)


@transaction.atomic
def sign_by_link(
    *,
    token: str,
    confirmed: Collection[UUID],
    returned: Mapping[UUID, str],
    shared_device: bool = False,
    at: datetime | None = None,
) -> Approval:
    """The one press that uses a link: confirms some of its shifts, gives others back, leaves the rest waiting.

    Raises LinkClosed, also for shifts that the link does not show; ReasonNeeded and IdentifierFound for a reason,
    and the link stays open then.
    """
    moment = at or timezone.now()
    opened = open_link(token, at=moment, lock=True)
    meant = {*confirmed, *returned}
    if not meant or not meant <= {shift.uuid for shift in opened.shifts}:
        raise LinkClosed
    signature = by_link(opened.supervision.person, opened.link.contact.address, shared_device=shared_device)
    try:
        for uuid, reason in returned.items():
            send_shift_back(uuid=uuid, reason=reason, signature=signature, at=moment)
        approval = sign_shifts(uuids=set(confirmed) - set(returned), signature=signature, at=moment)
    except (PermissionDenied, AlreadyDecided):
        raise LinkClosed from None
    SignLink.objects.filter(pk=opened.link.pk).update(used_at=moment)
    return approval


def mark_sent(*, link: SignLink, at: datetime | None = None) -> None:
    """The message has left; a second time changes nothing."""
    SignLink.objects.filter(pk=link.pk, sent_at__isnull=True).update(sent_at=at or timezone.now())
