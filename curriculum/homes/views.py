"""Pages made of panels."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import TemplateView

from curriculum.people.models import Participation
from curriculum.people.queries import own_participations, person_of

from .registry import Home, Visit, panels_for


class MyPathView(LoginRequiredMixin, TemplateView):
    """Where I am, what comes next, what is missing."""

    template_name = "curriculum/homes/path.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        participations: Sequence[Participation] = own_participations(self.request.user)
        person = participations[0].person if participations else person_of(self.request.user)
        panels = []
        if person is not None:
            panels = panels_for(Home.PATH, Visit(self.request, person, participations))
        return super().get_context_data(person=person, participations=participations, panels=panels, **kwargs)
