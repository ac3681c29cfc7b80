"""There is one door: whoever wants into the CMS passes the sign-in that asks for the second factor."""

from collections.abc import Iterator

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import views as auth_views
from django.contrib.auth.models import User
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.utils import translation

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery"
ASKS_FOR_A_PASSWORD = (
    auth_views.LoginView,
    auth_views.PasswordResetView,
    auth_views.PasswordResetConfirmView,
)


@pytest.fixture
def administrator() -> User:
    return User.objects.create_superuser("rosa", "rosa@example.org", PASSWORD)


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern)
        else:
            yield pattern


def asks_for_a_password(view) -> bool:
    return issubclass(getattr(view, "view_class", object), ASKS_FOR_A_PASSWORD)


def doors() -> list[URLPattern]:
    """Every address whose view takes a password or gives a new one, allauth's apart."""
    return [pattern for pattern in patterns(get_resolver()) if asks_for_a_password(pattern.callback)]


def is_ours(pattern: URLPattern) -> bool:
    return pattern.callback.__module__.startswith(("curriculum.", "modules.", "assessments."))


def other_doors() -> list[str]:
    arguments = {"wagtailadmin_password_reset_confirm": {"uidb64": "MQ", "token": "set-password"}}
    others = [pattern.name for pattern in doors() if not is_ours(pattern)]
    return [reverse(name, kwargs=arguments.get(name)) for name in others]


def test_wagtail_brings_doors_of_its_own():
    assert {"/admin/login/", "/es/_util/login/", "/admin/password_reset/"} <= set(other_doors())


def test_no_other_door_is_open(client, administrator):
    with translation.override("es"):
        for address in other_doors():
            assert not asks_for_a_password(resolve(address).func), address
            answer = client.post(address, {"username": "rosa", "password": PASSWORD})
            assert answer.status_code == 302, address
            assert answer.url.startswith("/es/accounts/"), address
            assert "_auth_user_id" not in client.session, address


def test_no_page_of_ours_signs_in_beside_the_one_door():
    assert [pattern for pattern in doors() if is_ours(pattern)] == []


def test_wagtails_own_forms_change_neither_a_password_nor_an_address(client, administrator):
    client.force_login(administrator)
    for name, arguments in [
        ("wagtailusers_users:add", []),
        ("wagtailusers_users:edit", [User.objects.create_user("marta").pk]),
        ("wagtailadmin_account", []),
    ]:
        page = client.get(reverse(name, args=arguments)).content.decode()
        assert 'type="password"' not in page, name
    assert 'type="email"' not in page


def test_there_is_no_admin_of_django():
    assert "admin" not in (get_resolver().namespace_dict or {})


def test_the_cms_leads_to_the_sign_in_and_back(client, administrator):
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0] == "/es/accounts/login/?next=/admin/"
    answer = client.post(
        answer.redirect_chain[-1][0], {"login": "rosa", "password": PASSWORD, "next": "/admin/"}
    )
    assert answer.url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_second_factor_is_asked_for_before_the_cms_opens(client, administrator):
    TOTP.activate(administrator, generate_totp_secret())
    RecoveryCodes.activate(administrator)
    answer = client.post("/es/accounts/login/?next=/admin/", {"login": "rosa", "password": PASSWORD})
    assert answer.url.startswith("/es/accounts/2fa/authenticate/")
    assert client.get("/admin/").status_code == 302
    assert "_auth_user_id" not in client.session


def test_who_may_not_enter_is_told_so_and_not_sent_round_in_a_circle(client):
    client.force_login(User.objects.create_user("marta"))
    answer = client.get("/admin/", follow=True)
    assert "/admin/login/?next=/admin/" in [address for address, _status in answer.redirect_chain]
    assert not answer.request["PATH_INFO"].startswith(("/admin/", "/es/accounts/"))
