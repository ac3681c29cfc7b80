"""How an application stands: each requirement, what shows it, and what is to be done next.

The rules are asked twice: with what the office has seen, and with what waits to be looked at as well. What only the
second answer calls met is *waiting*.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from curriculum.credentials.asked import asked
from curriculum.credentials.entry import entry_facts, requirements_at
from curriculum.credentials.words import names_of, sentences
from curriculum.people.facts import own_claims
from curriculum.people.models import Person
from curriculum.rules import Fact, FactKind, Finding, MissingCode, Node, RuleSet, Stage, State, evaluate, walk
from curriculum.rules import nodes as kinds
from curriculum.standards.clock import local_date
from curriculum.standards.models import Institution, ProgrammeVersion
from curriculum.standards.rulebook import rule_of

from .enums import ProofState
from .models import Application, Proof


class RowState(StrEnum):
    """What a row of the list says."""

    MET = "met"
    WAITING = "waiting"
    OWED = "owed"
    EXPIRED = "expired"
    MISSING = "missing"
    NOT_ASKED = "not_asked"
    UNDECIDED = "undecided"


STATE_WORDS: Mapping[RowState, str | Promise] = {
    RowState.MET: _("In order"),
    RowState.WAITING: _("The school looks at it"),
    RowState.OWED: _("May come later"),
    RowState.EXPIRED: _("No longer valid"),
    RowState.MISSING: _("Still missing"),
    RowState.NOT_ASKED: _("Not asked"),
    RowState.UNDECIDED: _("The school has to decide"),
}
TONES = {
    RowState.MET: "ok",
    RowState.NOT_ASKED: "ok",
    RowState.WAITING: "info",
    RowState.OWED: "info",
    RowState.EXPIRED: "warn",
    RowState.MISSING: "warn",
    RowState.UNDECIDED: "info",
}


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a person can answer; `place` finds it again in the same rules."""

    place: str
    node: Node
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement as its reader sees it."""

    title: str
    state: RowState
    missing: tuple[str, ...]
    proofs: tuple[Proof, ...]
    asks: tuple[Ask, ...]
    levels: tuple[str, ...] = ()
    """The levels of schooling that it asks for."""

    @property
    def words(self) -> str:
        return str(STATE_WORDS[self.state])

    @property
    def tone(self) -> str:
        return TONES[self.state]

    @property
    def is_open(self) -> bool:
        return self.state in (RowState.MISSING, RowState.EXPIRED)

    @property
    def lacks_school(self) -> bool:
        return bool(self.levels) and self.is_open


@dataclass(frozen=True, slots=True)
class Standing:
    """The whole answer; `finding` rests on what the office has seen."""

    rows: tuple[Row, ...]
    finding: Finding
    hoped: Finding
    digest: str

    @property
    def can_be_sent(self) -> bool:
        """Nothing is left for the person to do: all is met, or would be once it was looked at."""
        return self.hoped.is_met

    @property
    def lacks_school(self) -> bool:
        return any(row.lacks_school for row in self.rows)


def standing_of(application: Application, at: datetime | None = None) -> Standing:
    """Ask the entry requirements of the version about the applicant; seven queries."""
    version, person = application.programme_version, application.person
    rule_set = requirements_at(version, Stage.ADMISSION_TRAINING)
    rule = rule_of(rule_set.digest)
    on = local_date(at or timezone.now(), application.institution)
    proofs = proofs_of(person, application.institution)
    seen = facts_seen(person, application.institution)
    hoped = [*entry_facts(person, application.institution), *_hopes(proofs, on)]
    now, then = evaluate(rule, seen, on), evaluate(rule, hoped, on)
    return Standing(tuple(_rows(rule, now, then, proofs, version)), now, then, rule_set.digest)


def proofs_of(person: Person, institution: Institution) -> Sequence[Proof]:
    """What she has sent and not taken back, with its pages; two queries."""
    sent = Proof.objects.filter(person=person, institution=institution).exclude(state=ProofState.TAKEN_BACK)
    return list(sent.prefetch_related("pages"))


def facts_seen(person: Person, institution: Institution) -> list[Fact]:
    """What others than herself have attested; her birth date and her own statements are taken from her."""
    claims = own_claims(person_ids=[person.pk], institution=institution)
    return [fact for fact in entry_facts(person, institution) if fact.id not in claims]


def _hopes(proofs: Sequence[Proof], on: date) -> Iterator[Fact]:
    for proof in proofs:
        if proof.state == ProofState.WAITING:
            yield Fact(
                id=f"w:{proof.pk}",
                kind=FactKind(proof.kind),
                occurred_on=proof.began_on or on,
                subject=proof.subject,
                ended_on=proof.ended_on,
                valid_until=proof.valid_until,
            )


def _rows(
    rule: RuleSet, now: Finding, then: Finding, proofs: Sequence[Proof], version: ProgrammeVersion
) -> Iterator[Row]:
    names = names_of(version.pk)
    if isinstance(rule.root, kinds.AllOf):
        members = list(zip(rule.root.of, now.children, then.children, strict=True))
    else:
        members = [(rule.root, now, then)]
    for place, (node, seen, hoped) in enumerate(members):
        leaves = tuple(asks_in(node, names, str(place)))
        yield Row(
            title=" ".join(asked(node, names)),
            state=_state(seen, hoped),
            missing=() if seen.is_met else _said(seen, version),
            proofs=tuple(proof for proof in proofs if any(_answers(proof, ask.node) for ask in leaves)),
            asks=leaves,
            levels=tuple(ask.node.level for ask in leaves if isinstance(ask.node, kinds.Education)),
        )


def _said(finding: Finding, version: ProgrammeVersion) -> tuple[str, ...]:
    said = sentences(finding, programme_version_id=version.pk)
    return tuple(sentence.text for sentence in said if sentence.missing)


def _state(seen: Finding, hoped: Finding) -> RowState:
    if all(inner.about for inner in walk(seen)):
        return RowState.NOT_ASKED
    if seen.is_met:
        return RowState.OWED if seen.owed else RowState.MET
    if hoped.is_met:
        return RowState.WAITING
    if seen.state is State.UNDETERMINED:
        return RowState.UNDECIDED
    lapsed = any(item.code is MissingCode.DOCUMENT_EXPIRED for item in seen.missing)
    return RowState.EXPIRED if lapsed else RowState.MISSING


def asks_in(node: Node, names: Mapping[str, str], place: str) -> Iterator[Ask]:
    """What a person can answer of a requirement, in the order in which it is written."""
    match node:
        case kinds.AllOf(of=members) | kinds.AnyOf(of=members) | kinds.AtLeast(of=members):
            for number, member in enumerate(members):
                yield from asks_in(member, names, f"{place}-{number}")
        case kinds.InCase(case=case, then=then, otherwise=otherwise):
            yield Ask(f"{place}-c", kinds.Statement(statement=case), names.get(case, case))
            yield from asks_in(then, names, f"{place}-t")
            yield from asks_in(otherwise, names, f"{place}-o")
        case kinds.Age() | kinds.Education() | kinds.Document() | kinds.Experience() | kinds.Statement():
            yield Ask(place, node, ask_title(node, names))


def ask_title(node: Node, names: Mapping[str, str]) -> str:
    """What is answered, in a few words."""
    match node:
        case kinds.Age():
            return str(_("Your date of birth"))
        case kinds.Education(level=level):
            return names.get(level, level)
        case kinds.Document(document=document):
            return names.get(document, document)
        case kinds.Experience():
            return str(_("Work experience"))
        case kinds.Statement(statement=statement):
            return names.get(statement, statement)
    return names.get(node.key, node.key)


def asks_of(application: Application) -> dict[str, Ask]:
    """All that can be answered, by its place; one query."""
    rule = rule_of(requirements_at(application.programme_version, Stage.ADMISSION_TRAINING).digest)
    names = names_of(application.programme_version_id)
    members = rule.root.of if isinstance(rule.root, kinds.AllOf) else (rule.root,)
    found = (ask for number, node in enumerate(members) for ask in asks_in(node, names, str(number)))
    return {ask.place: ask for ask in found}


def subjects_of(node: Node) -> tuple[FactKind, tuple[str, ...]] | None:
    """What a proof must be about to answer this."""
    match node:
        case kinds.Education(level=level, ladder=ladder):
            return FactKind.EDUCATION, ladder[ladder.index(level) :]
        case kinds.Document(document=document, equivalents=others):
            return FactKind.DOCUMENT, (document, *others)
        case kinds.Experience(kinds=work):
            return FactKind.EXPERIENCE, work or ("care",)
    return None


def _answers(proof: Proof, node: Node) -> bool:
    wanted = subjects_of(node)
    return wanted is not None and proof.kind == wanted[0].value and proof.subject in wanted[1]
