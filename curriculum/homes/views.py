"""Pages made of panels."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from curriculum.credentials.entry import NoEntryRule
from curriculum.people.context import remembered_roles
from curriculum.people.models import Participation
from curriculum.people.queries import own_participations, person_of
from curriculum.standards.models import ProgrammeVersion
from curriculum.standards.queries import version_open_for_enrolment

from .joining import JoinForm, join, questions_of, was_ended_by_the_office
from .registry import Home, Visit, entrance_for, panels_for
from .steps import first_in_turn


@login_required
def enter(request: HttpRequest) -> HttpResponse:
    """After signing in: a learner to her path, the others to where their work waits."""
    if not isinstance(request.user, AnonymousUser) and not own_participations(request.user):
        return redirect(entrance_for(remembered_roles(request.user.pk)) or "my_path")
    return redirect("my_path")


class MyPathView(LoginRequiredMixin, TemplateView):
    """Where I am, what comes next, what is missing."""

    template_name = "curriculum/homes/path.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        participations: Sequence[Participation] = own_participations(self.request.user)
        person = participations[0].person if participations else person_of(self.request.user)
        shown = _shown_to(Visit(self.request, person, participations)) if person else {}
        return super().get_context_data(person=person, participations=participations, **shown, **kwargs)


def _shown_to(visit: Visit) -> dict[str, Any]:
    """What is earned, the one next step, and the panels in order."""
    panels = panels_for(Home.PATH, visit)
    return {
        "earned": [award for progress in visit.progress for award in progress.earned_qualifications],
        "step": first_in_turn(step for panel in panels for step in panel.steps),
        "panels": [panel for panel in panels if panel.template],
    }


class JoinView(LoginRequiredMixin, FormView):
    """Start a course: what it asks, answered by the person herself."""

    form_class = JoinForm
    template_name = "curriculum/homes/join.html"

    @cached_property
    def version(self) -> ProgrammeVersion:
        version = version_open_for_enrolment(self.kwargs["institution"], self.kwargs["programme"])
        if version is None:
            raise Http404
        return version

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if any(p.programme_version_id == self.version.pk for p in own_participations(request.user)):
            return redirect("my_path")
        if was_ended_by_the_office(request.user, self.version):
            return render(
                request, "curriculum/homes/ask_the_school.html", {"version": self.version}, status=403
            )
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        questions = questions_of(self.version)
        return {**super().get_form_kwargs(), "asks_age": questions.asks_age, "levels": questions.levels}

    def get_initial(self) -> dict[str, Any]:
        person = person_of(self.request.user)
        return {"birth_date": person.birth_date} if person and person.birth_date else {}

    def form_valid(self, form: JoinForm) -> HttpResponse:
        if not self.request.user.is_authenticated:
            raise Http404
        try:
            outcome = join(
                account=self.request.user, programme_version=self.version, declared=form.cleaned_data
            )
        except NoEntryRule:
            form.add_error(
                None, _("This course does not say yet what it asks for. Ask the school to let you in.")
            )
            return self.form_invalid(form)
        if outcome.participation is None:
            return self.render_to_response(self.get_context_data(form=form, missing=outcome.missing))
        messages.success(self.request, _("You are in. Your first lesson is waiting."))
        return redirect("my_path")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(version=self.version, **kwargs)
