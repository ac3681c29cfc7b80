"""Opening and correcting a record, and giving roles."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from curriculum.standards.desk import DeskForm, DeskPage

from ..enums import Role
from ..forms import DETAILS, NewPersonForm, PersonForm, RoleForm
from ..models import Membership, Person
from ..registering import AlreadyKnown, OwnRole, correct_person, end_role, give_role, register_person
from ..staff import GROUP_NAMES
from ..twins import alike_pairs
from .person_file import OfOnePerson


def file_of(person: Person) -> str:
    return reverse("people:file", args=[person.pk])


class AddPerson(DeskForm):
    """A new record. Somebody who is here already is shown instead of entered twice."""

    form_class = NewPersonForm
    page_title = gettext_lazy("Add a person")
    submit_label = gettext_lazy("Add this person")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("people:index"), _("People"))]

    def form_valid(self, form: NewPersonForm) -> HttpResponse:
        try:
            person = register_person(
                institution=form.cleaned_data["institution"],
                details=form.details,
                document=form.document,
                role=Role(form.cleaned_data["role"]),
                since=timezone.localdate(),
                user_name=form.cleaned_data["user_name"],
            )
        except AlreadyKnown as known:
            form.add_error(None, _already_here(known.person))
            return self.form_invalid(form)
        messages.success(self.request, _("%(person)s is on record.") % {"person": person.name})
        warn_of_twins(self.request, person, self.institution_ids)
        if person.user is None:
            return redirect(file_of(person))
        return redirect(reverse("people:slip", args=[person.pk]))


def warn_of_twins(request: HttpRequest, person: Person, institution_ids: frozenset[int]) -> None:
    """Nobody makes a second record of herself to sign for the first one unnoticed."""
    for pair in alike_pairs(institution_ids, of=person):
        if not pair.works_and_learns:
            continue
        other = pair.other if pair.one == person else pair.one
        said = _(
            "%(person)s has something in common with %(other)s (%(what)s), and one of them works here while the "
            "other learns. Look at both: nobody signs for herself."
        )
        what = ", ".join(str(likeness.label) for likeness in pair.likenesses)
        messages.warning(request, said % {"person": person.name, "other": other.name, "what": what})


def _already_here(person: Person) -> str:
    return format_html(
        _(
            "This person is here already: {name}. Open her record, or leave the document or the e-mail empty "
            "if she is somebody else."
        ),
        name=format_html('<a href="{}">{}</a>', file_of(person), person.name),
    )


class CorrectPerson(OfOnePerson, DeskForm):
    form_class = PersonForm
    page_title = gettext_lazy("Correct the record")
    submit_label = gettext_lazy("Save")
    consequence = gettext_lazy(
        "What she has earned keeps the name under which it was granted. A document that you fill in here is added "
        "to those she has."
    )

    def get_initial(self) -> dict[str, Any]:
        return {field: getattr(self.person, field) for field in DETAILS}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def form_valid(self, form: PersonForm) -> HttpResponse:
        try:
            correct_person(
                person=self.person,
                institution=self.institutions[0],
                details=form.details,
                document=form.document,
            )
        except AlreadyKnown as known:
            form.add_error("document_number", _already_here(known.person))
            return self.form_invalid(form)
        messages.success(self.request, _("The record is saved."))
        return redirect(file_of(self.person))


class GiveRole(OfOnePerson, DeskForm):
    form_class = RoleForm
    page_title = gettext_lazy("Give a role")
    submit_label = gettext_lazy("Give this role")
    consequence = gettext_lazy(
        "Trainers see their own groups. Administrators see and change everything of the institution, in this "
        "desk too. Give that role only to people who answer for the records."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def form_valid(self, form: RoleForm) -> HttpResponse:
        role = Role(form.cleaned_data["role"])
        give_role(
            person=self.person,
            institution=form.cleaned_data["institution"],
            role=role,
            since=form.cleaned_data["since"],
        )
        messages.success(self.request, _("The role is given."))
        warn_of_twins(self.request, self.person, self.institution_ids)
        if role in GROUP_NAMES and self.person.user is None:
            messages.warning(self.request, _("She cannot sign in yet, because she has no account."))
        return redirect(file_of(self.person))


class EndRole(OfOnePerson, DeskPage):
    """Shows what ending a role means; the button then ends it."""

    template_name = "curriculum/people/end_role.html"
    page_title = gettext_lazy("End a role")

    @property
    def membership(self) -> Membership:
        here = Membership.objects.filter(institution__in=self.institution_ids, until__isnull=True)
        return get_object_or_404(
            here.select_related("person", "institution"),
            pk=self.kwargs["membership"],
            person=self.person,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs | {"membership": self.membership})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            end_role(membership=self.membership, on=timezone.localdate(), ended_by=request.user)  # type: ignore[arg-type]
        except OwnRole:
            messages.error(
                request, _("You cannot end your own role. Ask another administrator of the institution.")
            )
        else:
            messages.success(request, _("The role has ended."))
        return redirect(file_of(self.person))
