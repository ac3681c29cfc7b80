"""Confidants, help lines and promises of an institution."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import HeaderButton

from curriculum.api import DeskForm, DeskList
from curriculum.concerns.errors import NameAnother
from curriculum.concerns.models import Confidant, HelpLine, ListeningPolicy
from curriculum.concerns.services import end_confidant, name_confidant, settle_promises
from curriculum.enums import Role

INSTITUTIONS: Any = Confidant._meta.get_field("institution").related_model._default_manager
PEOPLE: Any = Confidant._meta.get_field("person").related_model._default_manager


class ConfidantList(DeskList):
    model = Confidant
    page_title = gettext_lazy("Confidants")
    introduction = gettext_lazy(
        "Who reads what is told at the door for a concern. Their names stand on that door. You do not see what is "
        "told, nor how much."
    )
    search_fields = ["person__name"]
    default_ordering = "person__name"
    detail_url_name = "confidants:end"
    columns = [
        TitleColumn("person", label=gettext_lazy("Name"), url_name="confidants:end", sort_key="person__name"),
        Column("about", label=gettext_lazy("Who she is")),
        DateColumn("since", label=gettext_lazy("Since"), sort_key="since"),
        DateColumn("until", label=gettext_lazy("Until"), sort_key="until"),
        Column("institution", label=gettext_lazy("Institution")),
    ]
    list_export = ["person", "about", "institution", "since", "until"]
    export_filename = "confidants"

    def get_base_queryset(self) -> QuerySet[Confidant]:
        own = Confidant.objects.filter(institution__in=self.institution_ids)
        return own.select_related("person", "institution")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Name a confidant"), url=reverse("confidants:add"), icon_name="plus")]


class ConfidantForm(forms.Form):
    """Who listens. People who teach or supervise are not offered: they stand above learners."""

    institution: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        None, label=gettext_lazy("Institution"), empty_label=None
    )
    person: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Person"),
        help_text=gettext_lazy(
            "Somebody with an account who neither teaches nor supervises here. Best of all, nobody's superior."
        ),
    )
    about = forms.CharField(
        label=gettext_lazy("Who she is"),
        max_length=120,
        help_text=gettext_lazy(
            "It stands beside her name on the door. For example: social worker, from outside."
        ),
    )
    since = forms.DateField(label=gettext_lazy("Since"), widget=AdminDateInput)

    def __init__(self, *args: Any, institution_ids: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = PEOPLE.filter(memberships__institution__in=institution_ids, user__isnull=False)
        above = PEOPLE.filter(
            memberships__institution__in=institution_ids,
            memberships__role__in=[Role.TRAINER, Role.SUPERVISOR],
            memberships__until__isnull=True,
        )
        self.fields["institution"].queryset = INSTITUTIONS.filter(pk__in=institution_ids)  # type: ignore[attr-defined]
        self.fields["person"].queryset = people.exclude(pk__in=above.values("pk")).distinct()  # type: ignore[attr-defined]
        self.fields["since"].initial = timezone.localdate()


class NameConfidant(DeskForm):
    form_class = ConfidantForm
    page_title = gettext_lazy("Name a confidant")
    submit_label = gettext_lazy("Put this name on the door")
    consequence = gettext_lazy(
        "She reads what is told from now on, and nothing that was told before. You cannot name yourself."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("confidants:index"), _("Confidants"))]

    def form_valid(self, form: ConfidantForm) -> HttpResponse:
        try:
            name_confidant(**form.cleaned_data, named_by=self.request.user)  # type: ignore[arg-type]
        except NameAnother:
            form.add_error("person", _("Choose somebody else: nobody makes herself a confidant."))
            return self.form_invalid(form)
        messages.success(self.request, _("Her name stands on the door."))
        return redirect("confidants:index")


class LastDayForm(forms.Form):
    """The last day on which somebody listens."""

    until = forms.DateField(label=gettext_lazy("Last day"), widget=AdminDateInput)

    def __init__(self, *args: Any, confidant: Confidant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.confidant = confidant
        self.fields["until"].initial = timezone.localdate()

    def clean_until(self) -> Any:
        day = self.cleaned_data["until"]
        if day < self.confidant.since:
            raise forms.ValidationError(_("The last day is before the first. Correct one of the two."))
        return day


class EndConfidant(DeskForm):
    form_class = LastDayForm
    submit_label = gettext_lazy("Save the last day")
    consequence = gettext_lazy(
        "After that day she reads nothing any more, also not what was told to her. Make sure that others listen."
    )

    @cached_property
    def confidant(self) -> Confidant:
        own = Confidant.objects.filter(institution__in=self.institution_ids)
        return get_object_or_404(own.select_related("person", "institution"), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.confidant.person.name

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("confidants:index"), _("Confidants"))]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"confidant": self.confidant}

    def form_valid(self, form: LastDayForm) -> HttpResponse:
        end_confidant(
            confidant=self.confidant,
            on=form.cleaned_data["until"],
            ended_by=self.request.user,  # type: ignore[arg-type]
        )
        messages.success(self.request, _("The last day is saved."))
        return redirect("confidants:index")


class PromiseForm(forms.Form):
    """How soon they answer, how long it is kept, and whom to call: one help line a line."""

    institution: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        None, label=gettext_lazy("Institution"), empty_label=None
    )
    answer_days = forms.IntegerField(
        label=gettext_lazy("Days until an answer"),
        min_value=1,
        max_value=15,
        help_text=gettext_lazy("The door promises it."),
    )
    keep_months = forms.IntegerField(
        label=gettext_lazy("Months to keep what was told"),
        min_value=1,
        max_value=120,
        help_text=gettext_lazy("Counted from the last word. Then it is erased."),
    )
    help_lines = forms.CharField(
        label=gettext_lazy("Help lines"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("One a line: name; number; when they answer."),
    )

    def __init__(self, *args: Any, institution_ids: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = INSTITUTIONS.filter(pk__in=institution_ids)  # type: ignore[attr-defined]

    def clean_help_lines(self) -> list[list[str]]:
        lines = [line.strip() for line in self.cleaned_data["help_lines"].splitlines() if line.strip()]
        rows = [[part.strip() for part in line.split(";")] for line in lines]
        if any(not 2 <= len(row) <= 3 or not all(row[:2]) for row in rows):
            raise forms.ValidationError(_("Write each line as: name; number; when they answer."))
        return rows


class Promises(DeskForm):
    form_class = PromiseForm
    page_title = gettext_lazy("Rules for concerns")
    submit_label = gettext_lazy("Save")

    def get_form_kwargs(self) -> dict[str, Any]:
        institution = INSTITUTIONS.filter(pk__in=self.institution_ids).order_by("pk").first()
        policy = ListeningPolicy.objects.filter(institution=institution).first() or ListeningPolicy()
        lines = HelpLine.objects.filter(institution=institution)
        initial = {
            "institution": institution,
            "answer_days": policy.answer_days,
            "keep_months": policy.keep_months,
            "help_lines": "\n".join("; ".join(filter(None, (a.name, a.number, a.hours))) for a in lines),
        }
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids, "initial": initial}

    def form_valid(self, form: PromiseForm) -> HttpResponse:
        settle_promises(**form.cleaned_data)
        messages.success(self.request, _("The rules for concerns are saved."))
        return redirect("concern_rules:index")
