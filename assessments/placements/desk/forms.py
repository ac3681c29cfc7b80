"""What administrators type about places and supervisors."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from assessments.placements.enums import Capacity, Channel
from assessments.placements.models import (
    Agreement,
    Host,
    HostShift,
    HostSupervisor,
    Placement,
    PlacementPolicy,
    SigningContact,
)
from assessments.placements.models.host import CODED_REFERENCE, holds
from curriculum.enums import Role, Setting


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
        fields = ["host", "person", "capacity", "needs_award", "since"]
        widgets = {"since": AdminDateInput}

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        host, person = _chooser(self, "host"), _chooser(self, "person")
        host.queryset = host.queryset.filter(institution__in=institution_ids, is_active=True)
        self.fields["capacity"].required = False
        award = _chooser(self, "needs_award")
        award.queryset = award.queryset.filter(institution__in=institution_ids)
        person.queryset = person.queryset.filter(
            memberships__role=Role.SUPERVISOR,
            memberships__until__isnull=True,
            memberships__institution__in=institution_ids,
        ).distinct()

    def clean_capacity(self) -> str:
        """A supervisor, unless somebody says that it is a household."""
        return self.cleaned_data["capacity"] or Capacity.SUPERVISOR

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        host, person = cleaned.get("host"), cleaned.get("person")
        if host and person and not _supervises(person, host):
            self.add_error(
                "person", _("She is no supervisor in the institution of this place. Give her the role first.")
            )
        award, since = cleaned.get("needs_award"), cleaned.get("since")
        if person and award and since and not holds(person, award, since):
            self.add_error(
                "needs_award",
                _("She does not hold this certificate on that day. Choose another day or person."),
            )
        return cleaned


class RulesForm(forms.ModelForm):
    """What a school, or one of its programmes, allows."""

    class Meta:
        model = PlacementPolicy
        fields = [
            "institution",
            "programme",
            "longest_shift_minutes",
            "most_a_day",
            "most_a_week",
            "rest_minutes",
            "late_days",
            "guaranteed_places",
        ]

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, scope in (("institution", "pk__in"), ("programme", "institution__in")):
            chooser = _chooser(self, name)
            chooser.queryset = chooser.queryset.filter(**{scope: institution_ids})
            chooser.disabled = bool(self.instance.pk)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        programme = cleaned.get("programme")
        if programme and programme.institution_id != getattr(cleaned.get("institution"), "pk", None):
            self.add_error("programme", _("This programme is of another institution. Choose that one above."))
        return cleaned


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


class ContactForm(forms.ModelForm):
    """Where a supervisor is reached, as the institution knows it; a learner never sees it."""

    class Meta:
        model = SigningContact
        fields = ["supervision", "channel", "address"]

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        supervision = _chooser(self, "supervision")
        here = supervision.queryset.filter(host__institution__in=institution_ids, until__isnull=True)
        supervision.queryset = here.select_related("person", "host")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("channel") == Channel.EMAIL and not _is_email(cleaned.get("address", "")):
            self.add_error("address", _("This is no e-mail address. Correct it, or choose the message."))
        return cleaned

    def validate_constraints(self) -> None:
        """The former contact ends by itself when a new one is confirmed."""


class AgreementForm(forms.ModelForm):
    """An agreement as both sides signed it."""

    class Meta:
        model = Agreement
        fields = [
            "host",
            "body",
            "starts_on",
            "ends_on",
            "places",
            "minutes_a_place",
            "reward",
            "institution_signer",
            "institution_signed_on",
            "host_signer",
            "host_signed_on",
            "consent_on",
            "document",
        ]
        widgets = dict.fromkeys(
            ["starts_on", "ends_on", "institution_signed_on", "host_signed_on", "consent_on"], AdminDateInput
        )

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        host = _chooser(self, "host")
        host.queryset = host.queryset.filter(institution__in=institution_ids)
        host.disabled = bool(self.instance.pk)
        if self.instance.pk and self.instance.is_signed:
            for name in set(self.fields) - {"body", "document"}:
                self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        host = cleaned.get("host")
        if host and host.kind == Setting.HOME:
            if cleaned.get("host_signed_on") and not cleaned.get("consent_on"):
                self.add_error("consent_on", _("A household also consents. Write the day on which it did."))
            signer = cleaned.get("host_signer")
            if signer:
                self._hold_to_a_code(signer)
        return cleaned

    def _hold_to_a_code(self, signer: str) -> None:
        try:
            CODED_REFERENCE(signer)
        except forms.ValidationError as error:
            self.add_error("host_signer", error)


class HostShiftForm(forms.ModelForm):
    """A part of the day at a place, and how many learners it takes."""

    class Meta:
        model = HostShift
        fields = ["agreement", "name", "starts", "ends", "capacity"]

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agreement = _chooser(self, "agreement")
        here = agreement.queryset.filter(host__institution__in=institution_ids)
        agreement.queryset = here.select_related("host")


class PlaceLearnerForm(forms.ModelForm):
    """Which learner goes where; without a shift she gets the first with room."""

    class Meta:
        model = Placement
        fields = ["participation", "agreement", "shift"]

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        learner, agreement, shift = (_chooser(self, name) for name in ("participation", "agreement", "shift"))
        learner.queryset = learner.queryset.filter(
            institution__in=institution_ids, ended_on__isnull=True
        ).select_related("person", "programme_version__programme")
        here = {"host__institution__in": institution_ids}
        agreement.queryset = agreement.queryset.filter(**here).select_related("host")
        shift.queryset = shift.queryset.filter(agreement__host__institution__in=institution_ids)
        shift.queryset = shift.queryset.select_related("agreement__host")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        shift, agreement = cleaned.get("shift"), cleaned.get("agreement")
        if shift and agreement and shift.agreement_id != agreement.pk:
            self.add_error("shift", _("This shift belongs to another agreement. Choose one of its shifts."))
        learner = cleaned.get("participation")
        if learner and agreement and learner.institution_id != agreement.host.institution_id:
            self.add_error("agreement", _("This place is of another institution. Choose another one."))
        return cleaned

    def validate_constraints(self) -> None:
        """Placing twice is placing once."""


def _is_email(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True
