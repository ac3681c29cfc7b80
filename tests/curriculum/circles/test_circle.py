"""A circle belongs to its group and its staff; nothing is lost, and nobody is named who is cared for."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from curriculum.api import IdentifierFound
from curriculum.circles.circle import circles_of
from curriculum.circles.enums import Ground, Verdict
from curriculum.circles.errors import NameTaken, NothingSaid, RulesNotRead, SentOtherwise, TooMuchAtOnce
from curriculum.circles.models import Moderation, Post, PostReport
from curriculum.circles.permissions import can_decide
from curriculum.circles.reading import to_look_at
from curriculum.circles.services import (
    decide_on_post,
    object_to_moderation,
    report_post,
    take_seat,
    write_post,
)
from curriculum.credentials.models import Award
from curriculum.people.models import Group, Participation, Person
from curriculum.standards.enums import AchievementKind
from curriculum.standards.models import Achievement, Institution, RuleSet
from tests.factories import PersonFactory

from .conftest import EVERYBODY, client_of, make_group, make_learner, say, standing_of

pytestmark = pytest.mark.django_db
INSIDE = {"learner", "fellow learner", "trainer", "administrator"}
MODERATE = {"trainer", "administrator"}
CIRCLE = "/es/circles/escuela/manana/"


@pytest.mark.parametrize("name", EVERYBODY)
def test_who_comes_in(whoever: Callable[[str], Any], ana: Participation, group: Group, name: str) -> None:
    """Whoever does not belong finds no circle and no post; the stranger is asked to sign in."""
    user = whoever(name)
    client = client_of(user)
    post = say(ana.person, group, "Secreto de la ronda")
    lost = 404 if user.is_authenticated else 302
    inside = name in INSIDE
    assert client.get(CIRCLE).status_code == (200 if inside else lost)
    assert ("Manana" in client.get("/es/circles/").content.decode()) == inside
    assert client.get(f"/es/circle-post/{post.uuid}/answer/").status_code == (200 if inside else lost)
    assert client.post(CIRCLE, {"uuid": str(uuid4()), "text": "Hola"}).status_code == (
        {"learner": 302}.get(name, 422) if inside else lost
    )
    if name != "learner":
        reports = 200 if inside else lost
        assert client.get(f"/es/circle-post/{post.uuid}/report/").status_code == reports
        decides = 200 if name in MODERATE else lost
        assert client.get(f"/es/circle-post/{post.uuid}/decide/").status_code == decides
        assert client.post(f"/es/circle-post/{post.uuid}/object/", {"text": "No"}).status_code == lost
    assert not Moderation.objects.exists()


def test_the_rules_come_first(ana: Participation, group: Group) -> None:
    client = client_of(ana.person.user)
    page = client.get(CIRCLE).content.decode()
    assert "circle-seat" in page
    with pytest.raises(RulesNotRead):
        write_post(uuid=uuid4(), standing=standing_of(ana.person, group), words="Hola")
    client.post("/es/circle-seat/escuela/manana/", {"pen_name": "Flor"})
    client.post(CIRCLE, {"uuid": str(uuid4()), "text": "Buen día a todas"})
    assert "Flor" in client.get(CIRCLE).content.decode()
    assert "Ana Píriz" not in client.get(CIRCLE).content.decode().split("<main")[1]


def test_trainers_see_who_stands_behind_a_name(
    ana: Participation, bea: Participation, group: Group, trainer: Person
) -> None:
    take_seat(standing=standing_of(ana.person, group), pen_name="Flor")
    write_post(uuid=uuid4(), standing=standing_of(ana.person, group), words="Hola")
    say(trainer, group)
    say(bea.person, group)
    assert "(Ana Píriz)" in client_of(trainer.user).get(CIRCLE).content.decode()
    assert "Ana Píriz" not in client_of(bea.person.user).get(CIRCLE).content.decode()


@pytest.mark.parametrize("name", ["bea soto", "Tomás Arbelo", "FLOR"])
def test_nobody_takes_somebody_elses_name(
    ana: Participation, bea: Participation, group: Group, name: str
) -> None:
    third = make_learner(group, "Cata Ríos")
    take_seat(standing=standing_of(third.person, group), pen_name="Flor")
    with pytest.raises(NameTaken):
        take_seat(standing=standing_of(ana.person, group), pen_name=name)


@pytest.mark.parametrize("words", ["Doña Elsa no durmió", "Llámenme al 099 123 456", "es la CI 1.234.567-8"])
def test_the_people_cared_for_are_not_named(ana: Participation, group: Group, words: str) -> None:
    with pytest.raises(IdentifierFound):
        say(ana.person, group, words)
    assert not Post.objects.exists()


def test_sent_twice_is_kept_once(ana: Participation, group: Group) -> None:
    standing, uuid = standing_of(ana.person, group), uuid4()
    take_seat(standing=standing)
    for _ in range(2):
        write_post(uuid=uuid, standing=standing, words=" Hola ")
    assert Post.objects.count() == 1
    with pytest.raises(SentOtherwise):
        write_post(uuid=uuid, standing=standing, words="Otra cosa")
    with pytest.raises(NothingSaid):
        write_post(uuid=uuid4(), standing=standing, words=" \n ")


def test_nobody_floods_the_circle(ana: Participation, group: Group) -> None:
    for _ in range(10):
        say(ana.person, group)
    with pytest.raises(TooMuchAtOnce):
        say(ana.person, group)


def test_a_post_of_another_circle_is_not_answered_here(ana: Participation, group: Group) -> None:
    other = make_group(group.programme_version, "tarde", PersonFactory(name="Otra"))
    theirs = say(make_learner(other, "Inés Vidal").person, other)
    assert say(ana.person, group, answers=theirs).answers is None
    first = say(ana.person, group)
    assert say(ana.person, group, answers=say(ana.person, group, answers=first)).answers == first


def test_hiding_is_reasoned_and_answered_and_nothing_is_lost(
    ana: Participation, bea: Participation, group: Group, trainer: Person
) -> None:
    post = say(ana.person, group, "Palabras que duelen")
    report_post(post=post, standing=standing_of(bea.person, group), ground=Ground.HURTS)
    report_post(post=post, standing=standing_of(bea.person, group), ground=Ground.OTHER)
    assert PostReport.objects.get().ground == "hurts"
    staff = standing_of(trainer, group)
    assert list(to_look_at(staff)) == [post]

    with pytest.raises(NothingSaid):
        decide_on_post(post=post, standing=staff, verdict=Verdict.HIDDEN, reason=" ")
    for _ in range(2):
        decide_on_post(post=post, standing=staff, verdict=Verdict.HIDDEN, reason="Regla 3")
    assert Moderation.objects.count() == 1
    assert not to_look_at(staff).exists()
    say(bea.person, group)
    hers = client_of(bea.person.user).get(CIRCLE).content.decode()
    assert "Palabras que duelen" not in hers
    assert "Regla 3" not in hers
    assert client_of(bea.person.user).get(f"/es/circle-post/{post.uuid}/answer/").status_code == 404
    own = client_of(ana.person.user)
    assert "Regla 3" in own.get(CIRCLE).content.decode()

    own.post(f"/es/circle-post/{post.uuid}/object/", {"text": "No quise herir"})
    assert list(to_look_at(staff)) == [post]
    client_of(trainer.user).post(
        f"/es/circle-post/{post.uuid}/decide/", {"verdict": "shown", "reason": "Tiene razón"}
    )
    assert "Palabras que duelen" in client_of(bea.person.user).get(CIRCLE).content.decode()
    assert not to_look_at(staff).exists()
    assert Post.objects.filter(pk=post.pk).exists()


def test_nobody_judges_her_own_words(group: Group, trainer: Person, ana: Participation) -> None:
    post = say(trainer, group)
    staff = standing_of(trainer, group)
    assert not can_decide(staff, post)
    with pytest.raises(PermissionDenied):
        decide_on_post(post=post, standing=staff, verdict=Verdict.HIDDEN, reason="No")
    with pytest.raises(PermissionDenied):
        report_post(post=post, standing=staff, ground=Ground.OTHER)
    decision = Moderation.objects.create(
        post=post, verdict="hidden", reason="x", moderator=ana.person, decided_at="2026-03-09T12:00Z"
    )
    with pytest.raises(PermissionDenied):
        object_to_moderation(moderation=decision, standing=standing_of(ana.person, group), words="No")


@pytest.mark.parametrize("table", [Post, PostReport, Moderation])
def test_the_database_refuses_to_forget(
    table: type[Any], ana: Participation, bea: Participation, group: Group, trainer: Person
) -> None:
    post = say(ana.person, group)
    report_post(post=post, standing=standing_of(bea.person, group), ground=Ground.OTHER)
    decide_on_post(post=post, standing=standing_of(trainer, group), verdict=Verdict.HIDDEN, reason="R")
    with pytest.raises(IntegrityError), transaction.atomic():
        table.objects.filter(pk=table.objects.get().pk)._raw_delete("default")


def test_certified_carers_meet_across_groups(
    ana: Participation, bea: Participation, institution: Institution
) -> None:
    achievement = Achievement.objects.create(
        institution=institution, key="cuidadora", kind=AchievementKind.QUALIFICATION, name_es="Cuidadora"
    )
    rule_set = RuleSet.objects.create(
        institution=institution,
        key="cuidadora",
        version="1",
        stage="award",
        achievement=achievement,
        document={},
        digest="sha256:0",
    )
    Award.objects.create(
        rule_set=rule_set,
        rule_digest="sha256:0",
        person=ana.person,
        institution=institution,
        participation=ana,
        achievement=achievement,
        finding={},
        awarded_on=date(2026, 4, 1),
        granted_at="2026-04-01T12:00Z",
    )
    assert [each.circle.key for each in circles_of(ana.person.user)] == [("escuela", "manana"), ("escuela",)]
    assert client_of(ana.person.user).get("/es/circles/escuela/").status_code == 200
    assert client_of(bea.person.user).get("/es/circles/escuela/").status_code == 404


def test_the_circle_costs_the_same_at_one_and_at_three_threads(
    ana: Participation, group: Group, django_assert_num_queries: Any
) -> None:
    client = client_of(ana.person.user)
    say(ana.person, group, answers=say(ana.person, group))
    client.get(CIRCLE)
    with django_assert_num_queries(13):
        client.get(CIRCLE)
    for _ in range(2):
        say(ana.person, group, answers=say(ana.person, group))
    with django_assert_num_queries(13):
        client.get(CIRCLE)
