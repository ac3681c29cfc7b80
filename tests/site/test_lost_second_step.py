"""A lost second step is taken away by a colleague with a reason, and a new one is set up at the next sign-in."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague() -> User:
    return User.objects.create_user("marta", is_superuser=True)


@pytest.fixture
def locked_out() -> User:
    account = User.objects.create_user("tomas", email="tomas@example.org", is_superuser=True)
    TOTP.activate(account, generate_totp_secret())
    RecoveryCodes.activate(account)
    return account


def run(user_name: str = "tomas", by: str = "marta", reason: str = "Teléfono robado") -> None:
    call_command("forget_second_step", user_name, by=by, reason=reason, language="es")


def test_it_goes_with_her_sessions_and_the_history_says_who_and_why(
    client, settings, colleague, locked_out, mailoutbox, capsys, django_capture_on_commit_callbacks
):
    settings.CUIDAR_SECOND_STEP_ROLES = ["trainer"]
    client.force_login(locked_out)
    assert client.get("/es/path/").wsgi_request.user == locked_out
    with django_capture_on_commit_callbacks(execute=True):
        run()
    assert "2 " in capsys.readouterr().out
    assert not Authenticator.objects.filter(user=locked_out).exists()
    assert client.get("/es/path/").url.startswith("/es/accounts/login/")
    entry = ModelLogEntry.objects.get(action="curriculum.second_step_forgotten")
    assert (entry.user, entry.object_id, entry.data["reason"]) == (
        colleague,
        str(locked_out.pk),
        "Teléfono robado",
    )
    assert [mail.to for mail in mailoutbox] == [["tomas@example.org"]]
    client.force_login(locked_out)
    assert client.get("/es/path/").url == "/es/accounts/2fa/"


def test_a_colleague_stays_signed_in(client, colleague, locked_out):
    client.force_login(colleague)
    run()
    assert client.get("/es/path/").wsgi_request.user == colleague


def test_twice_is_once(colleague, locked_out, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        run()
        run()
    assert ModelLogEntry.objects.filter(action="curriculum.second_step_forgotten").count() == 1
    assert len(mailoutbox) == 1


@pytest.mark.parametrize(
    "asked", [{"by": "tomas"}, {"reason": " "}, {"by": "nobody"}, {"user_name": "nobody"}]
)
def test_refused_and_nothing_changed(colleague, locked_out, asked):
    with pytest.raises(CommandError):
        run(**asked)
    assert Authenticator.objects.filter(user=locked_out).count() == 2
