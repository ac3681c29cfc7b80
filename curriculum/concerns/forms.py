"""What somebody tells, what is answered, and who listens."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import Matter, Teller
from .models import Confidant

LONGEST = 6000


class WordsForm(forms.Form):
    """Something said. `uuid` makes sure that it is kept once."""

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("Your words"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"uuid": uuid4()}, **kwargs})


class ConcernForm(WordsForm):
    """A concern. No name is asked for; who wants to be known writes it into the words."""

    teller = forms.ChoiceField(label=_("Who are you?"), choices=Teller, widget=forms.RadioSelect)
    matter = forms.ChoiceField(label=_("What is it about?"), choices=Matter, widget=forms.RadioSelect)
    about = forms.MultipleChoiceField(
        label=_("Is it about one of these people?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They would read this. Tick them, and they will not."),
    )
    field_order = ("uuid", "teller", "matter", "about", "words")

    def __init__(self, *args: Any, confidants: Sequence[Confidant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("What happened?")
        self.fields["words"].help_text = _(
            "Tell it in your own way. You need not give your name. If you want to be called, write how and when."
        )
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            (str(each.person_id), f"{each.person.name} ({each.about})") for each in confidants
        ]


class CodeForm(forms.Form):
    """The code that opens one concern."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
