"""Starting a course: what it asks, what she declares, and the way in.

What a person declares about herself opens the way to learning. It is kept as declared by her, so that the office
can ask for the proof before a certificate is issued.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from curriculum.credentials.entry import check_entry, decide_entry
from curriculum.credentials.words import sentences
from curriculum.people.accounts import person_behind
from curriculum.people.enums import Decision, EndReason
from curriculum.people.models import Admission, Participation, Person
from curriculum.people.queries import open_participations
from curriculum.people.services import attest_fact, enrol
from curriculum.rules import FactKind, Stage
from curriculum.rules.nodes import Age, Education
from curriculum.rules.questions import nodes_of
from curriculum.standards.accounts import Account, Visitor
from curriculum.standards.clock import local_date
from curriculum.standards.models import ProgrammeVersion
from curriculum.standards.rulebook import rule_of

from .levels import LEVEL_TITLES

NOT_COMPLETED = "not_completed"
OLDEST = 120


class AskTheSchool(Exception):
    """The office has ended her participation in this programme; it alone opens the way again."""


class JoinForm(forms.Form):
    """Asks only what the entry requirements of this version ask."""

    def __init__(self, *args: Any, asks_age: bool, levels: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asks_age:
            self.fields["birth_date"] = forms.DateField(
                label=gettext_lazy("Your date of birth"),
                widget=forms.DateInput(attrs={"type": "date", "autocomplete": "bday"}, format="%Y-%m-%d"),
            )
        if levels:
            self.fields["education"] = forms.ChoiceField(
                label=gettext_lazy("What schooling have you completed?"),
                choices=[
                    (NOT_COMPLETED, gettext_lazy("Not yet primary school")),
                    *((level, LEVEL_TITLES.get(level, level)) for level in levels),
                ],
                widget=forms.RadioSelect,
            )

    def clean_birth_date(self) -> date:
        day: date = self.cleaned_data["birth_date"]
        today = timezone.localdate()
        if not today.year - OLDEST <= day.year or day > today:
            raise forms.ValidationError(_("Please check the year of your date of birth."))
        return day


@dataclass(frozen=True, slots=True)
class Questions:
    """What the entry requirements of a version ask a person to declare."""

    asks_age: bool
    levels: tuple[str, ...]


def questions_of(programme_version: ProgrammeVersion) -> Questions:
    """Read from the rule itself, so that another programme asks other things."""
    rule_set = programme_version.rule_sets.filter(stage=Stage.ADMISSION_TRAINING.value).first()
    nodes = list(nodes_of(rule_of(rule_set.digest).root)) if rule_set else []
    ladders = [node.ladder for node in nodes if isinstance(node, Education)]
    return Questions(any(isinstance(node, Age) for node in nodes), ladders[0] if ladders else ())


@dataclass(frozen=True, slots=True)
class JoinOutcome:
    """The decision, if there was one, and her participation when she is in; else what is missing in words."""

    admission: Admission | None
    participation: Participation | None
    missing: tuple[str, ...]


@transaction.atomic
def join(
    *, account: Account, programme_version: ProgrammeVersion, declared: Mapping[str, Any]
) -> JoinOutcome:
    """Keep what she declares, decide by the requirements, and enrol her if they are met. Twice is once.

    Two presses of one account wait for each other. Raises AskTheSchool.
    """
    get_user_model()._default_manager.select_for_update(no_key=True).only("pk").get(pk=account.pk)
    person = _person(account, declared)
    if already := _place(person, programme_version):
        return already
    if was_ended_by_the_office(account, programme_version):
        raise AskTheSchool
    institution = programme_version.programme.institution
    today = local_date(timezone.now(), institution)
    level = declared.get("education")
    known = person.facts.filter(institution=institution, subject=level)
    if level and level != NOT_COMPLETED and not known.exists():
        attest_fact(
            person=person,
            institution=institution,
            kind=FactKind.EDUCATION,
            subject=level,
            occurred_on=today,
            attested_by=account,
        )
    admission = decide_entry(person=person, programme_version=programme_version, decided_by=None)
    if admission.decision == Decision.NOT_ADMITTED:
        finding = check_entry(person=person, programme_version=programme_version).finding
        said = sentences(finding, programme_version_id=programme_version.pk)
        return JoinOutcome(admission, None, tuple(s.text for s in said if s.missing))
    participation = enrol(person=person, programme_version=programme_version, enrolled_by=account, on=today)
    return JoinOutcome(admission, participation, ())


def was_ended_by_the_office(account: Visitor, programme_version: ProgrammeVersion) -> bool:
    """Whether she has taken part in this programme, in any version, until somebody ended it; one query.

    Who completed it may take a new version by herself.
    """
    ended = Participation.objects.filter(
        person__user=account.pk,
        programme_version__programme=programme_version.programme_id,
        ended_on__isnull=False,
    )
    return ended.exclude(end_reason=EndReason.COMPLETED).exists()


def _place(person: Person, programme_version: ProgrammeVersion) -> JoinOutcome | None:
    """What an earlier press, or the office, has given her."""
    taken = open_participations(person).filter(programme_version=programme_version).first()
    decided = person.admissions.filter(programme_version=programme_version).order_by("-pk").first()
    return JoinOutcome(decided, taken, ()) if taken else None


def _person(account: Account, declared: Mapping[str, Any]) -> Person:
    person = person_behind(account)
    if declared.get("birth_date") and person.birth_date is None:
        person.birth_date = declared["birth_date"]
        person.save(update_fields=["birth_date"])
    return person
