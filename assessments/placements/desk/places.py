"""Places and who signs there."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from assessments.placements.models import Host, HostSupervisor
from assessments.placements.services import place_supervisor
from curriculum.api import DeskForm, DeskList, PersonalList

from .forms import EndForm, HostForm, SupervisorForm


class HostList(DeskList):
    model = Host
    page_title = gettext_lazy("Places of practice")
    introduction = gettext_lazy(
        "Where learners practise. A private home has no address here, and the person cared for is a code."
    )
    search_fields = ["name", "key", "department"]
    list_filter = ["kind", "is_active"]
    default_ordering = "name"
    detail_url_name = "hosts:edit"
    columns = [
        TitleColumn("name", label=gettext_lazy("Name"), url_name="hosts:edit", sort_key="name"),
        Column("kind", label=gettext_lazy("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("department", label=gettext_lazy("Department"), sort_key="department"),
        BooleanColumn("is_active", label=gettext_lazy("Receives learners")),
    ]
    list_export = ["key", "name", "kind", "department", "time_zone", "is_active"]
    export_filename = "hosts"

    def get_base_queryset(self) -> QuerySet[Host]:
        return Host.objects.filter(institution__in=self.institution_ids)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Add a place"), url=reverse("hosts:add"), icon_name="plus")]


class AddHost(DeskForm):
    form_class = HostForm
    page_title: Any = gettext_lazy("Add a place")
    submit_label = gettext_lazy("Save this place")
    host: Host | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids, "instance": self.host}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("hosts:index"), _("Places of practice"))]

    def form_valid(self, form: HostForm) -> HttpResponse:
        host = form.save()
        messages.success(self.request, _("“%(place)s” is saved.") % {"place": host.name})
        return redirect("hosts:index")


class ChangeHost(AddHost):
    page_title = gettext_lazy("Change a place")
    consequence = gettext_lazy("Shifts that are logged already keep the kind of place they were logged with.")

    def get_form_kwargs(self) -> dict[str, Any]:
        own = Host.objects.filter(institution__in=self.institution_ids)
        self.host = get_object_or_404(own, pk=self.kwargs["pk"])
        return super().get_form_kwargs()


class SupervisorList(PersonalList):
    model = HostSupervisor
    page_title = gettext_lazy("Supervisors of places")
    introduction = gettext_lazy("Who approves the hours at which place. Nobody approves her own.")
    search_fields = ["person__name", "host__name"]
    default_ordering = "host__name"
    detail_url_name = "host_supervisors:end"
    columns = [
        TitleColumn(
            "person", label=gettext_lazy("Name"), url_name="host_supervisors:end", sort_key="person__name"
        ),
        Column("host", label=gettext_lazy("Place"), sort_key="host__name"),
        DateColumn("since", label=gettext_lazy("Since"), sort_key="since"),
        DateColumn("until", label=gettext_lazy("Until"), sort_key="until"),
    ]
    list_export = ["person", "host", "since", "until"]
    export_filename = "supervisors"

    def get_base_queryset(self) -> QuerySet[HostSupervisor]:
        return HostSupervisor.objects.filter(host__institution__in=self.institution_ids).select_related(
            "person", "host"
        )

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Name a supervisor"), url=reverse("host_supervisors:add"), icon_name="plus")]


class NameSupervisor(DeskForm):
    form_class = SupervisorForm
    page_title = gettext_lazy("Name a supervisor")
    submit_label = gettext_lazy("Name her")
    consequence = gettext_lazy(
        "From that day on she approves or returns the shifts of learners at this place."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("host_supervisors:index"), _("Supervisors of places"))]

    def form_valid(self, form: SupervisorForm) -> HttpResponse:
        place_supervisor(**form.cleaned_data)
        messages.success(self.request, _("She can now decide on the shifts at this place."))
        return redirect("host_supervisors:index")


class EndSupervision(DeskForm):
    form_class = EndForm
    page_title = gettext_lazy("End a supervision")
    submit_label = gettext_lazy("Save the last day")
    consequence = gettext_lazy("After that day she decides on no more shifts there. What she approved stays.")

    def get_form_kwargs(self) -> dict[str, Any]:
        own = HostSupervisor.objects.filter(host__institution__in=self.institution_ids)
        return super().get_form_kwargs() | {"instance": get_object_or_404(own, pk=self.kwargs["pk"])}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("host_supervisors:index"), _("Supervisors of places"))]

    def form_valid(self, form: EndForm) -> HttpResponse:
        form.save()
        messages.success(self.request, _("The last day is saved."))
        return redirect("host_supervisors:index")
