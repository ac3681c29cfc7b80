"""What administrators type about places and supervisors."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from assessments.placements.models import Host, HostSupervisor
from assessments.placements.models.policy import SHORTEST_LIMIT, WHOLE_DAY
from assessments.placements.queries import longest_shift_minutes
from curriculum.enums import Role


class HostForm(forms.ModelForm):
    """A place. It never asks for a street address."""

    class Meta:
        model = Host
        fields = [
            "institution",
            "name",
            "key",
            "kind",
            "department",
            "time_zone",
            "person_cared_for",
            "is_active",
        ]
        help_texts = {
            "key": gettext_lazy("A short name for files, such as home-14. It stays."),
            "time_zone": gettext_lazy("Such as America/Montevideo."),
        }

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institution = _chooser(self, "institution")
        institution.queryset = institution.queryset.filter(pk__in=institution_ids)
        if len(institution.queryset) == 1:
            institution.initial = institution.queryset[0]
            self.fields["time_zone"].initial = institution.queryset[0].time_zone
        if self.instance.pk:
            self.fields["institution"].disabled = self.fields["key"].disabled = True


class SupervisorForm(forms.ModelForm):
    """Who signs at a place, and since when. Offered is who has the role of a supervisor."""

    class Meta:
        model = HostSupervisor
        fields = ["host", "person", "since"]
        widgets = {"since": AdminDateInput}

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        host, person = _chooser(self, "host"), _chooser(self, "person")
        host.queryset = host.queryset.filter(institution__in=institution_ids, is_active=True)
        person.queryset = person.queryset.filter(
            memberships__role=Role.SUPERVISOR,
            memberships__until__isnull=True,
            memberships__institution__in=institution_ids,
        ).distinct()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        host, person = cleaned.get("host"), cleaned.get("person")
        if host and person and not _supervises(person, host):
            self.add_error(
                "person", _("She is no supervisor in the institution of this place. Give her the role first.")
            )
        return cleaned


class LongestShiftForm(forms.Form):
    """How long a shift may last, in minutes; one field for each institution."""

    def __init__(self, *args: Any, institutions: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for pk, name in institutions.items():
            self.fields[str(pk)] = forms.IntegerField(
                label=_("Longest shift, in minutes: %(institution)s") % {"institution": name},
                min_value=SHORTEST_LIMIT,
                max_value=WHOLE_DAY,
                initial=longest_shift_minutes(pk),
                help_text=_("From start to end, with breaks. 720 is 12 hours."),
            )


def _chooser(form: forms.BaseForm, name: str) -> Any:
    """A field that chooses a row: its `queryset` says which are offered."""
    return form.fields[name]


def _supervises(person: Any, host: Host) -> bool:
    roles = person.memberships.filter(institution=host.institution_id, until__isnull=True)
    return roles.filter(role=Role.SUPERVISOR).exists()


class EndForm(forms.ModelForm):
    """The last day on which somebody signs at a place."""

    class Meta:
        model = HostSupervisor
        fields = ["until"]
        widgets = {"until": AdminDateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].required = True
        self.fields["until"].help_text = ""

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until < self.instance.since:
            raise forms.ValidationError(_("This is before her first day. Choose a later day."))
        return until
