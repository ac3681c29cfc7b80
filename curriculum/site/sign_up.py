"""The sign-up form: a name, a user name, a password, and an e-mail address for those who have one."""

from typing import Any

from allauth.account.forms import SignupForm
from django import forms
from django.utils.translation import gettext_lazy as _


class SignUpForm(SignupForm):
    """The whole name stands in one field: names of the region do not split into a first and a last one."""

    name = forms.CharField(
        label=_("Your name and surnames"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ["name", "username", "email", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The label of allauth says "(optional)" itself, and every optional field of ours says it already.
        self.fields["email"].label = _("E-mail")
        self.fields["password1"].help_text = _(
            "At least 8 characters. Three words together are easy to remember. Not only numbers, and not your name."
        )
        for field in self.fields.values():  # the label says it, and stays while one writes
            field.widget.attrs.pop("placeholder", None)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        return {**cleaned, "first_name": cleaned.get("name", "")}
