"""A person's file: everything an institution knows about her, section by section."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import HeaderButton

from curriculum.standards.desk import DeskPage, DeskScreen
from curriculum.standards.models import Institution

from ..models import Membership, Participation, Person
from ..panels import FileVisit, file_panels
from ..permissions import can_print_slip
from ..scope import administered


class OfOnePerson(DeskScreen):
    """A screen about one person of the institutions that the reader administers; others answer 404."""

    person: Person
    institutions: tuple[Institution, ...]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if type(self).scope(request.user):
            self.person = get_object_or_404(Person.objects.select_related("user"), pk=kwargs["pk"])
            self.institutions = self.institutions_read()
            if not self.institutions:
                raise Http404
        return super().dispatch(request, *args, **kwargs)

    def institutions_read(self) -> tuple[Institution, ...]:
        belonging = Membership.objects.filter(
            person=self.person, institution__in=administered(self.request.user)
        )
        return tuple(Institution.objects.filter(pk__in=belonging.values("institution")))

    def trail(self) -> list[tuple[str, str]]:
        return [
            (reverse("people:index"), _("People")),
            (reverse("people:file", args=[self.person.pk]), self.person.name),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(person=self.person, **kwargs)


class PersonFile(OfOnePerson, DeskPage):
    """Read by the administrators of her institution and by her trainers, who see less of it."""

    template_name = "curriculum/people/file.html"

    def institutions_read(self) -> tuple[Institution, ...]:
        administering = super().institutions_read()
        if administering:
            return administering
        taught = Participation.objects.taught_by(self.request.user).filter(person=self.person)
        return tuple(Institution.objects.filter(pk__in=taught.values("institution")))

    @property
    def may_administer(self) -> bool:
        return any(here.pk in administered(self.request.user) for here in self.institutions)

    def get_page_title(self) -> str:
        return self.person.name

    def trail(self) -> list[tuple[str, str]]:
        if self.may_administer:
            return [(reverse("people:index"), _("People"))]
        return [(reverse("cohorts:index"), _("Groups"))]

    def get_header_buttons(self) -> list[HeaderButton]:
        key = [self.person.pk]
        slip = HeaderButton(_("Print a sign-in slip"), url=reverse("people:slip", args=key), icon_name="key")
        slips = [slip] if can_print_slip(self.request.user, self.person) else []
        if not self.may_administer:
            return slips
        return [
            *slips,
            HeaderButton(_("Enrol"), url=reverse("people:enrol", args=key), icon_name="plus"),
            HeaderButton(_("Give a role"), url=reverse("people:role", args=key), icon_name="user"),
            HeaderButton(_("Correct the record"), url=reverse("people:edit", args=key), icon_name="edit"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        visit = FileVisit(self.person, self.request.user, self.institutions, self.may_administer)
        return super().get_context_data(
            panels=file_panels(visit), may_administer=self.may_administer, **kwargs
        )
