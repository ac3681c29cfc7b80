"""What the panel sends: a file, and how long it lasts as the browser has measured it."""

from django import forms

LONGEST = 4 * 60 * 60  # seconds


class RecordingForm(forms.Form):
    file = forms.FileField()
    seconds = forms.IntegerField(required=False, min_value=1, max_value=LONGEST)
