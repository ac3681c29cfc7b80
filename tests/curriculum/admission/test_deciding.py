from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.utils import timezone

from curriculum.admission.enums import ApplicationState, VerdictKind
from curriculum.admission.errors import Closed, NotYours, Refused
from curriculum.admission.models import Application, Verdict
from curriculum.admission.services import begin, decide, review_proof, send, withdraw
from curriculum.admission.standing import RowState, standing_of
from curriculum.credentials.owed import owing_a_proof
from curriculum.people.enums import Role
from curriculum.people.models import Admission, Group, IdentityDocument, Participation
from curriculum.people.services import join_institution
from curriculum.standards.models import ProgrammeVersion

from .conftest import proof_of

pytestmark = pytest.mark.django_db


def states(application: Application) -> list[RowState]:
    return [row.state for row in standing_of(application).rows]


def verdict_on(application: Application, kind: VerdictKind, by: User, reason: str = "") -> Verdict:
    return decide(application=application, kind=kind, reason=reason, decided_by=by)


def test_each_requirement_is_missing_then_waits_then_is_met(application: Application, clerk: User) -> None:
    assert states(application) == [RowState.MET, RowState.MISSING, RowState.NOT_ASKED]
    proof = proof_of(application)
    assert states(application)[1] is RowState.WAITING
    review_proof(proof=proof, accepted=True, reviewed_by=clerk)
    assert states(application)[1] is RowState.MET
    assert standing_of(application).finding.is_met


def test_a_refused_document_says_what_to_send_instead(application: Application, clerk: User) -> None:
    proof = proof_of(application)
    with pytest.raises(Refused):
        review_proof(proof=proof, accepted=False, reviewed_by=clerk, note=" ")
    review_proof(proof=proof, accepted=False, reviewed_by=clerk, note="La foto está borrosa.")
    review_proof(proof=proof, accepted=True, reviewed_by=clerk)
    assert states(application)[1] is RowState.MISSING
    assert not application.person.facts.exists()


def test_beginning_and_sending_twice_is_once(
    applicant: User, version: ProgrammeVersion, application: Application
) -> None:
    assert begin(account=applicant, programme_version=version) == application
    first, second = send(application=application), send(application=application)
    assert first.sent_at == second.sent_at
    assert Application.objects.count() == 1


def test_who_takes_an_application_back_may_begin_another(
    applicant: User, version: ProgrammeVersion, application: Application, clerk: User
) -> None:
    withdraw(application=send(application=application))
    withdraw(application=application)
    with pytest.raises(Closed):
        verdict_on(application, VerdictKind.ADMITTED, clerk)
    assert begin(account=applicant, programme_version=version) != application


def test_who_meets_everything_is_admitted_and_has_her_place_at_once(
    application: Application, group: Group, clerk: User
) -> None:
    review_proof(proof=proof_of(application), accepted=True, reviewed_by=clerk)
    send(application=application)
    verdict = verdict_on(application, VerdictKind.ADMITTED, clerk)
    place = Participation.objects.get()
    assert (place.person, place.group, place.enrolled_by) == (application.person, group, clerk)
    assert verdict.admission == Admission.objects.get()
    assert verdict.decided_by == clerk
    with pytest.raises(Closed):
        verdict_on(application, VerdictKind.NOT_ADMITTED, clerk, "otra vez")


def test_nobody_is_let_in_on_her_word_alone(application: Application, clerk: User) -> None:
    proof_of(application)
    send(application=application)
    with pytest.raises(Refused, match="primaria completa"):
        verdict_on(application, VerdictKind.ADMITTED, clerk)
    assert not Verdict.objects.exists()


def test_a_proof_may_come_later_and_is_owed_until_it_is_there(application: Application, clerk: User) -> None:
    send(application=application)
    verdict = verdict_on(application, VerdictKind.DEFERRED, clerk)
    assert verdict.admission is not None
    assert verdict.admission.decision == "deferred"
    assert Participation.objects.exists()
    asked = {
        "person_ids": [application.person_id],
        "institution": application.institution,
        "on": timezone.localdate(),
    }
    assert owing_a_proof(**asked) == {application.person_id}
    review_proof(proof=proof_of(application), accepted=True, reviewed_by=clerk)
    assert owing_a_proof(**asked) == set()


def test_only_what_the_rules_allow_may_come_later(
    applicant: User, application: Application, clerk: User
) -> None:
    """She is too young, and age cannot be handed in."""
    person = application.person
    person.birth_date = timezone.localdate() - timedelta(days=17 * 365)
    person.save()
    send(application=application)
    with transaction.atomic(), pytest.raises(Refused, match="18"):
        verdict_on(application, VerdictKind.DEFERRED, clerk)
    assert not Participation.objects.exists()


def test_a_full_group_leads_to_the_waiting_list_and_the_place_that_is_free_from_there(
    application: Application, group: Group, clerk: User
) -> None:
    review_proof(proof=proof_of(application), accepted=True, reviewed_by=clerk)
    send(application=application)
    group.intake.places = 0
    group.intake.save()
    with pytest.raises(Refused, match="está completo"):
        verdict_on(application, VerdictKind.ADMITTED, clerk)
    with pytest.raises(Refused):
        verdict_on(application, VerdictKind.WAITING_LIST, clerk)
    verdict_on(application, VerdictKind.WAITING_LIST, clerk, "El grupo está completo.")
    application.refresh_from_db()
    assert application.state == ApplicationState.WAITING_LIST
    assert not Admission.objects.exists()
    group.intake.places = 1
    group.intake.save()
    verdict_on(application, VerdictKind.ADMITTED, clerk)
    assert application.verdicts.count() == 2


def test_nobody_decides_on_her_own_application_by_whichever_record(
    applicant: User, application: Application, clerk: User
) -> None:
    proof = proof_of(application)
    send(application=application)
    join_institution(
        person=application.person,
        institution=application.institution,
        role=Role.ADMINISTRATOR,
        since=timezone.localdate(),
    )
    card = {"institution": application.institution, "kind": "passport", "country": "UY", "number": "C1"}
    IdentityDocument.objects.create(person=application.person, **card)
    IdentityDocument.objects.create(person=clerk.person, **(card | {"number": "c1"}))
    for account in (applicant, clerk):
        with pytest.raises(NotYours):
            verdict_on(application, VerdictKind.ADMITTED, account)
        with pytest.raises(NotYours):
            review_proof(proof=proof, accepted=True, reviewed_by=account)


def test_a_decision_cannot_be_changed_or_deleted(application: Application, clerk: User) -> None:
    send(application=application)
    verdict_on(application, VerdictKind.NOT_ADMITTED, clerk, "Falta la primaria.")
    for act in (
        lambda: Verdict.objects.update(kind="admitted"),
        lambda: Verdict.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
