"""Each part of the design language in each state, on one page. Served in development only."""

import re
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.contrib.staticfiles.finders import find
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from curriculum.forms import CuidarFormRenderer
from curriculum.homes.picture import Arches

SHIFT_STEPS = [
    {"title": "Nivelación", "state": "done", "detail": "20 horas", "url": "#"},
    {"title": "Acercamiento a la dimensión del cuidado", "state": "done", "detail": "18 horas", "url": "#"},
    {
        "title": "Corresponsabilidade e desinstitucionalização",
        "state": "current",
        "detail": "3 / 8",
        "url": "#",
    },
    {"title": "Práctica", "state": "next", "detail": "11,5 de 12 horas"},
    {"title": "Certificado", "state": "next"},
]
ARCHES = [
    Arches(stones=("current", *["next"] * 5), text="", practice=0, lit=False),
    Arches(stones=(*["done"] * 4, "current", "next"), text="", practice=79, lit=False),
    Arches(stones=("done",) * 6, text="", practice=95, lit=False),
    Arches(stones=("done",) * 6, text="", practice=100, lit=True),
    Arches(stones=("done", "done", "current"), text="", practice=None, lit=False),
]
BARS = [
    {"label": "Yusmary Rondón Chirinos", "value": 97, "top": 152, "text": "97 h", "url": "#"},
    {"label": "Iracema de Souza Vasconcelos", "value": 152, "top": 152, "text": "152 h", "tone": "ok"},
    {
        "label": "Élida Moreira",
        "value": 12,
        "top": 152,
        "text": "12 h",
        "tone": "warn",
        "note": "silent for 23 days",
    },
    {"label": "Luz Correa", "value": 0, "top": 152, "text": "0 h"},
    {"label": "A figure that nobody knows", "value": None, "top": 152, "text": "not stated"},
]
CRUMBS = [{"title": "My path", "url": "#"}, {"title": "Levelling", "url": "#"}]


class SampleForm(forms.Form):
    """One field of each kind."""

    default_renderer = CuidarFormRenderer

    name = forms.CharField(help_text="As it stands in your document.")
    email = forms.EmailField(required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    day = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    place = forms.ChoiceField(
        choices=[("home", "A home"), ("residence", "A residence"), ("day", "A day centre")]
    )
    shift = forms.ChoiceField(widget=forms.RadioSelect, choices=[("m", "Morning"), ("n", "Night")])
    activities = forms.MultipleChoiceField(
        required=False,
        help_text="Choose all that you did.",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("b", "Washing and dressing"),
            ("i", "Responsabilidade compartilhada e desinstitucionalização"),
        ],
    )
    secret = forms.CharField(widget=forms.PasswordInput)
    note = forms.CharField(widget=forms.Textarea, required=False)
    paper = forms.FileField(required=False)
    agree = forms.BooleanField(label="I have read this and agree.")


def drawn_icons() -> list[str]:
    """The names in the sprite, so that the page never misses a new one."""
    sprite = find("cuidar/icons/icons.svg")
    return re.findall(r'<symbol id="(\w+)"', Path(sprite).read_text()) if sprite else []


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the design language; `?form=sent` shows the forms with their faults."""
    return render(
        request,
        "cuidar/styleguide.html",
        {
            "arches": ARCHES,
            "bars": BARS,
            "content_lang": "en",
            "crumbs": CRUMBS,
            "form": SampleForm(
                {"name": "Ana", "email": "ana", "shift": "x"} if "form" in request.GET else None
            ),
            "icons": drawn_icons(),
            "page": Paginator(range(50), 10).page(3),
            "steps": [SimpleNamespace(**step) for step in SHIFT_STEPS],
            "tones": ["ok", "warn", "error", "info"],
        },
    )
