"""A message in the trainer's own phone, by the way the learner chose. The site itself sends nothing."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext as _

from .enums import Channel
from .models.contact import QUIET_FROM, QUIET_UNTIL

if TYPE_CHECKING:
    from curriculum.models import Institution, Person

# Calling codes, for numbers that people write without one.
CALLING_CODES = {
    "AR": "54", "BO": "591", "BR": "55", "CL": "56", "CO": "57", "CR": "506", "CU": "53", "DO": "1", "EC": "593",
    "ES": "34", "FR": "33", "GT": "502", "HN": "504", "HT": "509", "MX": "52", "NI": "505", "PA": "507", "PE": "51",
    "PT": "351", "PY": "595", "SV": "503", "US": "1", "UY": "598", "VE": "58",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reach:
    """How to reach one learner now. Without `url` only this site is left; `chosen` is False for the default."""

    channel: Channel
    chosen: bool
    address: str
    url: str
    text: str
    quiet_from: time
    quiet_until: time
    is_quiet: bool


def reach_of(person: "Person", institution: "Institution", *, text: str, now: datetime) -> Reach:
    """By her choice; without one, by the phone or the address that she gave the school."""
    choice = getattr(person, "contact_choice", None)
    channel = Channel(choice.channel) if choice else default_channel(person)
    quiet_from = choice.quiet_from if choice else QUIET_FROM
    quiet_until = choice.quiet_until if choice else QUIET_UNTIL
    address = address_of(person, channel)
    return Reach(
        channel=channel,
        chosen=choice is not None,
        address=address,
        url=_url(channel, address, institution.country, text) if address else "",
        text=text,
        quiet_from=quiet_from,
        quiet_until=quiet_until,
        is_quiet=within(now.astimezone(ZoneInfo(institution.time_zone)).time(), quiet_from, quiet_until),
    )


def friendly_text(person: "Person", *, writer: str, institution: "Institution") -> str:
    """A few words to begin with, in the learner's language."""
    with translation.override(person.language):
        words = _(
            "Hello %(name)s, this is %(writer)s from %(school)s. How are you? Can I help you with the course?"
        )
        return words % {"name": person.name.split()[0], "writer": writer, "school": institution.name}


def within(clock: time, start: time, end: time) -> bool:
    """Whether a time of day lies in a stretch that may cross midnight; an empty stretch holds nothing."""
    if start <= end:
        return start <= clock < end
    return clock >= start or clock < end


def international(phone: str, country: str) -> str:
    """A number as phones want it in a link: digits with the calling code."""
    digits = re.sub(r"\D", "", phone)
    if phone.strip().startswith("+"):
        return digits
    if digits.startswith("00"):
        return digits[2:]
    return CALLING_CODES.get(country, "") + digits.lstrip("0")


def default_channel(person: "Person") -> Channel:
    """Without a choice of hers: the phone that she gave the school, else the address, else only this site."""
    if person.phone:
        return Channel.CALL
    return Channel.EMAIL if person.email else Channel.HERE


def address_of(person: "Person", channel: Channel) -> str:
    """The number or address that a channel needs, as the school has it; empty for none."""
    if channel is Channel.HERE:
        return ""
    return person.email if channel is Channel.EMAIL else person.phone


def _url(channel: Channel, address: str, country: str, text: str) -> str:
    if channel is Channel.EMAIL:
        return f"mailto:{quote(address, safe='@')}?body={quote(text)}"
    number = international(address, country)
    return {
        Channel.WHATSAPP: f"https://wa.me/{number}?text={quote(text)}",
        Channel.SMS: f"sms:+{number}?body={quote(text)}",
        Channel.CALL: f"tel:+{number}",
    }[channel]
