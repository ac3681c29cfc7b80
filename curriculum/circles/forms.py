"""What people type in circles and in conversations."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from curriculum.api import IdentifierFound, identifiers_text

from .enums import Channel, Ground, Verdict
from .errors import NotWritten, NoVoice
from .models import ContactChoice
from .models.contact import QUIET_FROM, QUIET_UNTIL
from .models.post import PEN_NAME
from .reach import address_of
from .words import sentence_of

if TYPE_CHECKING:
    from curriculum.models import Person

LONGEST = 2000
LONGEST_NEWS_DAYS = 90


class WrittenForm(forms.Form):
    """A form whose words may be refused when they are kept; `main_field` is where the refusal stands."""

    main_field = "text"

    def refuse(self, error: NotWritten | IdentifierFound) -> None:
        if isinstance(error, IdentifierFound):
            self.add_error(self.main_field, identifiers_text(error.identifiers))
        elif isinstance(error, NoVoice):
            self.add_error("voice", sentence_of(error))
        else:
            self.add_error(self.main_field, sentence_of(error))


class SeatForm(WrittenForm):
    """The name to go by in a circle."""

    main_field = "pen_name"

    pen_name = forms.CharField(
        label=gettext_lazy("Another name for me here"),
        required=False,
        max_length=PEN_NAME,
        help_text=gettext_lazy("Leave it empty to use your own name. The trainers always see who writes."),
    )


class PostForm(WrittenForm):
    """A few words for the circle."""

    uuid = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-fresh-id": ""}))
    text = forms.CharField(
        label=gettext_lazy("What would you like to share?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Never say who you care for: no names, no addresses, no numbers."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"uuid": uuid4()}, **kwargs})


class ReportForm(forms.Form):
    """What is wrong with a post."""

    ground = forms.ChoiceField(
        label=gettext_lazy("What is wrong with it?"), choices=Ground, widget=forms.RadioSelect
    )


class DecideForm(WrittenForm):
    """Whether a post is seen, and why."""

    main_field = "reason"

    verdict = forms.ChoiceField(
        label=gettext_lazy("Your decision"),
        choices=[(Verdict.HIDDEN, gettext_lazy("Hide it")), (Verdict.SHOWN, gettext_lazy("It may be seen"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Whoever wrote it reads this, and may answer you."),
    )


class RejoinderForm(WrittenForm):
    """The author's answer to the moderators."""

    text = forms.CharField(
        label=gettext_lazy("Your answer"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )


class MessageForm(WrittenForm):
    """Text, a voice note, or both."""

    uuid = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-fresh-id": ""}))
    text = forms.CharField(
        label=gettext_lazy("Your words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Never say who you care for: no names, no addresses, no numbers."),
    )
    voice = forms.FileField(
        label=gettext_lazy("Or your voice, one minute at most"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "audio/*", "capture": "user", "data-voice": "60"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"uuid": uuid4()}, **kwargs})


class AnnouncementForm(WrittenForm):
    """News for a group."""

    uuid = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-fresh-id": ""}))
    group: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        None, label=gettext_lazy("Group"), empty_label=None
    )
    text = forms.CharField(
        label=gettext_lazy("What should they know?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    shown_until = forms.DateField(
        label=gettext_lazy("Show it up to and including"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        a_week = timezone.localdate() + timedelta(days=7)
        initial = {"uuid": uuid4(), "shown_until": a_week, "group": groups.first()} | kwargs.pop(
            "initial", {}
        )
        super().__init__(*args, **{**kwargs, "initial": initial})
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]

    def clean_shown_until(self) -> date:
        day: date = self.cleaned_data["shown_until"]
        today = timezone.localdate()
        if not today <= day <= today + timedelta(days=LONGEST_NEWS_DAYS):
            raise forms.ValidationError(_("Choose a day from today to three months from now."))
        return day


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class ContactForm(forms.Form):
    """How a learner wants to be reached, and when not."""

    channel = forms.ChoiceField(
        label=gettext_lazy("How may your trainer reach you?"), choices=Channel, widget=forms.RadioSelect
    )
    quiet_from = forms.TimeField(label=gettext_lazy("Do not disturb me from"), widget=ClockInput())
    quiet_until = forms.TimeField(label=gettext_lazy("until"), widget=ClockInput())

    def __init__(
        self, *args: Any, person: "Person", choice: ContactChoice | None, default: Channel, **kwargs: Any
    ) -> None:
        initial = {
            "channel": choice.channel if choice else default,
            "quiet_from": choice.quiet_from if choice else QUIET_FROM,
            "quiet_until": choice.quiet_until if choice else QUIET_UNTIL,
        }
        super().__init__(*args, **{**kwargs, "initial": initial})
        self.person = person

    def clean_channel(self) -> Channel:
        """A way that leads somewhere: the school must have the number or the address."""
        channel = Channel(self.cleaned_data["channel"])
        if channel is not Channel.HERE and not address_of(self.person, channel):
            raise forms.ValidationError(
                _("Your school does not have it yet. Give it to the office, or choose another way.")
            )
        return channel
