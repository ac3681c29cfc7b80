"""What an administrator types about an award."""

from django import forms
from django.utils.translation import gettext_lazy as _


class RevokeForm(forms.Form):
    """Why an award is taken back."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=10,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "What happened, and what was decided. It is kept for good, so do not name people who were cared for."
        ),
        error_messages={"min_length": _("Please say a little more: at least ten letters.")},
    )
    understood = forms.BooleanField(
        label=_("I have read what this means"),
        error_messages={"required": _("Tick the box if you want to take this award back.")},
    )
