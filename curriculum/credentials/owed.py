"""Who was let in with a proof to be handed in later, and still owes it (R-ADM-6)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from curriculum.people.facts import own_claims, person_facts_by_person
from curriculum.people.models import PersonFact
from curriculum.rules import FactKind, Stage, evaluate, find
from curriculum.rules.questions import nodes_of
from curriculum.standards.models import Institution, RuleSet
from curriculum.standards.rulebook import rule_of

BEFORE_THE_CERTIFICATE = (Stage.AWARD, Stage.CERTIFICATE_ISSUE)


def owing_a_proof(*, person_ids: Iterable[int], institution: Institution, on: date) -> set[int]:
    """Those of these persons who owe something by the issue of the certificate.

    The requirement that was put off is asked again without the deferral, and without what she says of herself.
    One query where nobody was granted a deferral, five where somebody was.
    """
    deferred: dict[int, set[str]] = defaultdict(set)
    granted = PersonFact.objects.filter(
        person_id__in=list(person_ids),
        institution=institution,
        kind=FactKind.DEFERRAL.value,
        retired_at__isnull=True,
    )
    for person_id, key in granted.values_list("person_id", "subject"):
        deferred[person_id].add(key)
    if not deferred:
        return set()
    claims = own_claims(person_ids=deferred, institution=institution)
    facts = person_facts_by_person(person_ids=deferred, institution=institution)
    rules = _rules_that_defer(deferred, institution)
    return {
        person_id
        for person_id, keys in deferred.items()
        for digest in rules[person_id]
        if _is_owed(digest, keys, [f for f in facts[person_id] if f.id not in claims], on)
    }


def _rules_that_defer(person_ids: Iterable[int], institution: Institution) -> dict[int, set[str]]:
    """The digests of the requirements of the versions that each person is pinned to."""
    followed: dict[int, set[str]] = defaultdict(set)
    rows = RuleSet.objects.exclude(stage=Stage.AWARD.value).filter(
        institution=institution, programme_versions__participations__person__in=list(person_ids)
    )
    for person_id, digest in rows.values_list("programme_versions__participations__person", "digest"):
        followed[person_id].add(digest)
    return followed


def _is_owed(digest: str, keys: set[str], facts: list, on: date) -> bool:
    rule = rule_of(digest)
    shown = evaluate(rule, [fact for fact in facts if fact.kind is not FactKind.DEFERRAL], on)
    for node in nodes_of(rule.root):
        if node.key in keys and node.deferrable_until in BEFORE_THE_CERTIFICATE:
            found = find(shown, node.key)
            if found is not None and not found.is_met:
                return True
    return False
