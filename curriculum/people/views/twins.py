"""Records that look alike: the list, and two of them side by side."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from curriculum.standards.desk import DeskPage

from ..listing import people_of
from ..models import IdentityDocument, Participation, Person
from ..twins import alike_pairs


class AlikeList(DeskPage):
    """Pairs to look at; first those where one record signs for what the other does."""

    template_name = "curriculum/people/alike.html"
    page_title = gettext_lazy("Records that look alike")

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("people:index"), _("People"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(pairs=alike_pairs(self.institution_ids), **kwargs)


class SideBySide(DeskPage):
    """What each of two records says, line by line."""

    template_name = "curriculum/people/side_by_side.html"
    page_title = gettext_lazy("Side by side")
    people: list[Person]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        mine = type(self).scope(request.user)
        if mine:
            own = people_of(mine)
            self.people = [get_object_or_404(own, pk=kwargs[which]) for which in ("one", "other")]
        return super().dispatch(request, *args, **kwargs)

    def trail(self) -> list[tuple[str, str]]:
        return [
            (reverse("people:index"), _("People")),
            (reverse("people:alike"), _("Records that look alike")),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(columns=[self._column(person) for person in self.people], **kwargs)

    def _column(self, person: Person) -> dict[str, Any]:
        here = {"person": person, "institution__in": self.institution_ids}
        return {
            "person": person,
            "documents": IdentityDocument.objects.filter(**here).order_by("pk"),
            "participations": Participation.objects.filter(**here).select_related(
                "programme_version__programme"
            ),
        }
