"""The sign-up form: a name, a user name, a password, and an e-mail address for those who have one."""

from typing import Any

from allauth.account.forms import SignupForm
from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class SignUpForm(SignupForm):
    """The whole name stands in one field: names of the region do not split into a first and a last one."""

    name = forms.CharField(
        label=_("Your name and surnames"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ["name", "username", "email", "password1"]

    def save(self, request: HttpRequest) -> Any:
        self.cleaned_data["first_name"] = self.cleaned_data["name"]
        return super().save(request)

    def try_save(self, request: HttpRequest) -> tuple[AbstractBaseUser | None, Any]:
        self.cleaned_data["first_name"] = self.cleaned_data["name"]
        return super().try_save(request)
