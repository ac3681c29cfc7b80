"""Questions reach the trainers of her group and nobody else, and the answers come back to her."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from curriculum.api import IdentifierFound, Place, Pointer
from curriculum.circles.enums import Awaited, Channel
from curriculum.circles.errors import NothingSaid, NoVoice, SentOtherwise, TooMuchAtOnce
from curriculum.circles.models import Announcement, ContactChoice, Conversation, Mentorship, Message
from curriculum.circles.news import news_for
from curriculum.circles.permissions import answerable_by
from curriculum.circles.reach import friendly_text, international, reach_of, within
from curriculum.circles.services import (
    Words,
    announce,
    answer_learner,
    ask_trainer,
    choose_contact,
    end_mentorship,
    name_mentor,
    take_back_announcement,
    write_to_learner,
)
from curriculum.circles.silence import silent_learners
from curriculum.circles.voice import FEWEST_BYTES, LARGEST_BYTES, kind_of, listen
from curriculum.people.models import Group, Participation, Person
from curriculum.people.services import enrol
from tests.factories import PersonFactory

from .conftest import EVERYBODY, client_of, make_learner

pytestmark = pytest.mark.django_db
ANSWER = {"trainer", "administrator"}
WEBM = b"\x1a\x45\xdf\xa3" + b"\x00" * 20 + b"webm" + b"\x00" * 200
NOON = datetime(2026, 3, 9, 15, tzinfo=UTC)


def ask(participation: Participation, text: str = "¿Puedo partir la pastilla?", **kwargs: Any) -> Message:
    return ask_trainer(
        words=Words(kwargs.pop("uuid", None) or uuid4(), text, kwargs.pop("voice", None)),
        participation=participation,
        asked_by=participation.person.user,
        **kwargs,
    )


@pytest.mark.parametrize("name", EVERYBODY)
def test_who_reads_and_answers(whoever: Callable[[str], Any], ana: Participation, name: str) -> None:
    user, message = whoever(name), ask(ana, voice=listen(SimpleUploadedFile("v", WEBM)))
    conversation = message.conversation
    client = client_of(user)
    answers = name in ANSWER
    assert answerable_by(user).filter(pk=conversation.pk).exists() == answers
    hears = 200 if answers or name == "learner" else (404 if user.is_authenticated else 302)
    assert client.get(f"/es/messages/voice/{message.uuid}/").status_code == hears
    reads = client.get(f"/es/messages/{conversation.uuid}/").status_code
    assert (reads == 302) == (name in {"learner", "stranger"})
    desk = client.get(f"/admin/questions/{conversation.pk}/").status_code
    assert (desk == 200) == answers
    sent = client.post(f"/admin/questions/{conversation.pk}/", {"uuid": str(uuid4()), "text": "Sí"})
    assert Message.objects.count() == (2 if answers else 1), sent.status_code
    if user.is_authenticated and not answers:
        with pytest.raises(PermissionDenied):
            answer_learner(words=Words(uuid4(), "No"), conversation=conversation, answered_by=user)
        with pytest.raises(PermissionDenied):
            write_to_learner(words=Words(uuid4(), "No"), participation=ana, written_by=user)
        if name != "learner":
            with pytest.raises(PermissionDenied):
                ask_trainer(words=Words(uuid4(), "No"), participation=ana, asked_by=user)


def test_the_same_question_again_is_one(ana: Participation) -> None:
    uuid = uuid4()
    assert ask(ana, uuid=uuid) == ask(ana, uuid=uuid)
    assert Message.objects.count() == 1
    with pytest.raises(SentOtherwise):
        ask(ana, "Otra cosa", uuid=uuid)


def test_a_place_has_one_conversation(ana: Participation, institution: Any) -> None:
    place = Place(Pointer("lesson", str(uuid4())), "La etiqueta", institution.pk, "/es/x/")
    ask(ana, place=place)
    ask(ana, "¿Y con agua?", place=place)
    ask(ana)
    assert sorted(Conversation.objects.values_list("place_title", flat=True)) == ["", "La etiqueta"]


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_is_not_sent(ana: Participation, text: str) -> None:
    with pytest.raises(NothingSaid):
        ask(ana, text)
    assert not Message.objects.exists()


def test_she_names_nobody_and_does_not_flood(ana: Participation) -> None:
    with pytest.raises(IdentifierFound):
        ask(ana, "La Sra. Pérez no quiere comer")
    for number in range(20):
        ask(ana, f"Pregunta {number}")
    with pytest.raises(TooMuchAtOnce):
        ask(ana, "Una más")


def test_the_answer_comes_to_her_path_until_she_has_read_it(ana: Participation, trainer: Person) -> None:
    client = client_of(ana.person.user)
    message = ask(ana)
    waiting = Conversation.objects.awaiting(Awaited.TRAINER)
    assert waiting.count() == 1
    answer_learner(
        words=Words(uuid4(), "Sí, con un cortador"),
        conversation=message.conversation,
        answered_by=trainer.user,
    )
    assert not waiting.exists()
    assert "Sí, con un cortador" in client.get("/es/path/").content.decode()
    page = client.get(f"/es/messages/{message.conversation.uuid}/", follow=True)
    assert "Sí, con un cortador" in page.content.decode()
    assert not news_for(ana.person.user).answers


def test_news_for_the_group_and_taken_back(
    ana: Participation, trainer: Person, group: Group, version: Any
) -> None:
    other = make_learner(
        Group.objects.create(
            institution=group.institution,
            programme_version=version,
            key="x",
            name="X",
            starts_on=date(2026, 3, 2),
        ),
        "Inés Vidal",
    )
    news_for(ana.person.user)
    uuid = uuid4()
    told = {"group": group, "text": "El jueves a las 18", "shown_until": timezone.localdate()}
    for _ in range(2):
        made = announce(uuid=uuid, announced_by=trainer.user, **told)
    assert Announcement.objects.count() == 1
    assert "El jueves a las 18" in client_of(ana.person.user).get("/es/path/").content.decode()
    assert "El jueves" not in client_of(other.person.user).get("/es/path/").content.decode()
    with pytest.raises(PermissionDenied):
        announce(uuid=uuid4(), announced_by=ana.person.user, **told)
    with pytest.raises(PermissionDenied):
        take_back_announcement(announcement=made, by=ana.person.user)
    take_back_announcement(announcement=made, by=trainer.user)
    assert "El jueves" not in client_of(ana.person.user).get("/es/path/").content.decode()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (WEBM, "webm"),
        (b"OggS" + b"\x00" * 90, "ogg"),
        (b"\x00\x00\x00\x18ftypM4A " + b"\x00" * 90, "m4a"),
        (b"RIFF\x00\x00\x00\x00WAVE" + b"\x00" * 90, "wav"),
        (b"ID3" + b"\x00" * 90, "mp3"),
        (b"<html><script>alert(1)</script>" + b" " * 90, None),
        (b"\x1a\x45\xdf\xa3" + b"matroska" + b"\x00" * 90, None),
        (b"%PDF-1.7" + b" " * 90, None),
        (b"RIFF\x00\x00\x00\x00AVI " + b"\x00" * 90, None),
    ],
)
def test_a_voice_is_known_by_its_content(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind
    if kind is None:
        with pytest.raises(NoVoice):
            listen(SimpleUploadedFile("voice.ogg", content, "audio/ogg"))


@given(st.binary(max_size=200))
def test_any_file_can_be_looked_at(content: bytes) -> None:
    assert kind_of(content) in {None, "webm", "ogg", "m4a", "wav", "mp3"}


@pytest.mark.parametrize("size", [0, FEWEST_BYTES - 1, LARGEST_BYTES + 1])
def test_too_little_or_too_much_is_no_note(size: int) -> None:
    with pytest.raises(NoVoice):
        listen(SimpleUploadedFile("v.webm", (WEBM + b"\x00" * size)[:size]))


def test_a_voice_note_alone_is_a_question(ana: Participation) -> None:
    client = client_of(ana.person.user)
    sent = {"uuid": str(uuid4()), "text": "", "voice": SimpleUploadedFile("voice", WEBM, "audio/webm")}
    assert client.post("/es/ask/", sent).status_code == 302
    message = Message.objects.get()
    answer = client.get(f"/es/messages/voice/{message.uuid}/")
    assert (answer["Content-Type"], b"".join(answer.streaming_content)) == ("audio/webm", WEBM)
    assert "sandbox" in answer["Content-Security-Policy"]
    bad = {"uuid": str(uuid4()), "text": "", "voice": SimpleUploadedFile("v.webm", b"<html>" + b" " * 90)}
    assert "voice" in client.post("/es/ask/", bad).context["form"].errors


@pytest.mark.parametrize("kind", ["lesson", "moon"])
def test_a_place_that_is_not_there(ana: Participation, kind: str) -> None:
    assert client_of(ana.person.user).get(f"/es/ask/{kind}/{uuid4()}/").status_code == 404


def test_without_a_course_there_is_nobody_to_ask(db: None) -> None:
    assert client_of(PersonFactory().user).get("/es/ask/").status_code == 403


@pytest.mark.parametrize(
    ("phone", "number"),
    [("099 123 456", "59899123456"), ("+598 99 123 456", "59899123456"), ("00598 99123456", "59899123456")],
)
def test_numbers_as_phones_want_them(phone: str, number: str) -> None:
    assert international(phone, "UY") == number


@given(st.times(), st.times(), st.times())
def test_quiet_hours_and_the_others_share_the_day(clock: time, start: time, end: time) -> None:
    if start != end:
        assert within(clock, start, end) != within(clock, end, start)
    else:
        assert not within(clock, start, end)


def test_she_is_reached_as_she_chose_and_not_in_her_quiet_hours(ana: Participation) -> None:
    person, institution = ana.person, ana.institution
    text = friendly_text(person, writer="Tomás", institution=institution)
    assert reach_of(person, institution, text=text, now=NOON).channel is Channel.HERE
    person.phone = "099 123 456"
    person.save()
    assert reach_of(person, institution, text=text, now=NOON).url == "tel:+59899123456"
    choose_contact(channel=Channel.WHATSAPP, quiet_from=time(11), quiet_until=time(13), chosen_by=person.user)
    person.refresh_from_db()
    reach = reach_of(person, institution, text=text, now=NOON)  # noon in Montevideo
    assert reach.is_quiet
    assert reach.url.startswith("https://wa.me/59899123456?text=")
    choose_contact(channel=Channel.HERE, quiet_from=time(20), quiet_until=time(8), chosen_by=person.user)
    person.refresh_from_db()
    assert reach_of(person, institution, text=text, now=NOON).url == ""


@pytest.mark.parametrize("name", EVERYBODY)
def test_who_sees_her_number(whoever: Callable[[str], Any], ana: Participation, name: str) -> None:
    user = whoever(name)
    ana.person.phone = "099 123 456"
    ana.person.save()
    ana.started_on = timezone.localdate() - timedelta(days=40)
    ana.save()
    client = client_of(user)
    choose_contact(channel=Channel.SMS, quiet_from=time(3), quiet_until=time(3), chosen_by=ana.person.user)
    page = client.get(f"/admin/silent/{ana.pk}/write/")
    assert (page.status_code == 200) == (name in ANSWER)
    assert ("099 123 456" in page.content.decode()) == (name in ANSWER)
    listed = client.get("/admin/silent/")
    assert ("Ana Píriz" in listed.content.decode()) == (name in ANSWER)


def test_who_has_gone_silent(ana: Participation, bea: Participation, trainer: Person) -> None:
    now = timezone.now()
    long_ago = (now - timedelta(days=40)).date()
    Participation.objects.update(started_on=long_ago)
    bea.person.user.last_login = now - timedelta(days=13)
    bea.person.user.save()
    assert list(silent_learners(trainer.user, now=now)) == [ana]
    assert list(silent_learners(trainer.user, now=now + timedelta(days=2))) == [ana, bea]


def test_a_mentor_answers_while_she_is_one(ana: Participation, bea: Participation, trainer: Person) -> None:
    mentor = PersonFactory(name="Rita Sosa")
    message = ask(ana)
    with pytest.raises(PermissionDenied):
        name_mentor(participation=ana, mentor=mentor, since=date(2026, 3, 2), named_by=bea.person.user)
    with pytest.raises(PermissionDenied):
        name_mentor(participation=ana, mentor=ana.person, since=date(2026, 3, 2), named_by=trainer.user)
    for _ in range(2):
        name_mentor(participation=ana, mentor=mentor, since=date(2026, 3, 2), named_by=trainer.user)
    assert Mentorship.objects.count() == 1
    ask(bea)
    client = client_of(mentor.user)
    page = client.get("/es/beside/").content.decode()
    assert "Ana Píriz" in page
    assert "Bea Soto" not in page
    address = f"/es/beside/{message.conversation.uuid}/"
    client.post(address, {"uuid": str(uuid4()), "text": "Yo también dudé"})
    assert Message.objects.filter(author=mentor).count() == 1
    Mentorship.objects.update(until=date(2026, 3, 9))
    assert client.get(address).status_code == 404
    end_mentorship(participation=ana, on=date(2026, 3, 9), ended_by=trainer.user)


def test_a_learner_who_teaches_does_not_answer_herself(group: Group, trainer: Person) -> None:
    own = enrol(
        person=trainer,
        programme_version=group.programme_version,
        enrolled_by=None,
        on=date(2026, 3, 2),
        group=group,
    )
    message = ask(own)
    assert not answerable_by(trainer.user).filter(pk=message.conversation_id).exists()


def test_lists_cost_the_same_at_one_and_at_three_rows(
    ana: Participation, bea: Participation, group: Group, trainer: Person, django_assert_num_queries: Any
) -> None:
    desk, phone = client_of(trainer.user), client_of(ana.person.user)
    place = [Place(Pointer("lesson", str(uuid4())), "L", group.institution_id) for _ in range(2)]
    ask(ana)
    for client, address, count in ((desk, "/admin/questions/", 13), (phone, "/es/messages/", 4)):
        client.get(address)
        with django_assert_num_queries(count):
            client.get(address)
    for each in place:
        ask(ana, place=each)
    ask(bea)
    for client, address, count in ((desk, "/admin/questions/", 13), (phone, "/es/messages/", 4)):
        with django_assert_num_queries(count):
            client.get(address)


def test_a_way_that_leads_nowhere_is_not_chosen(ana: Participation) -> None:
    client = client_of(ana.person.user)
    chosen = {"channel": "whatsapp", "quiet_from": "20:00", "quiet_until": "08:00"}
    assert client.post("/es/how-to-reach-me/", chosen).status_code == 422
    ana.person.phone = "099 123 456"
    ana.person.save()
    assert client.post("/es/how-to-reach-me/", chosen).status_code == 302
    assert ContactChoice.objects.get(person=ana.person).channel == "whatsapp"
