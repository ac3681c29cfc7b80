"""What administrators and auditors type."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from curriculum.standards.models import Institution

from .sampling import LARGEST


class AppointForm(forms.Form):
    """An auditor of an institution, for a time."""

    institution: forms.ModelChoiceField = forms.ModelChoiceField(
        label=gettext_lazy("Institution"), queryset=Institution.objects.none()
    )
    user_name = forms.CharField(
        label=gettext_lazy("User name of the auditor"),
        max_length=150,
        help_text=gettext_lazy("She makes an account of her own first, and tells you its user name."),
    )
    since = forms.DateField(label=gettext_lazy("From"), widget=AdminDateInput)
    until = forms.DateField(
        label=gettext_lazy("Until"),
        widget=AdminDateInput,
        help_text=gettext_lazy("The last day on which she may read. A year at most."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        min_length=5,
        max_length=200,
        help_text=gettext_lazy("Such as “Yearly audit of the ministry”."),
    )

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Institution.objects.filter(pk__in=institution_ids)
        self.fields["institution"].queryset = own  # type: ignore[attr-defined]
        if len(institution_ids) == 1:
            self.fields["institution"].initial = own.first()

    def clean_user_name(self) -> Any:
        accounts = get_user_model()
        field = accounts.USERNAME_FIELD
        found = accounts._default_manager.filter(
            **{f"{field}__iexact": self.cleaned_data["user_name"].strip()}, is_active=True
        ).first()
        if found is None:
            raise forms.ValidationError(_("There is no account with this name. Ask her how she signs in."))
        return found

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        since, until = values.get("since"), values.get("until")
        if until and until < timezone.localdate():
            self.add_error("until", _("This day is over. Choose a later one."))
        elif since and until and until < since:
            self.add_error("until", _("The last day comes before the first. Choose a later one."))
        return values


class SampleForm(forms.Form):
    """How many awards, and the seed of a sample that was drawn before."""

    size = forms.IntegerField(
        label=gettext_lazy("How many awards"), min_value=1, max_value=LARGEST, initial=10
    )
    seed = forms.CharField(
        label=gettext_lazy("Seed"),
        max_length=40,
        required=False,
        help_text=gettext_lazy(
            "Leave it empty for a new sample. With the same seed the same awards come again."
        ),
    )
