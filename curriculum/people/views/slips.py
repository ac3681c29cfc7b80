"""Printing sign-in slips, for one person or a whole group, and looking up who printed which."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import django_filters
import segno
from django import forms
from django.db.models import Q, QuerySet, TextChoices
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from curriculum.standards.desk import DeskForm, DeskPage
from curriculum.standards.models import Institution

from ..models import Group, Participation, Person, SignInSlip
from ..models.signing_in import GOOD_FOR
from ..permissions import can_see_group, people_given_slips_by
from ..sign_in_slips import PrintedSlip, cancel_slip, print_slips
from .personal_list import PersonalList


class Paper(TextChoices):
    """What lies in the printer."""

    A4 = "a4", gettext_lazy("A4: four slips on a sheet")
    A6 = "a6", gettext_lazy("A6: a slip on each sheet")


class SlipForm(forms.Form):
    """Who gets a slip, and on what paper."""

    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=gettext_lazy("For"), widget=forms.CheckboxSelectMultiple
    )
    paper = forms.ChoiceField(
        label=gettext_lazy("Paper"), choices=Paper, initial=Paper.A4, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["people"]
        field.queryset = Person.objects.filter(pk__in=[person.pk for person in people]).select_related("user")
        field.label_from_instance = self._named
        self.initial.setdefault(
            "people", [p.pk for p in people if p.user and not p.user.has_usable_password()]
        )

    @staticmethod
    def _named(person: Person) -> str:
        has_password = person.user is not None and person.user.has_usable_password()
        state = _("has a password") if has_password else _("has no password yet")
        return f"{person.name} ({state})"


@dataclass(frozen=True, slots=True)
class SlipOnPaper:
    """What is printed: texts come in the language of the person who gets it."""

    person: Person
    user_name: str
    institution: Institution
    code: str
    site: str
    address: str
    square: SafeString
    good_until: datetime
    language: str

    @classmethod
    def of(cls, printed: PrintedSlip, request: HttpRequest) -> "SlipOnPaper":
        person = printed.slip.person
        with translation.override(person.language):
            page = reverse("slip")
            scanned = request.build_absolute_uri(reverse("slip_code", args=[printed.code]))
        return cls(
            person=person,
            user_name=printed.slip.account.get_username(),
            institution=printed.slip.institution,
            code=printed.code,
            site=f"{request.get_host()}/{page.rstrip('/').rsplit('/', 1)[-1]}",  # it leads to her language by itself
            address=scanned,
            square=mark_safe(segno.make(scanned, error="m").svg_inline(scale=4, border=2)),  # noqa: S308 — our own
            good_until=printed.slip.good_until,
            language=person.language,
        )


class PrintSlips(DeskForm):
    """Choose the people, press, and the sheet opens. It is shown once: the codes are kept nowhere."""

    form_class = SlipForm
    page_title = gettext_lazy("Print sign-in slips")
    submit_label = gettext_lazy("Make the slips")
    consequence = gettext_lazy(
        "Each slip has a code that opens the account of that person once, within 24 hours, to choose a password. "
        "Former slips of the people you choose no longer work. Who had a password keeps it until she uses the slip; "
        "then she is signed out everywhere else. It is put down that you printed them. Hand them over in person."
    )
    institution: Institution

    def people(self) -> Sequence[Person]:
        raise NotImplementedError

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"people": self.people()}

    def form_valid(self, form: SlipForm) -> HttpResponse:
        printed = print_slips(
            people=list(form.cleaned_data["people"]),
            institution=self.institution,
            printed_by=self.request.user,  # type: ignore[arg-type]
        )
        context = {
            "slips": [SlipOnPaper.of(each, self.request) for each in printed],
            "paper": form.cleaned_data["paper"],
            "back": self.trail()[-1][0],
        }
        response = TemplateResponse(self.request, "curriculum/people/slips.html", context)
        add_never_cache_headers(response)
        return response


class PrintSlip(PrintSlips):
    """For one person: her trainer or her administrator."""

    page_title = gettext_lazy("Print a sign-in slip")
    submit_label = gettext_lazy("Make the slip")
    person: Person

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if type(self).scope(request.user):
            self.person = get_object_or_404(people_given_slips_by(request.user), pk=kwargs["pk"])
            here = Institution.objects.filter(pk__in=type(self).scope(request.user))
            belonging = here.filter(memberships__person=self.person, memberships__until__isnull=True)
            self.institution = get_object_or_404(belonging.distinct().order_by("pk")[:1])
        return super().dispatch(request, *args, **kwargs)

    def people(self) -> Sequence[Person]:
        return [self.person]

    def get_initial(self) -> dict[str, Any]:
        return {"people": [self.person.pk]}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("people:file", args=[self.person.pk]), self.person.name)]


class PrintSlipsOfGroup(PrintSlips):
    """For a group on one sheet; those without a password are ticked."""

    group: Group

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if type(self).scope(request.user):
            self.group = get_object_or_404(Group.objects.select_related("institution"), pk=kwargs["pk"])
            if not can_see_group(request.user, self.group):
                raise Http404
            self.institution = self.group.institution
        return super().dispatch(request, *args, **kwargs)

    def people(self) -> Sequence[Person]:
        taking_part = Participation.objects.open().filter(group=self.group).values("person")
        return list(people_given_slips_by(self.request.user).filter(pk__in=taking_part).order_by("name"))

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("cohorts:group", args=[self.group.pk]), self.group.name)]


class SlipState(TextChoices):
    OPEN = "open", gettext_lazy("Works")
    USED = "used", gettext_lazy("Used")
    CANCELLED = "cancelled", gettext_lazy("Cancelled")
    TOO_OLD = "too_old", gettext_lazy("Too old")


def state_of(slip: SignInSlip) -> SlipState:
    if slip.used_at:
        return SlipState.USED
    if slip.cancelled_at:
        return SlipState.CANCELLED
    return SlipState.OPEN if slip.is_open else SlipState.TOO_OLD


class SlipFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=SlipState, method="in_state")

    class Meta:
        model = SignInSlip
        fields: list[str] = []

    def in_state(self, slips: QuerySet[SignInSlip], name: str, value: str) -> QuerySet[SignInSlip]:
        oldest = timezone.now() - GOOD_FOR
        untouched = Q(used_at__isnull=True, cancelled_at__isnull=True)
        wanted = {
            SlipState.USED: Q(used_at__isnull=False),
            SlipState.CANCELLED: Q(cancelled_at__isnull=False),
            SlipState.OPEN: untouched & Q(printed_at__gt=oldest),
            SlipState.TOO_OLD: untouched & Q(printed_at__lte=oldest),
        }
        return slips.filter(wanted[SlipState(value)])


class SlipList(PersonalList):
    model = SignInSlip
    page_title = gettext_lazy("Sign-in slips")
    introduction = gettext_lazy(
        "Who printed a slip for whom, and what became of it. Print new ones from the page of a person or a group."
    )
    search_fields = ["person__name", "person__plain_name", "account__username", "printed_by__username"]
    filterset_class = SlipFilters
    default_ordering = "-printed_at"
    detail_url_name = "people:cancel_slip"
    columns = [
        Column("person", label=gettext_lazy("Person"), sort_key="person__name"),
        Column("printed_at", label=gettext_lazy("Printed"), sort_key="printed_at"),
        Column("printed_by", label=gettext_lazy("By")),
        Column("state", label=gettext_lazy("State"), accessor=lambda slip: state_of(slip).label),
    ]
    list_export = ["person_id", "name", "user_name", "printed_at", "printed_by", "state", "used_at"]
    export_filename = "sign-in-slips"

    def get_base_queryset(self) -> QuerySet[SignInSlip]:
        own = SignInSlip.objects.filter(institution__in=self.institution_ids)
        return own.select_related("person", "account", "printed_by")

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {
            "person_id": str(item.person.uuid),
            "name": item.person.name,
            "user_name": item.account.get_username(),
            "printed_at": item.printed_at.isoformat(timespec="seconds"),
            "printed_by": item.printed_by.get_username(),
            "state": state_of(item).value,
            "used_at": item.used_at.isoformat(timespec="seconds") if item.used_at else "",
        }


class CancelSlip(DeskPage):
    """For a slip that was lost: the button then cancels it."""

    template_name = "curriculum/people/cancel_slip.html"
    page_title = gettext_lazy("Cancel a slip")

    @property
    def slip(self) -> SignInSlip:
        here = SignInSlip.objects.filter(institution__in=self.institution_ids)
        return get_object_or_404(here.select_related("person"), pk=self.kwargs["pk"])

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("people:slips"), _("Sign-in slips"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(slip=self.slip, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        cancel_slip(slip=self.slip)
        messages.success(request, _("The slip opens nothing any more."))
        return redirect("people:slips")
