"""Groups: administrators open and change them, trainers see their own."""

from typing import Any

import django_filters
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from curriculum.standards.desk import DeskForm, DeskList, DeskPage
from curriculum.standards.models import Programme

from ..forms import GroupForm, NewGroupForm
from ..grouping import GroupCannotOpen, change_group, open_group
from ..listing import people_of
from ..models import Group, Participation, Person
from ..permissions import can_see_group
from ..scope import administered, taught_or_administered
from ..teaching import groups_seen_by


def programmes_seen(request: HttpRequest | None) -> QuerySet[Programme]:
    seen = groups_seen_by(request.user) if request else Group.objects.none()
    return Programme.objects.filter(pk__in=seen.values("programme_version__programme"))


class GroupFilters(WagtailFilterSet):
    programme = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Programme"),
        queryset=programmes_seen,
        field_name="programme_version__programme",
    )
    starts_on = django_filters.DateFromToRangeFilter(label=gettext_lazy("Starts between"))

    class Meta:
        model = Group
        fields: list[str] = []


def trainers_of(group: Any) -> str:
    return ", ".join(trainer.name for trainer in group.trainers_here)


class GroupList(DeskList):
    model = Group
    page_title = gettext_lazy("Groups")
    introduction = gettext_lazy("The groups that you teach, and those of the institutions you administer.")
    search_fields = ["name", "key"]
    filterset_class = GroupFilters
    default_ordering = "-starts_on"
    detail_url_name = "cohorts:group"
    columns = [
        TitleColumn("name", label=gettext_lazy("Name"), sort_key="name", url_name="cohorts:group"),
        Column("programme_version", label=gettext_lazy("Programme")),
        Column("trainer_names", label=gettext_lazy("Trainers"), accessor=trainers_of),
        Column("taking_part", label=gettext_lazy("Take part"), sort_key="taking_part"),
        DateColumn("starts_on", label=gettext_lazy("First day"), sort_key="starts_on"),
        DateColumn("ends_on", label=gettext_lazy("Last day")),
    ]
    list_export = ["key", "name", "programme", "version", "trainers", "taking_part", "starts_on", "ends_on"]
    export_filename = "groups"

    def get_base_queryset(self) -> QuerySet[Group]:
        return (
            groups_seen_by(self.request.user)
            .annotate(taking_part=Count("participations", filter=Q(participations__ended_on__isnull=True)))
            .prefetch_related(Prefetch("trainers", to_attr="trainers_here"))
        )

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not administered(self.request.user):
            return []
        return [HeaderButton(_("Open a group"), url=reverse("cohorts:add"), icon_name="plus")]

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {
            "key": item.key,
            "name": item.name,
            "programme": item.programme_version.programme.key,
            "version": item.programme_version.version,
            "trainers": trainers_of(item),
            "taking_part": str(item.taking_part),
            "starts_on": item.starts_on.isoformat(),
            "ends_on": item.ends_on.isoformat() if item.ends_on else "",
        }


class OneGroup(DeskPage):
    """Who is in a group, how each stands, and what an administrator can do with it."""

    template_name = "curriculum/people/group.html"
    group: Group

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.group = get_object_or_404(
            Group.objects.select_related("programme_version__programme", "institution"), pk=kwargs["pk"]
        )
        if taught_or_administered(request.user) and not can_see_group(request.user, self.group):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @property
    def may_administer(self) -> bool:
        return self.group.institution_id in administered(self.request.user)

    def get_page_title(self) -> str:
        return self.group.name

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("cohorts:index"), _("Groups"))]

    def get_header_buttons(self) -> list[HeaderButton]:
        slips = HeaderButton(
            _("Print sign-in slips"), url=reverse("cohorts:slips", args=[self.group.pk]), icon_name="key"
        )
        if not self.may_administer:
            return [slips]
        change = reverse("cohorts:edit", args=[self.group.pk])
        timetable = reverse("cohorts:timetable", args=[self.group.pk])
        hours = HeaderButton(_("Timetable"), url=timetable, icon_name="calendar")
        return [slips, hours, HeaderButton(_("Change the group"), url=change, icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = {person.pk: person for person in self._people()}
        rows = (
            Participation.objects.filter(group=self.group)
            .select_related("person")
            .order_by("person__name", "-started_on")
        )
        return super().get_context_data(
            group=self.group,
            trainers=self.group.trainers.all(),
            rows=[(row, people.get(row.person_id)) for row in rows],
            may_administer=self.may_administer,
            **kwargs,
        )

    def _people(self) -> QuerySet[Person]:
        here = people_of([self.group.institution_id]).filter(participations__group=self.group)
        return here.distinct().prefetch_related(None)


class AddGroup(DeskForm):
    form_class: type[GroupForm] = NewGroupForm
    page_title = gettext_lazy("Open a group")
    submit_label = gettext_lazy("Open this group")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("cohorts:index"), _("Groups"))]

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            group = open_group(**form.cleaned_data)
        except GroupCannotOpen as cannot:
            for reason in cannot.reasons:
                form.add_error(None, reason)
            return self.form_invalid(form)
        messages.success(self.request, _("The group is open. Now enrol its people."))
        return redirect(reverse("cohorts:group", args=[group.pk]))


class ChangeGroup(AddGroup):
    form_class = GroupForm
    page_title = gettext_lazy("Change the group")
    submit_label = gettext_lazy("Save")
    consequence = gettext_lazy(
        "Its programme and its short name stay, because the people in it are pinned to them."
    )
    group: Group

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        own = Group.objects.filter(institution__in=administered(request.user))
        if administered(request.user):
            self.group = get_object_or_404(own, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": [self.group.institution_id]}

    def get_initial(self) -> dict[str, Any]:
        group = self.group
        return {
            "name": group.name,
            "starts_on": group.starts_on,
            "ends_on": group.ends_on,
            "trainers": group.trainers.all(),
        }

    def form_valid(self, form: Any) -> HttpResponse:
        change_group(group=self.group, **form.cleaned_data)
        messages.success(self.request, _("The group is saved."))
        return redirect(reverse("cohorts:group", args=[self.group.pk]))
