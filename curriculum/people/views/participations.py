"""Who takes part in what; enrolling one person, and ending a participation."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet, TextChoices
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from curriculum.standards.desk import DeskForm

from ..enums import EndReason, ParticipationKind, Purpose
from ..forms import EndForm, EnrolmentForm
from ..models import Participation
from ..plain_text import plain_name
from ..services import end_participation, enrol
from ..timetables import clashes_of
from .person_file import OfOnePerson
from .person_list import groups_here, programmes_here
from .personal_list import PersonalList


class Standing(TextChoices):
    OPEN = "open", gettext_lazy("Takes part")
    ENDED = "ended", gettext_lazy("Has ended")


class ParticipationFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=Standing, method="in_state")
    group = django_filters.ModelChoiceFilter(label=gettext_lazy("Group"), queryset=groups_here)
    programme = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Programme"), queryset=programmes_here, field_name="programme_version__programme"
    )
    kind = django_filters.ChoiceFilter(label=gettext_lazy("How"), choices=ParticipationKind)
    end_reason = django_filters.ChoiceFilter(label=gettext_lazy("Reason for ending"), choices=EndReason)
    started_on = django_filters.DateFromToRangeFilter(label=gettext_lazy("Started between"))

    class Meta:
        model = Participation
        fields: list[str] = []

    def in_state(self, rows: QuerySet[Participation], name: str, value: str) -> QuerySet[Participation]:
        return rows.filter(ended_on__isnull=value == Standing.OPEN)


class ParticipationList(PersonalList):
    model = Participation
    page_title = gettext_lazy("Participations")
    introduction = gettext_lazy(
        "Who takes part in which course, since when, and why some have left. Open a name to end or to enrol."
    )
    is_searchable = True
    filterset_class = ParticipationFilters
    default_ordering = "-started_on"
    detail_url_name = "people:file"
    columns = [
        TitleColumn(
            "person",
            label=gettext_lazy("Name"),
            sort_key="person__name",
            get_url=lambda row: reverse("people:file", args=[row.person_id]),
        ),
        Column("programme", label=gettext_lazy("Programme"), accessor="programme_version"),
        Column("group", label=gettext_lazy("Group")),
        DateColumn("started_on", label=gettext_lazy("From"), sort_key="started_on"),
        DateColumn("ended_on", label=gettext_lazy("Until"), sort_key="ended_on"),
        Column("end_reason", label=gettext_lazy("Reason for ending"), accessor="get_end_reason_display"),
    ]
    list_export = [
        "participation_id",
        "person_id",
        "name",
        "programme",
        "version",
        "group",
        "kind",
        "purpose",
        "started_on",
        "ended_on",
        "end_reason",
    ]
    export_filename = "participations"

    def get_base_queryset(self) -> QuerySet[Participation]:
        own = Participation.objects.filter(institution__in=self.institution_ids)
        return own.select_related("person", "group", "programme_version__programme")

    def get_edit_url(self, instance: Any) -> str:
        return reverse("people:file", args=[instance.person_id])

    def search_queryset(self, queryset: QuerySet[Participation]) -> QuerySet[Participation]:
        if not self.is_searching:
            return queryset
        for word in plain_name(self.search_query).split():
            queryset = queryset.filter(Q(person__plain_name__contains=word) | Q(group__name__icontains=word))
        return queryset

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {
            "participation_id": str(item.uuid),
            "person_id": str(item.person.uuid),
            "name": item.person.name,
            "programme": item.programme_version.programme.key,
            "version": item.programme_version.version,
            "group": item.group.key if item.group else "",
            "kind": item.kind,
            "purpose": item.purpose,
            "started_on": item.started_on.isoformat(),
            "ended_on": item.ended_on.isoformat() if item.ended_on else "",
            "end_reason": item.end_reason,
        }


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
        for clash in clashes_of(self.person, values["group"]) if values["group"] else ():
            messages.warning(self.request, clash.of_another(self.person))
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
