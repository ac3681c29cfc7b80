"""An award as its file shows it: why it was granted, in sentences, and what it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from curriculum.records.models import Evidence
from curriculum.rules import FactKind, Finding, Unit, finding_from_json, walk
from curriculum.standards.durations import hours_text, plain

from .models import Award
from .requirements import METHOD_TITLES, OUTCOME_TITLES
from .words import sentences

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


def entry_rows(entries: Sequence[Evidence], names: Mapping[str, str]) -> list[EntryRow]:
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
    return number_format(plain(entry.amount)) if entry.amount is not None else ""


def _outcome(entry: Evidence) -> str:
    words = [OUTCOME_TITLES.get(entry.outcome, entry.outcome), METHOD_TITLES.get(entry.method, entry.method)]
    return ", ".join(str(word) for word in words if word)


def reasons_for(award: Award, cited: Sequence[Evidence], names: Mapping[str, str]) -> list[str]:
    """Why it was granted: what each requirement found, and what was owed later, waived or not asked."""
    finding = finding_from_json(award.finding)
    subjects = {f"e:{entry.pk}": entry.subject for entry in cited if entry.subject}
    leaves = [node for node in walk(finding) if _is_met_leaf(node)]
    found = [text for node in leaves if (text := _found(node, _name_of(node, subjects, names)))]
    if award.participation is None:
        return found
    said = sentences(finding, programme_version_id=award.participation.programme_version_id)
    return [*found, *(sentence.text for sentence in said)]


def _is_met_leaf(node: Finding) -> bool:
    return node.is_met and not node.children


def _name_of(node: Finding, subjects: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The title of a requirement: of its label or, without one, of what the evidence is about."""
    key = node.key or next((subjects[fact] for fact in node.evidence if fact in subjects), "")
    return names.get(key, key)


def _found(node: Finding, name: str) -> str:
    if node.unit is Unit.MINUTES and isinstance(node.have, int) and isinstance(node.need, int):
        values = {"name": name, "have": hours_text(node.have), "need": hours_text(node.need)}
        return _("%(name)s: %(have)s of %(need)s.") % values
    return _("%(name)s: met.") % {"name": name} if name else ""
