"""Short forms with which something is made right where it is chosen, without leaving the page being written."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.settings import AVAILABLE_LANGUAGES, DEFAULT_LANGUAGE

from curriculum.api import institutions_for_choice

from .admin import works_in


class QuickForm(forms.Form):
    """A form that makes a row in one of the user's institutions, in the language in which she writes.

    The other languages are written afterwards, on the screen of the row itself.
    """

    institution: forms.ModelChoiceField[Any] = forms.ModelChoiceField(queryset=None, label=_("institution"))

    def __init__(self, *args: Any, for_user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["institution"]
        field.queryset = institutions_for_choice(works_in(for_user))
        if len(field.queryset) == 1:
            field.initial, field.widget = field.queryset[0].pk, forms.HiddenInput()
        self.order_fields([name for name in self.fields if name != "institution"])

    @property
    def language(self) -> str:
        spoken = get_language() or ""
        return spoken if spoken in AVAILABLE_LANGUAGES else DEFAULT_LANGUAGE


_forms: dict[str, type[QuickForm]] = {}


def register_quick_form(key: str, form: type[QuickForm]) -> None:
    """Offer this form where an assessment is chosen; the first method to register one is offered."""
    _forms[key] = form


def quick_form() -> type[QuickForm] | None:
    return next(iter(_forms.values()), None)
