"""Auditors read one institution for a time, change nothing, and leave a trace of each look."""

import json
from datetime import date, timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader

from curriculum.audit.models import AuditMandate
from curriculum.audit.sampling import draw_sample
from curriculum.audit.services import NotFitToAudit, TooLong, appoint_auditor, end_mandate
from curriculum.enums import Role
from curriculum.models import Award, Look
from curriculum.people.staff import give_staff_access
from modules.services import complete_lesson
from tests.modules.school import (
    School,
    exactly,
    lesson_of,
    make_learner,
    make_lesson,
    make_school,
    make_staff,
    reward_module,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
PAGES = ["dossier", "paper", "data"]


def award_of(school: School, *names: str) -> list[Award]:
    """As many learners with the same award."""
    reward_module(school, school.module_page.module)
    lesson = lesson_of(make_lesson(school.module_page, "Higiene"))
    for name in names:
        complete_lesson(lesson=lesson, participation=make_learner(name, school), recorded_by=None)
    return list(Award.objects.filter(institution=school.institution).order_by("pk"))


@pytest.fixture
def school() -> School:
    return make_school("escuela")


@pytest.fixture
def other() -> School:
    return make_school("otra")


@pytest.fixture
def administrator(school: School) -> User:
    return make_staff("marta", school.institution, Role.ADMINISTRATOR)


@pytest.fixture
def auditor(school: School, administrator: User) -> User:
    account = User.objects.create_user("aurora", first_name="Aurora", last_name="Sosa")
    appoint(school, account, administrator)
    return account


def appoint(school: School, account: User, by: User, *, since: date = TODAY, days: int = 30) -> AuditMandate:
    return appoint_auditor(
        institution=school.institution,
        auditor=account,
        since=since,
        until=since + timedelta(days=days),
        reason="Auditoría anual",
        appointed_by=by,
    )


def signed_in(account: User | None) -> Client:
    client = Client()
    if account is not None:
        client.force_login(account)
    return client


def address(name: str, *args: object) -> str:
    with translation.override("es"):
        return reverse(f"audit:{name}", args=args)


def test_an_auditor_reads_and_each_look_is_kept(school, auditor):
    (award,) = award_of(school, "ana")
    client = signed_in(auditor)
    assert client.get(address("institutions")).status_code == 200
    assert "ana" in client.get(address("awards", "escuela")).text
    for page in PAGES:
        assert client.get(address(page, award.uuid)).status_code == 200
    looks = Look.objects.order_by("pk").values_list("viewer__username", "page", "person__name")
    assert list(looks) == [("aurora", "audit:awards", None), *[("aurora", "audit:dossier", "ana")] * 3]


def test_the_learner_reads_who_looked(school, auditor):
    (award,) = award_of(school, "ana")
    signed_in(auditor).get(address("dossier", award.uuid))
    record = signed_in(award.person.user).get("/es/record/").text
    assert "aurora" in record.lower()


def test_of_another_institution_she_sees_nothing(school, other, auditor):
    (award,) = award_of(other, "berta")
    client = signed_in(auditor)
    addresses = [address(page, award.uuid) for page in PAGES]
    addresses += [address("awards", "otra"), address("sample", "otra") + "?size=3&seed=a"]
    assert {client.get(each).status_code for each in addresses} == {404}
    assert "berta" not in client.get(address("awards", "escuela")).text
    assert not Look.objects.filter(institution=other.institution).exists()


@pytest.mark.parametrize("role", [None, Role.LEARNER, Role.TRAINER, Role.SUPERVISOR, Role.ASSESSOR])
def test_without_a_mandate_nothing_of_it_exists(school, role):
    (award,) = award_of(school, "ana")
    account = make_staff("zoe", school.institution, role) if role else User.objects.create_user("zoe")
    client = signed_in(account)
    pages = [address("institutions"), address("awards", "escuela"), address("sample", "escuela")]
    assert {client.get(page).status_code for page in pages} == {404}
    assert {client.get(address(page, award.uuid)).status_code for page in PAGES} == {404}


def test_an_administrator_presses_for_a_dossier_too(school, administrator):
    (award,) = award_of(school, "ana")
    client = signed_in(administrator)
    give_staff_access(administrator.person, Role.ADMINISTRATOR)
    assert f"/audit/award/{award.uuid}/" in client.get(reverse("awards:award", args=[award.pk])).text
    assert {client.get(address(page, award.uuid)).status_code for page in PAGES} == {200}
    assert client.get(address("awards", "escuela")).status_code == 404


def test_strangers_are_led_to_the_sign_in(school):
    (award,) = award_of(school, "ana")
    for page in [*(address(page, award.uuid) for page in PAGES), address("institutions")]:
        assert "/accounts/login/" in signed_in(None).get(page)["Location"]


@pytest.mark.parametrize(("since", "days"), [(1, 30), (-31, 30)])
def test_before_and_after_her_time_nothing_opens(school, administrator, since, days):
    account = User.objects.create_user("aurora")
    appoint(school, account, administrator, since=TODAY + timedelta(days=since), days=days)
    assert signed_in(account).get(address("awards", "escuela")).status_code == 404


@pytest.mark.parametrize("since", [0, -30])
def test_the_first_and_the_last_day_count(school, administrator, since):
    account = User.objects.create_user("aurora")
    appoint(school, account, administrator, since=TODAY + timedelta(days=since), days=30)
    assert signed_in(account).get(address("awards", "escuela")).status_code == 200


def test_ended_early_is_ended(school, auditor, administrator):
    mandate = AuditMandate.objects.get()
    assert end_mandate(mandate=mandate, ended_by=administrator)
    assert not end_mandate(mandate=mandate, ended_by=administrator)
    assert signed_in(auditor).get(address("awards", "escuela")).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_can_be_sent(school, auditor, method):
    (award,) = award_of(school, "ana")
    client = signed_in(auditor)
    for page in (address("awards", "escuela"), address("dossier", award.uuid)):
        assert getattr(client, method)(page).status_code == 405


def test_who_works_there_does_not_audit(school, administrator):
    trainer = make_staff("teresa", school.institution, Role.TRAINER)
    for account in (trainer, administrator):
        with pytest.raises(NotFitToAudit):
            appoint(school, account, administrator)
    with pytest.raises(TooLong):
        appoint(school, User.objects.create_user("aurora"), administrator, days=367)


def test_the_database_refuses_her_own_appointment_and_a_longer_mandate(school, auditor):
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditMandate.objects.create(
            institution=school.institution,
            auditor=auditor,
            since=TODAY,
            until=TODAY,
            reason="own",
            appointed_by=auditor,
            appointed_at=timezone.now(),
        )
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditMandate.objects.update(until=TODAY + timedelta(days=900))


def test_the_dossier_tells_how_it_came_about(school, auditor):
    (award,) = award_of(school, "ana")
    told = json.loads(signed_in(auditor).get(address("data", award.uuid)).content)
    assert told["award"]["code"] == award.code
    assert told["rule_set"]["digest"] == award.rule_digest
    assert told["differences"] == []
    assert told["hours"][0] | {"completed_on": None} == {
        "module": "Módulo 1",
        "online": 60,
        "class": 90,
        "independent": 30,
        "practice": 600,
        "completed_on": None,
    }
    assert told["hours"][0]["completed_on"] is not None
    assert [entry["entry"] for entry in told["evidence"]] == list(
        award.citations.values_list("evidence_id", flat=True)
    )
    assert set(told) >= {"admission", "documents", "later", "finding", "signatures"}


def test_the_paper_says_the_same(school, auditor):
    (award,) = award_of(school, "ana")
    paper = signed_in(auditor).get(address("paper", award.uuid)).content
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
    assert award.code in text
    assert "Módulo 1" in text


def test_a_sample_can_be_drawn_again_by_anybody(school):
    awards = award_of(school, *(f"ana{number}" for number in range(7)))
    now = timezone.now()
    drawn = draw_sample(institution=school.institution, seed="a1", size=3, as_at=now)
    again = sorted(awards, key=lambda award: sha256(f"a1:{award.uuid}".encode()).hexdigest())[:3]
    assert list(drawn.awards) == again
    assert drawn.population == 7
    other = draw_sample(institution=school.institution, seed="a2", size=7, as_at=now)
    assert set(other.awards) == set(awards)
    assert not draw_sample(
        institution=school.institution, seed="a1", size=3, as_at=now - timedelta(days=1)
    ).awards


def test_a_new_sample_has_an_address_of_its_own(school, auditor):
    award_of(school, "ana", "berta", "carla")
    client = signed_in(auditor)
    asked = client.get(address("sample", "escuela"), {"size": 2})
    assert asked.status_code == 302
    first, second = (client.get(asked["Location"]) for _time in range(2))
    assert first.status_code == 200
    assert [a.pk for a in first.context["sample"].awards] == [a.pk for a in second.context["sample"].awards]
    assert first.context["sample"].seed in first.text


@pytest.mark.parametrize("size", ["", "0", "201", "x"])
def test_a_sample_of_no_sensible_size_is_asked_for_again(school, auditor, size):
    assert signed_in(auditor).get(address("sample", "escuela"), {"size": size}).status_code == 422


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("where", "queries"), [("awards", 6), ("sample", 6)])
def test_what_the_lists_cost(school, auditor, count, where, queries):
    award_of(school, *(f"ana{number}" for number in range(count)))
    client = signed_in(auditor)
    asked = {"size": 3, "seed": "a", "as_at": timezone.now().isoformat()} if where == "sample" else {}
    client.get(address(where, "escuela"), asked)
    with exactly(queries):
        assert client.get(address(where, "escuela"), asked).status_code == 200


