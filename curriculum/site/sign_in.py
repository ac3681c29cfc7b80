"""Signing in by user name, e-mail address or phone number; the password is needed with each of them."""

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _

from curriculum.people.accounts import accounts_meant_by
from curriculum.people.views.use_slip import NAMED

NOBODY = "{} (two people)"
"""No account has such a user name: asked for where what she typed fits two accounts."""


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["login"]
        field.label = _("User name, e-mail or phone number")
        field.widget.attrs.update(autocomplete="username", autocapitalize="none", spellcheck="false")
        for each in self.fields.values():  # the label says it, and stays while one writes
            each.widget.attrs.pop("placeholder", None)
        if self.request is not None:
            field.initial = self.request.session.get(NAMED, "")

    def user_credentials(self) -> dict[str, Any]:
        """A phone number stands for the user name of the one account that it belongs to.

        However the number is written, guesses at one account are counted together. A number that fits two accounts
        opens neither: both might have the same password.
        """
        credentials: dict[str, Any] = super().user_credentials()
        login = credentials.get("username", "")
        if "email" in credentials or not login:
            return credentials
        meant = accounts_meant_by(login)
        if len(meant) > 1:
            return {**credentials, "username": NOBODY.format(login)}
        return {**credentials, "username": meant[0].get_username()} if meant else credentials
