"""The logs tell what happened and to which page; no name, phone or document is in them."""

import json
import logging
import sys

import pytest
from django.contrib.auth.models import User
from django.test import Client

from curriculum.models import Person
from curriculum.site.logs import JsonFormatter, PlainFormatter

NAME, PHONE, DOCUMENT = "Encarnación Píriz", "+59899123456", "1.234.567-8"


def logged(record: logging.LogRecord) -> dict:
    return json.loads(JsonFormatter().format(record))


@pytest.fixture
def lines(caplog):
    caplog.set_level(logging.INFO, logger="cuidar.requests")
    caplog.set_level(logging.INFO, logger="django")

    def all_lines() -> list[dict]:
        return [logged(record) for record in caplog.records]

    return all_lines


@pytest.mark.django_db
def test_a_request_is_one_line_with_its_route(client: Client, lines):
    response = client.get("/robots.txt")
    (line,) = [line for line in lines() if line["logger"] == "cuidar.requests"]
    assert line["request_id"] == response["X-Request-ID"]
    assert (line["route"], line["method"], line["status"], line["user"]) == ("robots", "GET", 200, None)
    assert isinstance(line["ms"], int)


@pytest.mark.django_db
def test_nothing_of_a_person_is_written(client: Client, lines, settings):
    user = User.objects.create_user(NAME, email="encarnacion@example.org")
    Person.objects.create(name=NAME, user=user, phone=PHONE, phone_e164=PHONE)
    client.force_login(user)
    client.get("/es/path/", {"q": NAME, "phone": PHONE, "document": DOCUMENT})
    client.get(f"/es/nowhere/{NAME}/{DOCUMENT}/")
    client.get(f"/es/slip/{'ABCDEFGH'}/")
    client.post("/es/accounts/login/", {"login": PHONE, "password": DOCUMENT})
    text = json.dumps(lines(), ensure_ascii=False)
    for secret in (NAME, "Encarnaci", PHONE, PHONE[1:], DOCUMENT, "encarnacion", "ABCDEFGH", f'"{user.pk}"'):
        assert secret not in text
    marks = {line["user"] for line in lines() if line.get("user")}
    assert len(marks) == 1
    assert len(marks.pop()) == 12


@pytest.mark.parametrize("formatter", [JsonFormatter(), PlainFormatter()])
def test_an_error_is_told_by_kind_and_place(formatter):
    try:
        raise ValueError(f"{NAME} {DOCUMENT}")
    except ValueError:
        record = logging.LogRecord(
            "any", logging.ERROR, __file__, 1, "Not found: %s", (NAME,), sys.exc_info()
        )
    text = formatter.format(record)
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert "Not found: %s" in text
    assert NAME not in text
    assert DOCUMENT not in text


@pytest.mark.django_db
def test_a_given_number_is_kept_only_where_it_is_one(client: Client):
    assert client.get("/robots.txt", headers={"X-Request-ID": "abc-12345"})["X-Request-ID"] == "abc-12345"
    forged = client.get("/robots.txt", headers={"X-Request-ID": 'x" injected'})["X-Request-ID"]
    assert "injected" not in forged
