"""What an applicant and the office type."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from curriculum.people.models import Group, Person

from .enums import CatchUpState, VerdictKind

OLDEST = 120
DAY = {"type": "date"}


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"), **kwargs)


class GroupForm(forms.Form):
    """Which group she asks for; none: whichever has a place."""

    group = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Which group suits you?"),
        required=False,
        empty_label=gettext_lazy("Any group with a place"),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        self.fields["group"].label_from_instance = group_words  # type: ignore[attr-defined]


def group_words(group: Group) -> str:
    """Name, first day, and until when people may ask for a place."""
    from django.utils.formats import date_format

    values = {
        "name": group.name,
        "start": date_format(group.starts_on),
        "until": date_format(group.intake.open_until),
    }
    return _("%(name)s, from %(start)s (apply until %(until)s)") % values


class BirthForm(forms.Form):
    birth_date = day_field(gettext_lazy("Your date of birth"))

    def clean_birth_date(self) -> date:
        day: date = self.cleaned_data["birth_date"]
        today = timezone.localdate()
        if not today.year - OLDEST <= day.year or day > today:
            raise forms.ValidationError(_("Please check the year of your date of birth."))
        return day


class StatementForm(forms.Form):
    """Yes or no; nothing is taken for granted."""

    is_so = forms.TypedChoiceField(
        label=gettext_lazy("Is it so?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )


class PagesInput(forms.FileInput):
    allow_multiple_selected = True


class PagesField(forms.FileField):
    """Several files; always a list."""

    widget = PagesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(PagesField, self).clean(each, initial) for each in given if each]


class ProofForm(forms.Form):
    """A photograph taken now, or pages chosen from the phone."""

    uuid = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-fresh-id": ""}))
    photo = forms.FileField(
        label=gettext_lazy("Take a photograph"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
        help_text=gettext_lazy(
            "Put the document on a table, in good light, with all four corners in the picture."
        ),
    )
    pages = PagesField(
        label=gettext_lazy("Or choose pictures or a PDF, one for each page"),
        required=False,
        allow_empty_file=True,
        widget=PagesInput(attrs={"accept": "image/*,application/pdf"}),
    )
    valid_until = day_field(gettext_lazy("Valid until, if the document says so"), required=False)

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"uuid": uuid4()}, **kwargs})
        if len(choices) > 1:
            self.fields["subject"] = forms.ChoiceField(
                label=gettext_lazy("Which document do you have?"), choices=choices, widget=forms.RadioSelect
            )
            self.order_fields(["uuid", "subject"])

    def files_sent(self) -> list[Any]:
        photo = self.cleaned_data.get("photo")
        return [*([photo] if photo else []), *self.cleaned_data.get("pages", [])]


class SchoolingForm(ProofForm):
    """Schooling does not end, so it has no last day."""

    valid_until = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "subject" in self.fields:
            self.fields["subject"].label = gettext_lazy("What schooling have you completed?")


class ExperienceForm(ProofForm):
    """One period of work and the paper that shows it."""

    valid_until = None  # type: ignore[assignment]
    began_on = day_field(gettext_lazy("I worked there from"))
    ended_on = day_field(
        gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy("Leave it empty if you still work there."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["uuid", "subject", "began_on", "ended_on", "photo", "pages"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        begin, end = values.get("began_on"), values.get("ended_on")
        if begin and begin > timezone.localdate():
            self.add_error("began_on", _("This day has not come yet."))
        if begin and end and end < begin:
            self.add_error("ended_on", _("The last day is before the first."))
        return values


class CatchUpForm(forms.Form):
    """Where she completes school."""

    state = forms.ChoiceField(
        label=gettext_lazy("How far are you?"), choices=CatchUpState, widget=forms.RadioSelect
    )
    place = forms.CharField(label=gettext_lazy("At which school?"), max_length=120, required=False)


class DecideForm(forms.Form):
    """The decision and its reason."""

    kind = forms.ChoiceField(label=gettext_lazy("Decision"), choices=VerdictKind, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "She reads it in her letter. Needed for the waiting list and when she is not admitted."
        ),
    )

    def clean_kind(self) -> VerdictKind:
        return VerdictKind(self.cleaned_data["kind"])


class ReviewForm(forms.Form):
    """Whether a document is in order."""

    accepted = forms.TypedChoiceField(
        label=gettext_lazy("Is it in order?"),
        choices=[
            ("yes", gettext_lazy("Yes, it is in order")),
            ("no", gettext_lazy("No, another one is needed")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    valid_until = forms.DateField(
        label=gettext_lazy("Valid until"),
        required=False,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        help_text=gettext_lazy("As it stands on the document. Leave it empty where it has no end."),
    )
    instrument = forms.CharField(
        label=gettext_lazy("Instrument of the test"),
        required=False,
        max_length=60,
        help_text=gettext_lazy(
            "For example 16PF, Grieger or Machover. Only readers of sensitive documents see it."
        ),
    )
    note = forms.CharField(
        label=gettext_lazy("What has she to send instead?"), required=False, max_length=300
    )

    def __init__(self, *args: Any, is_test: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_test:
            del self.fields["instrument"]


class IntakeForm(forms.Form):
    places = forms.IntegerField(label=gettext_lazy("Places"), min_value=1, max_value=500)
    open_until = day_field(gettext_lazy("Applications until"))


class ReaderForm(forms.Form):
    """Somebody of the staff, never the one who names her."""

    person = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Who"))

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