def test_what_a_dossier_costs(school, auditor):
    award = award_of(school, "ana", "berta", "carla")[0]
    client = signed_in(auditor)
    client.get(address("dossier", award.uuid))
    with exactly(24):
        client.get(address("dossier", award.uuid))


def test_her_menu_leads_there_and_a_second_step_is_asked_of_her(school, auditor, settings):
    client = signed_in(auditor)
    with translation.override("es"):
        assert client.get("/es/enter/")["Location"] == address("institutions")
        assert f'href="{address("institutions")}"' in client.get("/es/path/").text
        settings.CUIDAR_SECOND_STEP_ROLES = ["auditor"]
        assert client.get(address("institutions"))["Location"].endswith("/2fa/")


def test_a_mandate_given_and_ended_on_the_desk(school, administrator):
    give_staff_access(administrator.person, Role.ADMINISTRATOR)
    account, client = User.objects.create_user("aurora"), signed_in(administrator)
    asked = {
        "institution": school.institution.pk,
        "user_name": "Aurora",
        "since": TODAY.isoformat(),
        "until": (TODAY + timedelta(days=5)).isoformat(),
        "reason": "Auditoría anual",
    }
    for wrong in ({"user_name": "nobody"}, {"user_name": "marta"}, {"until": "2020-01-01"}):
        assert client.post(reverse("auditors:add"), asked | wrong).status_code == 200
    assert not AuditMandate.objects.exists()
    assert client.post(reverse("auditors:add"), asked).status_code == 302
    mandate = AuditMandate.objects.get()
    assert (mandate.auditor, mandate.appointed_by) == (account, administrator)
    client.post(reverse("auditors:end", args=[mandate.pk]))
    mandate.refresh_from_db()
    assert mandate.ended_by == administrator


def test_another_administrator_appoints_and_ends_nothing_here(school, other, auditor):
    stranger = make_staff("olga", other.institution, Role.ADMINISTRATOR)
    give_staff_access(stranger.person, Role.ADMINISTRATOR)
    client, mandate = signed_in(stranger), AuditMandate.objects.get()
    assert client.post(reverse("auditors:end", args=[mandate.pk]), follow=True).status_code == 404
    asked = {
        "institution": school.institution.pk,
        "user_name": "aurora",
        "since": TODAY.isoformat(),
        "until": TODAY.isoformat(),
        "reason": "Auditoría anual",
    }
    assert client.post(reverse("auditors:add"), asked).status_code == 200
    assert AuditMandate.objects.count() == 1
    assert "aurora" not in client.get(reverse("auditors:index")).text
