"""The checklist of a review: every point asks for a finding and a note."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Point

FINDINGS = [("yes", _("In order")), ("no", _("Something is still open"))]


class ReviewForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for point in Point:
            self.fields[point.value] = forms.ChoiceField(
                label=point.label, choices=FINDINGS, widget=forms.RadioSelect
            )
            self.fields[f"{point.value}_note"] = forms.CharField(
                label=_("What you saw, or what is to be changed"), widget=forms.Textarea(attrs={"rows": 2})
            )

    @property
    def findings(self) -> dict[Point, tuple[bool, str]]:
        cleaned = self.cleaned_data
        return {point: (cleaned[point.value] == "yes", cleaned[f"{point.value}_note"]) for point in Point}
