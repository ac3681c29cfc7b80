"""What administrators type about people and groups."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from curriculum.standards.enums import OPEN_FOR_ENROLMENT
from curriculum.standards.models import Institution, ProgrammeVersion

from .accounts import is_taken, plain_user_name
from .enums import DocumentKind, EndReason, Gender, ParticipationKind, Purpose, Role, Sex
from .models import Group, OwnDocumentKind, Participation, Person
from .registering import DocumentDetails, PersonDetails

EARLIEST_BIRTH = date(1900, 1, 1)
DETAILS = ("name", "birth_date", "language", "email", "phone", "sex", "gender")


def document_kinds(institution_ids: Collection[int]) -> list[tuple[str, Any]]:
    """The kinds to choose from: those of every country, and those that these institutions have added (R-MIG-1)."""
    own = OwnDocumentKind.objects.filter(institution__in=institution_ids, offered=True)
    added = [(kind.name, f"{kind.name} ({kind.country})" if kind.country else kind.name) for kind in own]
    return [*DocumentKind.choices, *dict(added).items()]


class PersonForm(forms.Form):
    """A person's record, with one identity document to put down."""

    name = forms.CharField(
        label=gettext_lazy("Full name"),
        max_length=200,
        help_text=gettext_lazy("As she writes it herself. It is printed on what she earns."),
    )
    birth_date = forms.DateField(
        label=gettext_lazy("Date of birth"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Some courses ask for an age. Leave it empty if you do not know it."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), help_text=gettext_lazy("In which she reads best.")
    )
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("With the country code if it is of another country, such as +598 99 123 456."),
    )
    sex = forms.ChoiceField(
        label=gettext_lazy("Sex on her document"),
        required=False,
        choices=[("", gettext_lazy("not asked")), *Sex.choices],
        help_text=gettext_lazy(
            "Nobody has to say it. It is counted only, so that courses fit those who take them; no decision uses it."
        ),
    )
    gender = forms.ChoiceField(
        label=gettext_lazy("Gender, as she says it"),
        required=False,
        choices=[("", gettext_lazy("not asked")), *Gender.choices],
        help_text=gettext_lazy("Ask her; do not guess. Leave it empty if she was not asked."),
    )
    document_country = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label=gettext_lazy("Country of the identity document"),
        required=False,
        help_text=gettext_lazy("Two letters, such as UY or VE. A document of any country will do."),
        error_messages={"invalid": gettext_lazy("Write the country with two letters, such as UY.")},
    )
    document_kind = forms.ChoiceField(
        label=gettext_lazy("Kind of document"),
        required=False,
    )
    document_number = forms.CharField(
        label=gettext_lazy("Number of the document"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("As it is printed on it: letters, dots and hyphens too."),
    )
    document_expires_on = forms.DateField(
        label=gettext_lazy("The document is valid until"), required=False, widget=AdminDateInput
    )

    def __init__(self, *args: Any, institution_ids: Collection[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]
        kinds = [("", "---------"), *document_kinds(institution_ids)]
        self.fields["document_kind"].choices = kinds  # type: ignore[attr-defined]

    def clean_birth_date(self) -> date | None:
        day: date | None = self.cleaned_data["birth_date"]
        if day and not EARLIEST_BIRTH <= day <= timezone.localdate():
            raise forms.ValidationError(_("Please check the year of the date of birth."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        parts = [cleaned.get(f"document_{part}") for part in ("country", "kind", "number")]
        if any(parts) and not all(parts):
            self.add_error(
                "document_number",
                _("A document needs its country, its kind and its number. Fill in all three, or none."),
            )
        return cleaned

    @property
    def details(self) -> PersonDetails:
        values = self.cleaned_data
        return PersonDetails(**{name: values[name] for name in DETAILS})

    @property
    def document(self) -> DocumentDetails | None:
        values = self.cleaned_data
        if not values["document_number"]:
            return None
        return DocumentDetails(
            values["document_country"].upper(),
            values["document_kind"],
            values["document_number"].strip(),
            values["document_expires_on"],
        )


class NewPersonForm(PersonForm):
    """A new record, its first role and, if wished, an account."""

    institution: "forms.ModelChoiceField[Institution]" = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Institution"), empty_label=None
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=Role,
        help_text=gettext_lazy("A person may get more roles later."),
    )
    user_name = forms.SlugField(
        label=gettext_lazy("User name"),
        required=False,
        max_length=150,
        help_text=gettext_lazy(
            "With a user name she gets an account; you then print her sign-in slip. "
            "Letters, numbers and hyphens only. Leave it empty for somebody without an account."
        ),
    )
    field_order = ("institution", "role", "name")

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, institution_ids=institution_ids, **kwargs)
        institutions = Institution.objects.filter(pk__in=institution_ids)
        self.fields["institution"].queryset = institutions  # type: ignore[attr-defined]
        self.fields["institution"].initial = institutions.first()

    def clean_user_name(self) -> str:
        name = plain_user_name(self.cleaned_data["user_name"])
        if name and is_taken(name):
            raise forms.ValidationError(_("This user name is taken. Choose another one."))
        return name


class RoleForm(forms.Form):
    """One more role for a person."""

    institution: "forms.ModelChoiceField[Institution]" = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Institution"), empty_label=None
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role)
    since = forms.DateField(label=gettext_lazy("Since"), widget=AdminDateInput)

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institutions = Institution.objects.filter(pk__in=institution_ids)
        self.fields["institution"].queryset = institutions  # type: ignore[attr-defined]
        self.fields["institution"].initial = institutions.first()
        self.fields["since"].initial = timezone.localdate()


class EnrolmentForm(forms.Form):
    """Which version of which programme, in which group, why and from when."""

    programme_version: "forms.ModelChoiceField[ProgrammeVersion]" = forms.ModelChoiceField(
        ProgrammeVersion.objects.none(),
        label=gettext_lazy("Programme and version"),
        help_text=gettext_lazy("She stays on this version, even when a newer one comes."),
    )
    group = forms.ModelChoiceField(
        Group.objects.none(),
        label=gettext_lazy("Group"),
        required=False,
        help_text=gettext_lazy("A group of the same programme and version, or none."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("How"),
        choices=ParticipationKind,
        help_text=gettext_lazy("An enrolment follows the course; a candidacy is assessed without one."),
    )
    purpose = forms.ChoiceField(label=gettext_lazy("Why"), choices=Purpose)
    started_on = forms.DateField(label=gettext_lazy("From"), widget=AdminDateInput)

    def __init__(self, *args: Any, person: Person, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["programme_version"].queryset = open_versions(institution_ids)  # type: ignore[attr-defined]
        groups = Group.objects.filter(institution__in=institution_ids)
        self.fields["group"].queryset = groups.select_related("programme_version")  # type: ignore[attr-defined]
        self.fields["started_on"].initial = timezone.localdate()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        version, group = cleaned.get("programme_version"), cleaned.get("group")
        if version and group and group.programme_version_id != version.pk:
            self.add_error(
                "group",
                _("This group takes another programme or version. Choose one that fits, or none."),
            )
        if version and self.person.participations.open().filter(programme_version=version).exists():
            self.add_error("programme_version", _("She takes part in this programme already."))
        return cleaned


def open_versions(institution_ids: Collection[int]) -> Any:
    """The versions of these institutions that people may start on."""
    return ProgrammeVersion.objects.filter(
        programme__institution__in=institution_ids,
        published_at__isnull=False,
        status__in=OPEN_FOR_ENROLMENT,
    ).select_related("programme__institution")


class EndForm(forms.Form):
    """When and why a participation ends."""

    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=EndReason, widget=forms.RadioSelect)
    ended_on = forms.DateField(label=gettext_lazy("Last day"), widget=AdminDateInput)

    def __init__(self, *args: Any, participation: Participation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.participation = participation
        self.fields["ended_on"].initial = timezone.localdate()

    def clean_ended_on(self) -> date:
        day: date = self.cleaned_data["ended_on"]
        if not self.participation.started_on <= day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day between the start and today."))
        return day


class GroupForm(forms.Form):
    """A group's name, dates and trainers."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    starts_on = forms.DateField(label=gettext_lazy("First day"), widget=AdminDateInput)
    ends_on = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Leave it empty if it is not fixed yet."),
    )
    trainers = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label=gettext_lazy("Trainers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "They see who is in the group and how far each has come. Only people with the role of trainer "
            "are listed."
        ),
    )

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainers"].queryset = Person.objects.filter(  # type: ignore[attr-defined]
            memberships__institution__in=institution_ids,
            memberships__role=Role.TRAINER,
            memberships__until__isnull=True,
        ).distinct()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day lies before the first. Change one of the two."))
        return cleaned


class NewGroupForm(GroupForm):
    """A new group also needs its programme and the short name that files use."""

    programme_version: "forms.ModelChoiceField[ProgrammeVersion]" = forms.ModelChoiceField(
        ProgrammeVersion.objects.none(),
        label=gettext_lazy("Programme and version"),
        help_text=gettext_lazy("It cannot be changed later: the people in the group are pinned to it."),
    )
    key = forms.SlugField(
        label=gettext_lazy("Short name"),
        max_length=80,
        help_text=gettext_lazy(
            "For files, such as the list of people to enrol: small letters, numbers and hyphens, "
            "like montevideo-2026-1."
        ),
    )
    field_order = ("programme_version", "name", "key")

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, institution_ids=institution_ids, **kwargs)
        self.fields["programme_version"].queryset = open_versions(institution_ids)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        version, key = cleaned.get("programme_version"), cleaned.get("key")
        if version and key:
            taken = Group.objects.filter(institution=version.programme.institution, key=key.lower())
            if taken.exists():
                self.add_error("key", _("Another group has this short name. Choose a different one."))
            cleaned["key"] = key.lower()
        return cleaned
