"""Who signs, by which road, and how sure that makes us. Every decision on a shift is given with one of these."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser

from curriculum.api import Account
from curriculum.enums import SignatureGrade

from .enums import Doubt
from .models.shift import ShiftQuerySet
from .permissions import confirmable_by, signable_by, signable_for

if TYPE_CHECKING:
    from curriculum.models import Person


@dataclass(frozen=True, slots=True)
class Signature:
    """`account` is the one that pressed, if any; `signer` is who signs, where that is not the person behind it.

    `shared_device` says that the learner was signed in where the signature was given; `addresses` are those by which
    the signer was reached.
    """

    grade: SignatureGrade
    account: Account | None = None
    signer: "Person | None" = None
    shared_device: bool = False
    addresses: tuple[str, ...] = ()

    def signable(self, at: datetime) -> ShiftQuerySet:
        """The shifts that this signature can decide, whatever has become of them."""
        if self.grade is SignatureGrade.PAPER:
            account = self.account or AnonymousUser()
            return confirmable_by(account, signer=self.signer, at=at)
        if self.signer is not None:
            return signable_for(self.signer, at=at)
        return signable_by(self.account or AnonymousUser(), at=at)

    def doubts_about(self, learner: "Person") -> list[Doubt]:
        """What the office should look at: whoever signs without an own account may be the learner in disguise."""
        found = []
        if self.account is None and self.signer is not None:
            hers = {learner.email, learner.phone}
            theirs = {self.signer.email, self.signer.phone, *self.addresses}
            if {_bare(one) for one in hers} & {_bare(one) for one in theirs} - {""}:
                found.append(Doubt.SHARED_CONTACT)
            if self.shared_device:
                found.append(Doubt.SHARED_DEVICE)
        return found


def by_own_account(account: Account) -> Signature:
    return Signature(SignatureGrade.OWN_ACCOUNT, account=account)


def by_link(signer: "Person", address: str, *, shared_device: bool) -> Signature:
    return Signature(SignatureGrade.LINK, signer=signer, addresses=(address,), shared_device=shared_device)


def by_pin(signer: "Person") -> Signature:
    """Given on the learner's device by its nature: the grade says so, and that is no doubt of its own."""
    return Signature(SignatureGrade.PIN, signer=signer)


def on_paper(signer: "Person", administrator: Account) -> Signature:
    """A supervisor's signature on a sheet, as an administrator read it."""
    return Signature(SignatureGrade.PAPER, account=administrator, signer=signer)


def standing_in(administrator: Account) -> Signature:
    """An administrator's own, by the evidence that a learner brought."""
    return Signature(SignatureGrade.PAPER, account=administrator)


def _bare(address: str) -> str:
    """An address as it is compared: small letters, or the last eight figures of a number."""
    if "@" in address:
        return address.strip().lower()
    return re.sub(r"\D", "", address)[-8:]
