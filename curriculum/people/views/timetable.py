"""A group's timetable on the desk, and the hours in which a learner cannot come, on her own page."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.widgets import AdminDateInput

from curriculum.standards.desk import DeskForm

from ..enums import BusyWith, Shift, Weekday
from ..models import BusyHours, Group, Person, TimetableSlot
from ..queries import own_participations, person_of
from ..scope import administered
from ..timetables import add_meeting, clashes_of, drop_meeting, say_busy


class WeeklyForm(forms.Form):
    """One stretch of time on some days of the week."""

    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Days"), choices=Weekday, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    starts_at = forms.TimeField(
        label=gettext_lazy("From"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends_at = forms.TimeField(
        label=gettext_lazy("To"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        start, end = cleaned.get("starts_at"), cleaned.get("ends_at")
        if start and end and end <= start:
            self.add_error(
                "ends_at",
                _(
                    "The end lies before the start. If it goes on past midnight, write two lines: one until 23:59."
                ),
            )
        return cleaned


class MeetingForm(WeeklyForm):
    shift = forms.ChoiceField(
        label=gettext_lazy("Shift"), required=False, choices=[("", "---------"), *Shift.choices]
    )
    place = forms.CharField(label=gettext_lazy("Place"), required=False, max_length=120)
    from_day = forms.DateField(label=gettext_lazy("From the day"), required=False, widget=AdminDateInput)
    to_day = forms.DateField(label=gettext_lazy("Until the day"), required=False, widget=AdminDateInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("from_day"), cleaned.get("to_day")
        if first and last and last < first:
            self.add_error("to_day", _("The last day lies before the first. Change one of the two."))
        return cleaned


class BusyForm(WeeklyForm):
    busy_with = forms.ChoiceField(
        label=gettext_lazy("With what"), choices=BusyWith, widget=forms.RadioSelect, initial=BusyWith.WORK
    )


class Timetable(DeskForm):
    """The hours of a group, each of which can be taken out and put in again."""

    form_class = MeetingForm
    template_name = "curriculum/people/timetable.html"
    page_title = gettext_lazy("Timetable")
    submit_label = gettext_lazy("Add these hours")
    consequence = gettext_lazy(
        "Learners see it on their path. Whoever told us that she works or cares for somebody then is warned; nobody "
        "is shut out."
    )
    group: Group

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if administered(request.user):
            own = Group.objects.filter(institution__in=administered(request.user))
            self.group = get_object_or_404(own, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("cohorts:group", args=[self.group.pk]), self.group.name)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(group=self.group, slots=self.group.timetable.all(), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "remove" not in request.POST:
            return super().post(request, *args, **kwargs)
        drop_meeting(slot=_row(TimetableSlot.objects.filter(group=self.group), request))
        messages.success(request, _("These hours are taken out. You can add them again below."))
        return redirect("cohorts:timetable", self.group.pk)

    def form_valid(self, form: MeetingForm) -> HttpResponse:
        values = form.cleaned_data
        shift = Shift(values["shift"]) if values["shift"] else None
        add_meeting(group=self.group, **values | {"shift": shift})
        messages.success(self.request, _("The hours are in the timetable."))
        return redirect("cohorts:timetable", self.group.pk)


class MyTimes(LoginRequiredMixin, FormView):
    """When I cannot come: work, care at home. My own groups that meet then are said."""

    form_class = BusyForm
    template_name = "curriculum/people/my_times.html"

    @cached_property
    def person(self) -> Person:
        person = person_of(self.request.user)
        if person is None:
            raise Http404
        return person

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        groups = {place.group for place in own_participations(self.request.user) if place.group}
        clashes = [clash for group in groups for clash in clashes_of(self.person, group)]
        return super().get_context_data(busy=self.person.busy_hours.all(), clashes=clashes, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "remove" not in request.POST:
            return super().post(request, *args, **kwargs)
        _row(BusyHours.objects.filter(person=self.person), request).delete()
        messages.success(request, _("These hours are taken out. You can add them again below."))
        return redirect("my_times")

    def form_valid(self, form: BusyForm) -> HttpResponse:
        values = form.cleaned_data
        say_busy(person=self.person, **values | {"busy_with": BusyWith(values["busy_with"])})
        messages.success(self.request, _("We have noted it."))
        return redirect("my_times")


def _row(rows: Any, request: HttpRequest) -> Any:
    """The row named by the button that was pressed; somebody else's answers 404."""
    named = request.POST["remove"]
    return get_object_or_404(rows, pk=named if named.isdecimal() else 0)
