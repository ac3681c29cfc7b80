"""Enrolling one person, and ending a participation."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from curriculum.standards.desk import DeskForm

from ..enums import EndReason, ParticipationKind, Purpose
from ..forms import EndForm, EnrolmentForm
from ..models import Participation
from ..services import end_participation, enrol
from .person_file import OfOnePerson


class EnrolPerson(OfOnePerson, DeskForm):
    form_class = EnrolmentForm
    page_title = gettext_lazy("Enrol")
    submit_label = gettext_lazy("Enrol this person")
    consequence = gettext_lazy(
        "From then on she finds the course on her path. You answer for it that she meets what the course asks "
        "for at entry."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        own = {"person": self.person, "institution_ids": self.institution_ids}
        return super().get_form_kwargs() | own

    def form_valid(self, form: EnrolmentForm) -> HttpResponse:
        values = form.cleaned_data
        participation = enrol(
            person=self.person,
            programme_version=values["programme_version"],
            enrolled_by=self.request.user,  # type: ignore[arg-type]
            on=values["started_on"],
            group=values["group"],
            kind=ParticipationKind(values["kind"]),
            purpose=Purpose(values["purpose"]),
        )
        done = _("%(person)s takes part in %(programme)s.")
        messages.success(
            self.request,
            done % {"person": self.person, "programme": participation.programme_version},
        )
        return redirect(reverse("people:file", args=[self.person.pk]))


class EndParticipation(DeskForm):
    """Says what ending means before it is done; what has ended already is left as it is."""

    form_class = EndForm
    page_title = gettext_lazy("End a participation")
    submit_label = gettext_lazy("End this participation")
    participation: Participation

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.participation = get_object_or_404(
            Participation.objects.open()
            .administered_by(request.user)
            .select_related("person", "programme_version__programme"),
            pk=kwargs["pk"],
        )
        return super().dispatch(request, *args, **kwargs)

    def trail(self) -> list[tuple[str, str]]:
        person = self.participation.person
        return [
            (reverse("people:index"), _("People")),
            (reverse("people:file", args=[person.pk]), person.name),
        ]

    def get_consequence(self) -> str:
        return _(
            "%(person)s will no longer take part in %(programme)s. Everything she has completed and earned stays "
            "hers. If the reason is not “Completed”, what she does later earns nothing more here, until she is "
            "enrolled again."
        ) % {"person": self.participation.person, "programme": self.participation.programme_version}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"participation": self.participation}

    def form_valid(self, form: EndForm) -> HttpResponse:
        end_participation(
            participation=self.participation,
            on=form.cleaned_data["ended_on"],
            reason=EndReason(form.cleaned_data["reason"]),
            ended_by=self.request.user,  # type: ignore[arg-type]
        )
        messages.success(self.request, _("The participation has ended. What she earned stays hers."))
        return redirect(reverse("people:file", args=[self.participation.person_id]))
