"""What an administrator says before transcripts leave."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from curriculum.people.models import ExportFormat, Group
from curriculum.standards.models import Programme

from .columns import ALWAYS, COLUMNS


class ExportForm(forms.Form):
    """Of whom, how, in which language and why."""

    group: "forms.ModelChoiceField[Group]" = forms.ModelChoiceField(
        Group.objects.none(),
        label=gettext_lazy("Group"),
        required=False,
        help_text=gettext_lazy("Everyone who is or was in it."),
    )
    programme: "forms.ModelChoiceField[Programme]" = forms.ModelChoiceField(
        Programme.objects.none(),
        label=gettext_lazy("Or a whole programme"),
        required=False,
        help_text=gettext_lazy("Everyone who takes or took part in any version of it."),
    )
    format = forms.ChoiceField(
        label=gettext_lazy("As"),
        choices=ExportFormat,
        initial=ExportFormat.PDF,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "A table always has the same columns, whatever the language of the screen. What is not known is "
            "written as “not_stated”, never as 0."
        ),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the PDFs"), help_text=gettext_lazy("Tables do not change with it.")
    )
    columns = forms.MultipleChoiceField(
        label=gettext_lazy("Columns of a table"),
        choices=[(column, column) for column in COLUMNS if column not in ALWAYS],
        required=False,
        initial=COLUMNS,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Leave out what nobody needs. Names and order of the columns stay the same in every language; person_id "
            "and line are always there. If you tick none, the table has all of them."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        min_length=5,
        max_length=500,
        help_text=gettext_lazy("Such as “Yearly report to the ministry”. It is kept with your name."),
        error_messages={"min_length": gettext_lazy("Please say a little more: at least five letters.")},
    )

    def __init__(self, *args: Any, institution_ids: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = {"institution__in": institution_ids}
        self.fields["group"].queryset = Group.objects.filter(**here)  # type: ignore[attr-defined]
        self.fields["programme"].queryset = Programme.objects.filter(**here)  # type: ignore[attr-defined]
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]
        self.fields["language"].initial = (get_language() or settings.LANGUAGE_CODE)[:2]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("group")) == bool(cleaned.get("programme")) and not self.errors:
            self.add_error("group", _("Choose a group or a programme, one of the two."))
        return cleaned

    @property
    def of(self) -> Group | Programme:
        chosen: Group | Programme = self.cleaned_data["group"] or self.cleaned_data["programme"]
        return chosen
