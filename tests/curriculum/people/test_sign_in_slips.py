"""A slip opens one account once, within a day, and only for those who may open it."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from curriculum.concerns.models import Confidant
from curriculum.people.enums import Role
from curriculum.people.models import Group, Participation, Person, SignInSlip
from curriculum.people.permissions import can_print_slip
from curriculum.people.registering import give_role
from curriculum.people.sign_in_slips import (
    NoAccountToOpen,
    cancel_slip,
    digest_of,
    new_code,
    print_slips,
    slip_with,
    use_slip,
)
from curriculum.standards.models import Institution

from .conftest import START, person_with_role

pytestmark = pytest.mark.django_db
PASSWORD = "tres palabras juntas"


def print_one(person: Person, institution: Institution, by: Person) -> str:
    assert by.user is not None
    (printed,) = print_slips(people=[person], institution=institution, printed_by=by.user)
    return printed.code


@given(st.integers(0, 50))
def test_a_code_is_the_same_in_small_letters_and_without_hyphens(seed: int) -> None:
    code = new_code()
    assert len({digest_of(each) for each in (code, code.lower(), code.replace("-", ""), f" {code} ")}) == 1
    assert not set(code) & set("01IOL")


def test_the_code_itself_is_kept_nowhere(
    learner: Participation, institution: Institution, desk: Person
) -> None:
    code = print_one(learner.person, institution, desk)
    row = SignInSlip.objects.values().get()
    assert not any(code in str(value) or code.replace("-", "") in str(value) for value in row.values())
    assert (row["printed_by_id"], row["first"]) == (desk.user_id, True)


def test_printing_again_cancels_the_former_slip(
    learner: Participation, institution: Institution, desk: Person
) -> None:
    former, newest = (print_one(learner.person, institution, desk) for _time in range(2))
    assert slip_with(former) is None
    assert slip_with(newest) is not None


def test_a_slip_is_used_once_and_ends_the_sessions_elsewhere(
    client: Client, learner: Participation, institution: Institution, desk: Person
) -> None:
    account = learner.person.user
    assert account is not None
    client.force_login(account)
    slip = slip_with(print_one(learner.person, institution, desk))
    assert slip is not None
    assert use_slip(slip=slip, password=PASSWORD)
    assert not use_slip(slip=slip, password="otra cosa distinta")
    assert User.objects.get(pk=account.pk).check_password(PASSWORD)
    assert "login" in client.get("/es/path/").url


@pytest.mark.parametrize("hours", [23, 25])
def test_a_slip_works_for_a_day(
    learner: Participation, institution: Institution, desk: Person, hours: int
) -> None:
    code = print_one(learner.person, institution, desk)
    SignInSlip.objects.update(printed_at=timezone.now() - timedelta(hours=hours))
    assert (slip_with(code) is not None) == (hours < 24)


def test_a_cancelled_slip_and_that_of_a_closed_account_open_nothing(
    learner: Participation, institution: Institution, desk: Person
) -> None:
    code = print_one(learner.person, institution, desk)
    User.objects.filter(pk=learner.person.user_id).update(is_active=False)
    assert slip_with(code) is None
    User.objects.filter(pk=learner.person.user_id).update(is_active=True)
    cancel_slip(slip=SignInSlip.objects.get())
    assert slip_with(code) is None


def test_nobody_without_an_account_gets_a_slip(institution: Institution, desk: Person) -> None:
    with pytest.raises(NoAccountToOpen):
        print_one(Person.objects.create(name="Sin cuenta"), institution, desk)


@pytest.mark.parametrize("people", [1, 3])
def test_queries_do_not_grow_with_slips(
    institution: Institution, desk: Person, people: int, django_assert_num_queries
) -> None:
    some = [
        Person.objects.create(name=f"P{n}", user=User.objects.create_user(f"p{n}")) for n in range(people)
    ]
    with django_assert_num_queries(4):  # two of them are the savepoint
        print_slips(people=some, institution=institution, printed_by=desk.user)


# --- Who may print for whom ---


def test_an_administrator_prints_for_her_people_and_a_trainer_for_her_learners(
    learner: Participation, desk: Person, trainer: Person, other_desk: Person
) -> None:
    may = [can_print_slip(who.user, learner.person) for who in (desk, trainer, other_desk, learner.person)]
    assert may == [True, True, False, False]
    assert not can_print_slip(desk.user, desk)


def test_a_trainer_opens_no_account_of_the_staff(
    learner: Participation, trainer: Person, desk: Person, institution: Institution
) -> None:
    give_role(person=learner.person, institution=institution, role=Role.SUPERVISOR, since=START)
    assert not can_print_slip(trainer.user, learner.person)
    assert can_print_slip(desk.user, learner.person)
    assert not can_print_slip(trainer.user, desk)


def test_nobody_opens_an_account_that_sees_more_than_she_may(
    desk: Person, trainer: Person, institution: Institution, other_institution: Institution
) -> None:
    assert can_print_slip(desk.user, trainer)
    give_role(person=trainer, institution=other_institution, role=Role.TRAINER, since=START)
    assert not can_print_slip(desk.user, trainer)


def test_the_account_of_a_superuser_is_opened_by_nobody(
    desk: Person, institution: Institution, learner: Participation
) -> None:
    User.objects.filter(pk=learner.person.user_id).update(is_superuser=True)
    assert not can_print_slip(desk.user, learner.person)


def test_a_trainer_no_longer_prints_for_who_has_left(learner: Participation, trainer: Person) -> None:
    Participation.objects.update(ended_on=date(2026, 4, 1), end_reason="work")
    assert not can_print_slip(trainer.user, learner.person)


# --- On the screens ---


def test_a_group_is_printed_on_one_sheet_and_the_codes_open_the_accounts(
    client: Client, learner: Participation, group: Group, trainer: Person
) -> None:
    client.force_login(trainer.user)
    address = reverse("cohorts:slips", args=[group.pk])
    page = client.get(address)
    assert page.context["form"].initial["people"] == [learner.person_id]
    sheet = client.post(address, {"people": [learner.person_id], "paper": "a4"})
    (slip,) = sheet.context["slips"]
    assert "no-store" in sheet["Cache-Control"]
    assert (slip.user_name, slip.code in sheet.content.decode()) == ("ana", True)

    visitor = Client()
    opened = visitor.get(slip.address, follow=True)
    assert opened.redirect_chain[-1][0] == "/es/slip/choose/"
    assert slip.code not in opened.request["PATH_INFO"]
    done = visitor.post(
        "/es/slip/choose/", {"new_password1": PASSWORD, "new_password2": PASSWORD}, follow=True
    )
    assert "_auth_user_id" not in visitor.session
    assert 'value="ana"' in done.content.decode()
    visitor.post("/es/accounts/login/", {"login": "ana", "password": PASSWORD})
    assert visitor.session["_auth_user_id"] == str(learner.person.user_id)
    assert Client().get(slip.address).url == "/es/slip/too-late/"


def test_somebody_elses_person_is_not_printed_even_when_named(
    client: Client, learner: Participation, group: Group, trainer: Person, desk: Person
) -> None:
    client.force_login(trainer.user)
    client.post(reverse("cohorts:slips", args=[group.pk]), {"people": [desk.pk], "paper": "a4"})
    assert not SignInSlip.objects.exists()


def test_a_code_is_typed_in_any_case_and_a_wrong_one_says_what_to_do(
    client: Client, learner: Participation, institution: Institution, desk: Person
) -> None:
    code = print_one(learner.person, institution, desk)
    assert client.post("/es/slip/", {"code": "AAAA-BBBB-CCCC"}).context["form"].errors["code"]
    assert client.post("/es/slip/", {"code": code.lower()}).url == "/es/slip/choose/"


def test_without_a_slip_nobody_chooses_a_password(client: Client, trainer: Person) -> None:
    data = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert client.post("/es/slip/choose/", data).url == "/es/slip/too-late/"


def test_the_rules_for_passwords_hold_here_too(
    client: Client, learner: Participation, institution: Institution, desk: Person
) -> None:
    client.post("/es/slip/", {"code": print_one(learner.person, institution, desk)})
    answer = client.post("/es/slip/choose/", {"new_password1": "12345678", "new_password2": "12345678"})
    assert answer.context["form"].errors
    assert SignInSlip.objects.get().used_at is None


def test_a_candidate_in_two_institutions_gets_her_slip_from_either(
    learner: Participation, other_institution: Institution, other_desk: Person
) -> None:
    give_role(person=learner.person, institution=other_institution, role=Role.LEARNER, since=START)
    assert can_print_slip(other_desk.user, learner.person)


def test_a_person_of_two_rooms_is_found_by_the_right_desk(
    client: Client, institution: Institution, other_institution: Institution, other_desk: Person
) -> None:
    person = person_with_role("Sonia Lima", institution, Role.SUPERVISOR)
    client.force_login(other_desk.user)
    assert client.get(reverse("people:slip", args=[person.pk]), follow=True).status_code == 404


def test_the_account_of_a_confidant_is_opened_by_nobody(
    learner: Participation, desk: Person, institution: Institution, other_desk: Person
) -> None:
    assert can_print_slip(desk.user, learner.person)
    Confidant.objects.create(
        institution=institution,
        person=learner.person,
        about="trabajadora social",
        since=START,
        named_by=other_desk,
    )
    assert not can_print_slip(desk.user, learner.person)
