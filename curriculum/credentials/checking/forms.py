"""What a visitor types to check an award."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..models import CODE_LENGTH
from .codes import code_from

LARGEST_FILE = 200_000  # bytes; ours have about ten thousand

_TYPED = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}


class CodeForm(forms.Form):
    """The code on a certificate, however it is written."""

    code = forms.CharField(
        label=_("Code on the certificate"),
        max_length=200,
        help_text=_("12 letters and numbers, for example ABCD-2345-EFGH. There is no zero and no letter O."),
        widget=forms.TextInput(attrs=_TYPED),
    )

    def clean_code(self) -> str:
        code = code_from(self.cleaned_data["code"])
        if code is None:
            raise ValidationError(
                _(
                    "A code has %(count)s letters and numbers, without 0, O, 1, I, L or U. "
                    "Look at the certificate once more."
                )
                % {"count": CODE_LENGTH}
            )
        return code


class CredentialFileForm(forms.Form):
    """The file of a credential, as its holder downloads it."""

    file = forms.FileField(
        label=_("File of a certificate"),
        help_text=_("A file that ends in .json, as a digital wallet or its owner gives it."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json,application/vc"}),
    )

    def clean_file(self) -> bytes:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise ValidationError(
                _("This file is too large to be a certificate. Choose the file that ends in .json.")
            )
        content: bytes = file.read()
        return content


class NameForm(forms.Form):
    """The full name on a certificate."""

    name = forms.CharField(
        label=_("Full name on the certificate"),
        max_length=200,
        help_text=_("Every first name and surname, as it is printed. Capitals and accents do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
