"""Granting and revoking awards.

`settle_awards` is the only road to an award: pages, tasks, imports and the admin all end here. It works on any
number of persons with the same number of queries.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from curriculum.people.facts import FactsByPerson, person_facts_by_person
from curriculum.people.locks import lock_people
from curriculum.people.models import Person
from curriculum.records.queries import facts_by_person
from curriculum.rules import Fact, FactKind, Finding, evaluate, finding_to_json
from curriculum.rules.questions import asks_about_person, awards_asked
from curriculum.standards.accounts import Account
from curriculum.standards.clock import local_date
from curriculum.standards.enums import AchievementKind
from curriculum.standards.models import Institution
from curriculum.standards.rulebook import rule_of

from .inscription import inscribe
from .models import Award, Citation, Revocation
from .owed import owing_a_proof
from .permissions import is_own_award
from .queries import FollowedRule, awards_ever_granted, held_award_facts, rules_followed
from .signals import awards_granted
from .validity import last_valid_day


@dataclass(frozen=True, slots=True)
class Grant:
    """A rule that has been met and is about to become an award."""

    person_id: int
    rule: FollowedRule
    finding: Finding


@transaction.atomic
def settle_awards(
    *, person_ids: Iterable[int], institution: Institution, at: datetime | None = None
) -> list[Award]:
    """Grant everything these persons have earned and not yet received, up the stack until nothing is new.

    What a person took back is not granted again by itself, and counts for nothing while it is taken back.
    Locks the persons in order of id, so that two settlements wait for each other and an award is granted once.
    The award is dated with the day at the institution's place on which it is settled.
    """
    moment = at or timezone.now()
    on = local_date(moment, institution)
    ids = sorted(set(person_ids))
    people = lock_people(ids)
    followed = rules_followed(person_ids=ids, institution=institution)
    facts = facts_by_person(person_ids=ids, institution=institution)
    if any(asks_about_person(rule_of(rule.digest)) for rules in followed.values() for rule in rules):
        _add(facts, person_facts_by_person(person_ids=ids, institution=institution))
    if not any(_could_earn(followed[person_id], facts[person_id], on) for person_id in ids):
        return []
    received = awards_ever_granted(person_ids=ids, institution=institution)
    _add(facts, held_award_facts(received))
    closed = {(award.person_id, award.achievement_id) for award in received}
    grants = [
        grant
        for person_id in ids
        for grant in _earned(
            person_id,
            [rule for rule in followed[person_id] if (person_id, rule.achievement.pk) not in closed],
            facts[person_id],
            on,
        )
    ]
    grants = _without_what_is_owed(grants, institution, on)
    return _write(grants, people, institution, on, moment) if grants else []


def _add(facts: FactsByPerson, more: FactsByPerson) -> None:
    for person_id, extra in more.items():
        facts[person_id].extend(extra)


def _could_earn(rules: list[FollowedRule], facts: list[Fact], on: date) -> bool:
    """Whether any rule would be met by somebody who held every award that it asks for.

    Most evidence earns nothing yet, and then nobody need ask which awards she holds: more of them never make a
    rule less met.
    """
    parsed = [rule_of(rule.digest) for rule in rules]
    imagined = [
        Fact(id=f"if:{key}", kind=FactKind.AWARD, occurred_on=on, subject=key)
        for key in sorted({key for rule in parsed for key in awards_asked(rule)})
    ]
    return any(evaluate(rule, [*facts, *imagined], on).is_met for rule in parsed)


def _earned(person_id: int, rules: list[FollowedRule], facts: list[Fact], on: date) -> list[Grant]:
    """Rounds over the rules: an award of one round may be what the next round's rule waits for."""
    waiting = {rule.achievement.key: rule for rule in reversed(rules)}
    grants: list[Grant] = []
    progress = True
    while waiting and progress:
        progress = False
        for key, rule in list(waiting.items()):
            finding = evaluate(rule_of(rule.digest), facts, on)
            if finding.is_met:
                grants.append(Grant(person_id, rule, finding))
                facts.append(Fact(id=f"new:{key}", kind=FactKind.AWARD, occurred_on=on, subject=key))
                del waiting[key]
                progress = True
    return grants


def _without_what_is_owed(grants: list[Grant], institution: Institution, on: date) -> list[Grant]:
    """A qualification waits until the proof that its owner was allowed to hand in later is there (R-ADM-6).

    It holds back whatever rests on it in the same settlement too: that is settled anew with the proof.
    """
    waiting = {grant.person_id for grant in grants if _is_qualification(grant)}
    owing = owing_a_proof(person_ids=waiting, institution=institution, on=on) if waiting else set()
    return [
        grant
        for grant in grants
        if grant.person_id not in owing or not (_is_qualification(grant) or _rests_on_new(grant))
    ]


def _is_qualification(grant: Grant) -> bool:
    return grant.rule.achievement.kind == AchievementKind.QUALIFICATION


def _rests_on_new(grant: Grant) -> bool:
    return any(fact_id.startswith("new:") for fact_id in grant.finding.evidence)


def _write(
    grants: list[Grant], people: dict[int, Person], institution: Institution, on: date, moment: datetime
) -> list[Award]:
    awards = [
        Award(
            institution=institution,
            person_id=grant.person_id,
            participation_id=grant.rule.participation_id,
            achievement=grant.rule.achievement,
            rule_set_id=grant.rule.rule_set_id,
            rule_digest=grant.rule.digest,
            finding=finding_to_json(grant.finding),
            inscription=inscribe(people[grant.person_id], grant.rule.achievement),
            awarded_on=on,
            expires_on=last_valid_day(on, grant.rule.achievement.validity_months),
            granted_at=moment,
        )
        for grant in grants
    ]
    Award.objects.bulk_create(awards)
    Citation.objects.bulk_create(
        Citation(award=award, evidence_id=int(fact_id.removeprefix("e:")))
        for award, grant in zip(awards, grants, strict=True)
        for fact_id in grant.finding.evidence
        if fact_id.startswith("e:")
    )
    transaction.on_commit(lambda: awards_granted.send(sender=Award, awards=awards))
    return awards


class OwnAward(Exception):
    """The award is of the person who wants to take it back; another one must act."""


@transaction.atomic
def revoke_award(*, award: Award, reason: str, revoked_by: Account, at: datetime | None = None) -> Revocation:
    """Take an award back. Only a named person does this, and says why; revoking twice changes nothing.

    Raises OwnAward: nobody decides about her own, by whichever road.
    """
    if not reason.strip():
        raise ValueError("a revocation needs a reason")
    if is_own_award(revoked_by, award):
        raise OwnAward(award)
    revocation, _ = Revocation.objects.get_or_create(
        award=award,
        defaults={"reason": reason, "revoked_by": revoked_by, "revoked_at": at or timezone.now()},
    )
    return revocation
