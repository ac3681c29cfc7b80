"""What a plugin is told of something that was done on a phone without signal, and what it answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.utils.translation import gettext as _

from curriculum.standards.accounts import Account

if TYPE_CHECKING:
    from curriculum.people.models import Participation, Person


@dataclass(frozen=True, slots=True)
class Act:
    """A form that was filled in on the phone and sent later.

    `id` was made on the phone and names this act for ever. `form` holds the fields as the page would have sent
    them. `occurred_at` is when it happened by the phone, put right by the server's clock and never after
    `received_at`.
    """

    id: UUID
    kind: str
    form: QueryDict
    person: "Person"
    account: Account
    occurred_at: datetime
    received_at: datetime

    def uuid(self, name: str) -> UUID:
        """A field that names something; raises ActRefused where the phone sent no such name."""
        try:
            return UUID(self.form.get(name, ""))
        except ValueError:
            raise ActRefused([_("We could not read this. Please do it again on a fresh page.")]) from None

    def happened_during(self, participation: "Participation") -> datetime:
        """When it happened; a phone whose clock lay before the participation began says nothing: then its arrival."""
        return (
            self.occurred_at if self._day_of(participation) >= participation.started_on else self.received_at
        )

    def _day_of(self, participation: "Participation") -> date:
        return self.occurred_at.astimezone(ZoneInfo(participation.institution.time_zone)).date()


@dataclass(frozen=True, slots=True)
class Done:
    """It was done. `text` is what the person reads, `url` where she sees what came of it."""

    text: str
    url: str = ""


class ActRefused(Exception):
    """It cannot be done as it stands. Each reason is a sentence in the person's language that says what to change.

    Nothing that the handler wrote stays. The phone keeps showing the act with its reasons until the person corrects
    or drops it; a corrected act has an id of its own.
    """

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(str(reason) for reason in reasons)
        super().__init__(" ".join(self.reasons))
