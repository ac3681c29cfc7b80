"""The sign-in form, with a label that says what to write."""

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name or e-mail")
        for field in self.fields.values():  # the label says it, and stays while one writes
            field.widget.attrs.pop("placeholder", None)
