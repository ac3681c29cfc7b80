"""Signing without an account: a link for one use, a PIN on her phone; and a stranger learns nothing of either."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.placements.enums import Capacity, Channel, Doubt, State
from assessments.placements.errors import (
    LinkClosed,
    NoContact,
    NothingWaits,
    PartImpossible,
    PinRests,
    PinTooPlain,
    PinWrong,
    ReasonNeeded,
    TooSoon,
)
from assessments.placements.messages import message_of
from assessments.placements.models import (
    Host,
    HostSupervisor,
    PinAttempt,
    Scan,
    Shift,
    ShiftDecision,
    SignLink,
    SupervisorPin,
)
from assessments.placements.queries import tallies
from assessments.placements.services import (
    Part,
    Words,
    approve_shifts,
    ask_by_link,
    bring_sheet,
    confirm_contact,
    confirm_sheet,
    open_link,
    set_pin,
    sign_by_link,
    sign_shifts,
    sign_with_pin,
    token_of,
)
from assessments.placements.signatures import by_own_account
from curriculum.api import IdentifierFound, current_awards
from curriculum.enums import Role
from curriculum.jobs.tasks import run_job
from curriculum.models import Evidence, Institution, Job, Participation, Person
from curriculum.people.services import join_institution
from tests.assessments.conftest import STARTED, client_of, queries

from .conftest import LATER, MONDAY, make_shift, make_supervisor
from .test_desk import make_administrator

pytestmark = pytest.mark.django_db
PIN = "482915"
CLOSED_WORDS = "Un enlace sirve una vez"


@pytest.fixture
def supervision(home: Host, supervisor: Person) -> HostSupervisor:
    return HostSupervisor.objects.get(host=home, person=supervisor)


@pytest.fixture
def link(supervision: HostSupervisor, shift: Shift, supervisor: Person) -> SignLink:
    confirm_contact(
        supervision=supervision,
        channel=Channel.EMAIL,
        address="rosa@example.org",
        confirmed_by=supervisor.user,
    )
    return ask_by_link(supervision=supervision, asked_by=shift.person.user)


def state_of(shift: Shift) -> State:
    return Shift.objects.select_related("decision").get(pk=shift.pk).state


def page_of(link: SignLink) -> str:
    return reverse("placements:sign_link", args=[token_of(link)])


def test_a_link_confirms_once_and_the_signature_says_so(link: SignLink, shift: Shift) -> None:
    approval = sign_by_link(token=token_of(link), confirmed=[shift.uuid], returned={})
    assert [one.pk for one in approval.approved] == [shift.pk]
    decision, entry = ShiftDecision.objects.get(), Evidence.objects.get()
    assert (decision.grade, decision.capacity, decision.decided_by) == ("link", Capacity.SUPERVISOR, None)
    assert (decision.decider, entry.method, entry.recorded_by) == (
        link.contact.supervision.person,
        "link",
        None,
    )
    with pytest.raises(LinkClosed):
        sign_by_link(token=token_of(link), confirmed=[shift.uuid], returned={})
    assert Evidence.objects.count() == 1


def test_looking_at_a_link_consumes_nothing(link: SignLink, client: Client, shift: Shift) -> None:
    for _ in range(3):
        assert client.get(page_of(link)).status_code == 200
        assert client.head(page_of(link)).status_code == 200
    assert state_of(shift) is State.WAITING
    link.refresh_from_db()
    assert link.used_at is None
    done = client.post(page_of(link), {f"shift-{shift.uuid}": "yes"})
    assert done.status_code == 200
    assert state_of(shift) is State.APPROVED


def test_a_stranger_reads_one_page_whatever_is_wrong(link: SignLink, client: Client, shift: Shift) -> None:
    right = token_of(link)
    forged = [right[:-1] + ("a" if right[-1] != "a" else "b"), "x", link.uuid.hex, f"{link.uuid.hex}.{right}"]
    answers = [client.get(reverse("placements:sign_link", args=[token])) for token in forged]
    sign_by_link(token=right, confirmed=[shift.uuid], returned={})
    answers.append(client.get(page_of(link)))
    answers.append(client.post(page_of(link), {f"shift-{shift.uuid}": "yes"}))
    bodies = {re.sub(r"/sign/[^/\"]+/", "", answer.content.decode()) for answer in answers}
    assert {answer.status_code for answer in answers} == {404}
    assert all(shift.person.name not in body for body in bodies)
    assert all(CLOSED_WORDS in body for body in bodies)


def test_an_old_link_is_closed_and_a_link_opens_only_what_it_shows(
    link: SignLink, shift: Shift, participation: Participation, home: Host
) -> None:
    later = make_shift(participation, home, starts_at=MONDAY + timedelta(days=1))
    with pytest.raises(LinkClosed):
        sign_by_link(token=token_of(link), confirmed=[later.uuid], returned={})
    with pytest.raises(LinkClosed):
        open_link(token_of(link), at=timezone.now() + timedelta(days=8))
    assert {one.pk for one in open_link(token_of(link)).shifts} == {shift.pk}


def test_a_new_contact_or_the_end_of_supervising_closes_the_link(
    link: SignLink, supervision: HostSupervisor, supervisor: Person
) -> None:
    supervision.until = STARTED
    supervision.save()
    with pytest.raises(LinkClosed):
        open_link(token_of(link))
    supervision.until = None
    supervision.save()
    open_link(token_of(link))
    confirm_contact(
        supervision=supervision, channel=Channel.MESSAGE, address="099", confirmed_by=supervisor.user
    )
    with pytest.raises(LinkClosed):
        open_link(token_of(link))


def test_what_is_not_right_goes_back_with_words(link: SignLink, client: Client, shift: Shift) -> None:
    answer = client.post(
        page_of(link), {f"shift-{shift.uuid}": "no", f"reason-{shift.uuid}": "Llame al 099 123 456"}
    )
    assert answer.status_code == 422
    assert state_of(shift) is State.WAITING
    client.post(page_of(link), {f"shift-{shift.uuid}": "no", f"reason-{shift.uuid}": "Fue más corto"})
    assert ShiftDecision.objects.get().reason.text == "Fue más corto"


def test_the_link_goes_by_mail_once_and_the_learner_never_sees_it(
    supervision: HostSupervisor,
    shift: Shift,
    supervisor: Person,
    django_capture_on_commit_callbacks: object,
) -> None:
    with pytest.raises(NoContact):
        ask_by_link(supervision=supervision, asked_by=shift.person.user)
    confirm_contact(
        supervision=supervision,
        channel=Channel.EMAIL,
        address="rosa@example.org",
        confirmed_by=supervisor.user,
    )
    learner = client_of(shift.person)
    page = reverse("placements:ways_to_sign")
    learner.post(page, {"supervision": supervision.pk})
    learner.post(page, {"supervision": supervision.pk})
    link = SignLink.objects.get()
    job = Job.objects.get(kind="placements.send_link")
    run_job.func(str(job.pk))
    run_job.func(str(job.pk))
    (sent,) = mail.outbox
    assert sent.to == ["rosa@example.org"]
    assert token_of(link) in sent.body
    assert shift.person.name in sent.subject
    shown = learner.get(page).content.decode()
    assert token_of(link) not in shown
    assert "rosa@example.org" not in shown
    assert "token" not in job.payload


def test_the_office_reads_the_words_of_a_message(link: SignLink) -> None:
    subject, words = message_of(link)
    assert link.person.name in subject
    assert token_of(link) in words


def test_a_household_says_that_she_came_and_sees_no_reflection(
    participation: Participation, home: Host, institution: Institution, client: Client
) -> None:
    person = make_supervisor(home, "Elba Ruiz")
    HostSupervisor.objects.filter(person=person).update(capacity=Capacity.HOUSEHOLD)
    supervision = HostSupervisor.objects.get(person=person)
    shift = make_shift(
        participation, home, reflection="Hoy aprendí a mover sin dolor", activities=["washing"]
    )
    confirm_contact(
        supervision=supervision, channel=Channel.MESSAGE, address="099111222", confirmed_by=person.user
    )
    link = ask_by_link(supervision=supervision, asked_by=participation.person.user)
    page = client.get(page_of(link)).content.decode()
    assert "Hoy aprendí" not in page
    assert "Washing" not in page
    assert "estuvo aquí el" in page
    with pytest.raises(PermissionDenied):
        sign_shifts(
            uuids=[shift.uuid],
            signature=by_own_account(person.user),
            words=Words(comments={shift.uuid: "Muy bien"}),
        )
    client.post(page_of(link), {f"shift-{shift.uuid}": "yes"})
    assert ShiftDecision.objects.get().capacity == Capacity.HOUSEHOLD


def test_a_shared_address_or_device_is_flagged_and_refuses_nothing(
    supervision: HostSupervisor, supervisor: Person, shift: Shift
) -> None:
    Person.objects.filter(pk=shift.person_id).update(phone="+598 99 123 456")
    confirm_contact(
        supervision=supervision, channel=Channel.MESSAGE, address="099123456", confirmed_by=supervisor.user
    )
    link = ask_by_link(supervision=supervision, asked_by=shift.person.user)
    client_of(shift.person).post(page_of(link), {f"shift-{shift.uuid}": "yes"})
    doubts = ShiftDecision.objects.get().doubts.values_list("kind", flat=True)
    assert set(doubts) == {Doubt.SHARED_CONTACT, Doubt.SHARED_DEVICE}


def test_the_pin_signs_on_her_phone(supervision: HostSupervisor, supervisor: Person, shift: Shift) -> None:
    set_pin(person=supervisor, pin=PIN)
    page = reverse("placements:sign_here", args=[supervision.pk])
    learner = client_of(shift.person)
    assert learner.get(page).status_code == 200
    assert learner.post(page, {"pin": "000001", "shift": str(shift.uuid)}).status_code == 422
    assert state_of(shift) is State.WAITING
    learner.post(page, {"pin": PIN, "shift": str(shift.uuid)})
    decision = ShiftDecision.objects.get()
    assert (decision.grade, decision.decided_by, decision.decider) == ("pin", None, supervisor)
    assert PIN not in SupervisorPin.objects.get().hashed
    assert list(PinAttempt.objects.order_by("pk").values_list("right", flat=True)) == [False, True]


def test_too_many_wrong_numbers_close_the_road_for_a_while(
    supervision: HostSupervisor, supervisor: Person, shift: Shift
) -> None:
    set_pin(person=supervisor, pin=PIN, at=LATER)

    def try_it(pin: str, minute: int) -> None:
        sign_with_pin(
            supervision=supervision,
            pin=pin,
            uuids=[shift.uuid],
            handed_over_by=shift.person.user,
            at=LATER + timedelta(minutes=minute),
        )

    for minute in range(1, 6):
        with pytest.raises(PinWrong):
            try_it("111222", minute)
    with pytest.raises(PinRests):
        try_it(PIN, 6)
    try_it(PIN, 30)
    assert state_of(shift) is State.APPROVED


@pytest.mark.parametrize("pin", ["", "12345", "123456", "654321", "111111", "12345a", "1234567"])
def test_a_number_that_anybody_guesses_is_not_kept(supervisor: Person, pin: str) -> None:
    with pytest.raises(PinTooPlain):
        set_pin(person=supervisor, pin=pin)


def test_nobody_signs_for_herself_by_a_link_or_a_pin(
    participation: Participation, home: Host, shift: Shift
) -> None:
    """A learner who supervises the host, and a second record with her e-mail address."""
    learner = participation.person
    own = HostSupervisor.objects.create(host=home, person=learner, since=STARTED)
    twin = make_supervisor(home, "Anita Píriz")
    for person in (learner, twin):
        person.email = "ana@example.org"
        person.save()
        set_pin(person=person, pin=PIN)
    for supervision in (own, HostSupervisor.objects.get(person=twin)):
        confirm_contact(
            supervision=supervision, channel=Channel.EMAIL, address="x@example.org", confirmed_by=learner.user
        )
        with pytest.raises(NothingWaits):
            ask_by_link(supervision=supervision, asked_by=learner.user)
        with pytest.raises(PermissionDenied):
            sign_with_pin(supervision=supervision, pin=PIN, uuids=[shift.uuid], handed_over_by=learner.user)
    with pytest.raises(PermissionDenied):
        approve_shifts(uuids=[shift.uuid], decided_by=twin.user)
    assert not ShiftDecision.objects.exists()


def test_a_part_of_a_shift_counts_and_she_reads_why(
    participation: Participation, home: Host, supervisor: Person
) -> None:
    shift = make_shift(participation, home, minutes=720)
    signature = by_own_account(supervisor.user)
    with pytest.raises(ReasonNeeded):
        sign_shifts(uuids=[shift.uuid], signature=signature, words=Words({shift.uuid: Part(719, " ")}))
    for minutes in (0, 720, 721):
        with pytest.raises(PartImpossible):
            sign_shifts(
                uuids=[shift.uuid], signature=signature, words=Words({shift.uuid: Part(minutes, "x")})
            )
    with pytest.raises(IdentifierFound):
        sign_shifts(
            uuids=[shift.uuid], signature=signature, words=Words(comments={shift.uuid: "CI 1.234.567-8"})
        )
    words = Words({shift.uuid: Part(719, "Llegó un minuto tarde")}, {shift.uuid: "Mueve con cuidado"})
    sign_shifts(uuids=[shift.uuid], signature=signature, words=words)
    assert Evidence.objects.get().minutes == 719
    assert tallies([participation.pk])[participation.pk].minutes[State.APPROVED] == 719
    assert not current_awards().exists()
    decision = ShiftDecision.objects.get()
    assert (decision.reason.text, decision.comment.text) == ("Llegó un minuto tarde", "Mueve con cuidado")


def test_the_database_refuses_a_link_that_claims_an_account(shift: Shift, supervisor: Person) -> None:
    values = {"shift": shift, "verdict": "approved", "learner": shift.person, "minutes": 1}
    for grade, account in (("link", supervisor.user), ("own_account", None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            ShiftDecision.objects.create(
                **values, decider=supervisor, grade=grade, decided_by=account, decided_at=LATER
            )


@pytest.mark.parametrize("count", [1, 3])
def test_who_can_sign_costs_the_same_for_one_and_for_three(
    participation: Participation, home: Host, shift: Shift, count: int
) -> None:
    for number in range(count):
        make_supervisor(home, f"nora{number} Paz")
    learner = client_of(participation.person)
    learner.get(reverse("placements:ways_to_sign"))
    with queries(3):
        learner.get(reverse("placements:ways_to_sign"))


PHOTO = b"\x89PNG\r\n\x1a\n" + b"0" * 64


def photo(name: str = "hoja.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PHOTO)


@pytest.fixture
def office(institution: Institution) -> Person:
    return make_administrator(institution, "Alba Nin")


def test_a_sheet_is_confirmed_by_an_administrator_for_who_signed_it(
    supervision: HostSupervisor,
    shift: Shift,
    office: Person,
    supervisor: Person,
    other_learner: Participation,
) -> None:
    learner = client_of(shift.person)
    form = {"signer": str(supervision.pk), "uuids": [str(shift.uuid)]}
    assert (
        learner.post(reverse("placements:bring_paper"), {**form, "file": photo("x.exe")}).status_code == 422
    )
    learner.post(reverse("placements:bring_paper"), {**form, "file": photo()})
    scan = Scan.objects.get()
    file = reverse("placements:paper_file", args=[scan.uuid])
    assert client_of(office).get(file).status_code == 200
    for nosy in (learner, client_of(supervisor), client_of(other_learner.person)):
        assert nosy.get(file).status_code == 404
    for nobody in (shift.person, supervisor, other_learner.person):
        with pytest.raises(PermissionDenied):
            confirm_sheet(scan=scan, uuids=[shift.uuid], confirmed_by=nobody.user)
    client_of(office).post(f"/admin/signed_sheets/{scan.pk}/", {"uuids": [str(shift.uuid)]}, follow=True)
    decision = ShiftDecision.objects.get()
    assert (decision.grade, decision.capacity) == ("paper", Capacity.SUPERVISOR)
    assert (decision.decider, decision.decided_by) == (supervisor, office.user)
    assert Evidence.objects.get().method == "paper"


def test_after_seven_days_an_administrator_stands_in_and_not_before(shift: Shift, office: Person) -> None:
    bring = {"uuids": [shift.uuid], "file": photo(), "brought_by": shift.person.user}
    with pytest.raises(TooSoon):
        bring_sheet(**bring, at=LATER + timedelta(days=6))
    scan = bring_sheet(**bring, at=LATER + timedelta(days=7))
    confirm_sheet(scan=scan, uuids=[shift.uuid], confirmed_by=office.user)
    decision = ShiftDecision.objects.get()
    assert (decision.capacity, decision.decider) == (Capacity.ADMINISTRATOR, office)


def test_an_administrator_who_learns_here_confirms_no_hours_of_hers(shift: Shift) -> None:
    """By her own account, by the account of a record that shares her address, and by bringing it herself."""
    learner = shift.person
    learner.email = "ana@example.org"
    learner.save()
    join_institution(person=learner, institution=shift.institution, role=Role.ADMINISTRATOR, since=STARTED)
    twin = make_administrator(shift.institution, "Anita Píriz")
    twin.email = "ANA@example.org"
    twin.save()
    late = LATER + timedelta(days=8)
    scan = bring_sheet(uuids=[shift.uuid], file=photo(), brought_by=learner.user, at=late)
    for herself in (learner, twin):
        with pytest.raises(PermissionDenied):
            confirm_sheet(scan=scan, uuids=[shift.uuid], confirmed_by=User.objects.get(pk=herself.user_id))
    assert not ShiftDecision.objects.exists()
