"""Is this row something that can enter the ledger? Every doubt is said in words, with what to change."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.api import (
    Account,
    Line,
    compact,
    documents_with,
    minutes_of,
    modules_of_versions,
    participations_of,
    plain_heading,
)
from curriculum.enums import FactKind, Setting

from .columns import Column
from .models import EarlierRecord

if TYPE_CHECKING:
    from curriculum.models import Institution, Participation, Person

DATE_STYLES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
EARLIEST = date(1950, 1, 1)
MOST_MINUTES = 600_000  # 10,000 hours in one row
KINDS: Mapping[str, FactKind] = {
    **dict.fromkeys(["module", "modulo", "m"], FactKind.MODULE_COMPLETED),
    **dict.fromkeys(["practice", "practica", "pratica", "pratique", "estagio", "stage"], FactKind.PRACTICE),
}
SETTINGS: Mapping[str, Setting] = {
    **{setting.value: setting for setting in Setting},
    **dict.fromkeys(["casa", "hogar", "domicilio", "domicile"], Setting.HOME),
    **dict.fromkeys(["residencia", "residence"], Setting.RESIDENCE),
    **dict.fromkeys(["centro_de_dia", "centro_dia", "accueil_de_jour"], Setting.DAY_CENTRE),
}


@dataclass(slots=True)
class Checked:
    """A row with the person, what it tells of her, and what is wrong with it in words."""

    line: int
    person: "Person | None" = None
    participation: "Participation | None" = None
    kind: FactKind | None = None
    module: str = ""
    minutes: int | None = None
    setting: str = ""
    day: date | None = None
    is_known: bool = False
    errors: list[str] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The same for the same thing told of the same person, wherever it stands in whichever file."""
        told = [
            self.person and self.person.uuid,
            self.kind,
            self.module,
            self.minutes,
            self.setting,
            self.day,
        ]
        return hashlib.sha256("|".join(map(str, told)).encode()).hexdigest()

    @property
    def is_new(self) -> bool:
        return not self.errors and not self.is_known


def check_lines(
    lines: Sequence[Line], *, institution: "Institution", importer: Account | None
) -> list[Checked]:
    """Read every row and compare it with the books; the number of queries does not grow with the rows.

    `importer` attests them all, so rows about herself are refused (promise 7).
    """
    people = _people(institution, [line[Column.DOCUMENT_NUMBER] for line in lines])
    hours = _module_minutes(people.values())
    checked = [_check(line, people, hours, importer) for line in lines]
    digests = [row.digest for row in checked if not row.errors]
    standing = EarlierRecord.objects.filter(
        digest__in=digests, file__institution=institution, evidence__withdrawn_by__isnull=True
    )
    known = set(standing.values_list("digest", flat=True))
    seen: set[str] = set()
    for row in checked:
        row.is_known = not row.errors and (row.digest in known or row.digest in seen)
        seen.add(row.digest)
    return checked


def _people(institution: "Institution", numbers: Iterable[str]) -> "dict[str, Person]":
    documents = documents_with(institution, [number for number in numbers if number])
    return {compact(each.number): each.person for each in documents.select_related("person")}


ModuleMinutes = Mapping[int, Mapping[str, tuple["Participation", int]]]


def _module_minutes(people: "Iterable[Person]") -> ModuleMinutes:
    """By person, her modules with their taught minutes in the version that she follows; two queries."""
    ids = {person.pk for person in people}
    if not ids:
        return {}
    places = list(participations_of(ids))
    by_version: dict[int, dict[str, int]] = {}
    for placed in modules_of_versions({place.programme_version_id for place in places}):
        by_version.setdefault(placed.programme_version_id, {})[placed.module.key] = placed.taught_minutes
    found: dict[int, dict[str, tuple[Participation, int]]] = {}
    for place in places:
        for key, minutes in by_version.get(place.programme_version_id, {}).items():
            found.setdefault(place.person_id, {}).setdefault(key, (place, minutes))
    return found


def _check(
    line: Line, people: "Mapping[str, Person]", hours: ModuleMinutes, importer: Account | None
) -> Checked:
    row = Checked(line.number)
    row.person = _person(line, row, people)
    if row.person and importer is not None and row.person.user_id == importer.pk:
        row.errors.append(_("This is you. Somebody else brings in your own records."))
    row.kind = KINDS.get(plain_heading(line[Column.KIND]))
    if row.kind is None:
        row.errors.append(_("Write “module” or “practice” to say what it is."))
    row.day = _day(line, row)
    row.minutes = _minutes(line, row)
    hers = hours.get(row.person.pk, {}) if row.person else {}
    if row.person and not hers:
        row.errors.append(_("She takes part in no course here. Enrol her first."))
    if row.kind is FactKind.MODULE_COMPLETED:
        _check_module(line, row, hers)
    elif row.kind is FactKind.PRACTICE:
        _check_practice(line, row, hers)
    return row


def _person(line: Line, row: Checked, people: "Mapping[str, Person]") -> "Person | None":
    number = line[Column.DOCUMENT_NUMBER]
    person = people.get(compact(number))
    if person is None:
        row.errors.append(
            _("Nobody here has the document “%(number)s”. Put her on record first, or correct the number.")
            % {"number": number[:40]}
        )
    return person


def _check_module(line: Line, row: Checked, hers: Mapping[str, tuple["Participation", int]]) -> None:
    row.module = line[Column.MODULE].lower()
    if row.person and hers and row.module not in hers:
        row.errors.append(
            _("There is no module “%(module)s” in her course. Use one of: %(known)s.")
            % {"module": row.module[:40], "known": ", ".join(hers)}
        )
    elif row.module in hers:
        row.participation, taught = hers[row.module]
        row.minutes = taught if row.minutes is None else min(row.minutes, taught)


def _check_practice(line: Line, row: Checked, hers: Mapping[str, tuple["Participation", int]]) -> None:
    row.participation = next((place for place, _minutes in hers.values()), None)
    setting = SETTINGS.get(plain_heading(line[Column.SETTING]))
    row.setting = setting.value if setting else ""
    if setting is None:
        row.errors.append(
            _("Write where she practised. Use one of: %(known)s.") % {"known": ", ".join(Setting.values)}
        )
    if not row.minutes:
        row.errors.append(_("Write how many hours she practised, such as 12 or 12:30."))


def _day(line: Line, row: Checked) -> date | None:
    text = line[Column.DAY]
    for style in DATE_STYLES:
        try:
            day = datetime.strptime(text, style).date()  # noqa: DTZ007 — a day, not a moment
        except ValueError:
            continue
        if EARLIEST <= day <= timezone.localdate():
            return day
    row.errors.append(
        _("“%(text)s” is no day in the past. Write the day first, like 31/12/2019.") % {"text": text[:40]}
    )
    return None


def _minutes(line: Line, row: Checked) -> int | None:
    """Minutes of `12`, `12,5` or `12:30`."""
    text = line[Column.HOURS]
    if not text:
        return None
    try:
        minutes = minutes_of(text) if ":" in text else int(Decimal(text.replace(",", ".")) * 60)
    except (ValueError, ArithmeticError):
        minutes = 0
    if 0 < minutes <= MOST_MINUTES:
        return minutes
    row.errors.append(_("“%(text)s” is no number of hours. Write 12, 12.5 or 12:30.") % {"text": text[:40]})
    return None
