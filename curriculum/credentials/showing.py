"""An award as its file shows it: why it was granted, in sentences, and what it rests on."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from curriculum.records.models import Evidence
from curriculum.rules import FactKind, Finding, Sentence, State, Unit, finding_from_json, walk
from curriculum.standards.durations import hours_text

from .models import Award
from .requirements import METHOD_TITLES, OUTCOME_TITLES
from .words import names_of, sentences

KIND_TITLES = {
    FactKind.MODULE_COMPLETED: lambda: _("Module completed"),
    FactKind.UNIT_DECISION: lambda: _("Decision on a unit of competency"),
    FactKind.SKILLS_TEST: lambda: _("Skills test"),
    FactKind.PRACTICE: lambda: _("Approved practice"),
    FactKind.PRACTICE_MONTHS: lambda: _("Months of practice"),
    FactKind.CLASS_ATTENDANCE: lambda: _("Class attended"),
    FactKind.CREDITS: lambda: _("Credits"),
    FactKind.WITHDRAWAL: lambda: _("Withdrawal of an entry"),
}


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of the ledger in words."""

    entry: Evidence
    kind: str
    subject: str
    amount: str
    outcome: str
    is_withdrawn: bool


def entry_rows(entries: list[Evidence], names: dict[str, str]) -> list[EntryRow]:
    """Entries in words; `entries` have `withdrawn_by` at hand."""
    return [
        EntryRow(
            entry=entry,
            kind=KIND_TITLES[FactKind(entry.kind)](),
            subject=names.get(entry.subject or entry.setting, entry.subject or entry.setting),
            amount=_amount(entry),
            outcome=_outcome(entry),
            is_withdrawn=bool(entry.withdrawn_by.all()),
        )
        for entry in entries
    ]


def _amount(entry: Evidence) -> str:
    if entry.minutes is not None:
        return hours_text(entry.minutes)
    return str(entry.amount) if entry.amount is not None else ""


def _outcome(entry: Evidence) -> str:
    words = [OUTCOME_TITLES.get(entry.outcome, entry.outcome), METHOD_TITLES.get(entry.method, entry.method)]
    return ", ".join(str(word) for word in words if word)


def finding_of(award: Award) -> Finding:
    """The finding that was frozen with the award."""
    return finding_from_json(award.finding)


def reasons_for(award: Award) -> list[str]:
    """Why it was granted: what each requirement found, and what was owed, waived or not asked."""
    if award.participation is None:
        names: dict[str, str] = {}
        said: tuple[Sentence, ...] = ()
    else:
        version_id = award.participation.programme_version_id
        names = dict(names_of(version_id))
        said = sentences(finding_of(award), programme_version_id=version_id)
    return [*_met(finding_of(award), names), *(sentence.text for sentence in said)]


def _met(finding: Finding, names: dict[str, str]) -> list[str]:
    return [_found(node, names) for node in walk(finding) if node.key and node.state is State.MET]


def _found(node: Finding, names: dict[str, str]) -> str:
    name = names.get(node.key, node.key)
    if node.unit is Unit.MINUTES and isinstance(node.have, int) and isinstance(node.need, int):
        values = {"name": name, "have": hours_text(node.have), "need": hours_text(node.need)}
        return _("%(name)s: %(have)s of %(need)s.") % values
    return _("%(name)s: met.") % {"name": name}
