"""The sign-up form: a name, a user name or a phone number, a password, and an e-mail address for who has one."""

from typing import Any

from allauth.account.forms import SignupForm
from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from curriculum.people.accounts import introduce_by_phone, user_name_for
from curriculum.people.phones import country_of
from curriculum.standards.accounts import Account


class SignUpForm(SignupForm):
    """The whole name stands in one field: names of the region do not split into a first and a last one."""

    name = forms.CharField(
        label=_("Your name and surnames"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ["name", "username", "password1", "email"]
    phone = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The label of allauth says "(optional)" itself, and every optional field of ours says it already.
        self.fields["email"].label = _("E-mail")
        username = self.fields["username"]
        username.label = _("A user name, or your phone number")
        username.widget.attrs.update(autocapitalize="none", spellcheck="false")
        self.fields["password1"].help_text = _(
            "At least 8 characters. Three words together are easy to remember. Not only numbers, and not your name."
        )
        for field in self.fields.values():  # the label says it, and stays while one writes
            field.widget.attrs.pop("placeholder", None)

    def clean_username(self) -> str:
        """A phone number is kept as her number; her user name is then made from her name."""
        written: str = self.cleaned_data["username"]
        if country_of(written) is None:
            return super().clean_username()
        self.phone = written
        return user_name_for(self.cleaned_data.get("name", ""))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        return {**cleaned, "first_name": cleaned.get("name", "")}

    def custom_signup(self, request: HttpRequest, user: Account) -> None:
        super().custom_signup(request, user)
        if not self.phone:
            return
        introduce_by_phone(
            account=user,
            name=self.cleaned_data["name"],
            phone=self.phone,
            country=country_of(self.phone) or "",
            language=(get_language() or "es")[:2],
        )
        said = _(
            "You can sign in with your phone number. Your user name is %(name)s: write it down too. "
            "It helps if your number changes, or if somebody else uses it."
        )
        messages.success(request, said % {"name": user.get_username()})
