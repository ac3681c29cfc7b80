"""What has come in: the queue, one application with its papers, the decision and the letter."""

from typing import Any

import django_filters
from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from curriculum.admission.enums import WITH_THE_OFFICE, ApplicationState, ProofState
from curriculum.admission.errors import Refused
from curriculum.admission.forms import DecideForm
from curriculum.admission.models import Application, CatchUp, ProofOpening
from curriculum.admission.permissions import applications_for, is_about_herself, proofs_for
from curriculum.admission.services import decide
from curriculum.admission.services.deciding import places_left
from curriculum.admission.standing import standing_of
from curriculum.people.models import Group
from curriculum.people.scope import administered
from curriculum.people.views.personal_list import PersonalList
from curriculum.standards.desk import DeskForm, DeskPage


def groups_here(request: HttpRequest | None) -> QuerySet[Group]:
    return Group.objects.filter(institution__in=administered(request.user if request else AnonymousUser()))


class ApplicationFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=[choice for choice in ApplicationState.choices if choice[0] != ApplicationState.DRAFT],
    )
    group = django_filters.ModelChoiceFilter(label=gettext_lazy("Group"), queryset=groups_here)

    class Meta:
        model = Application
        fields: list[str] = []


class ApplicationList(PersonalList):
    """The queue; those that wait longest stand first."""

    model = Application
    page_title = gettext_lazy("Applications")
    introduction = gettext_lazy(
        "Who asks for a place. Open a name to look at her documents and to decide. The waiting list keeps the order "
        "in which applications came in."
    )
    search_fields = ["person__name"]
    filterset_class = ApplicationFilters
    default_ordering = ["closed_at", "sent_at"]
    detail_url_name = "applications:one"
    columns = [
        TitleColumn(
            "person", label=gettext_lazy("Name"), accessor="person.name", url_name="applications:one"
        ),
        Column("programme", label=gettext_lazy("Programme"), accessor="programme_version"),
        Column("group", label=gettext_lazy("Group")),
        Column("state", label=gettext_lazy("State"), accessor="get_state_display"),
        Column("papers", label=gettext_lazy("Documents that wait")),
        DateColumn("sent_at", label=gettext_lazy("Sent"), sort_key="sent_at"),
    ]
    list_export = ["name", "programme", "group", "state", "sent_at", "closed_at"]
    export_filename = "applications"

    def get_base_queryset(self) -> QuerySet[Application]:
        waiting = Q(person__proofs__state=ProofState.WAITING) & Q(
            person__proofs__institution__in=self.institution_ids
        )
        return applications_for(self.request.user).annotate(
            papers=Count("person__proofs", filter=waiting, distinct=True)
        )

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        item.name, item.programme = item.person.name, item.programme_version.programme.key
        return super().to_row_dict(item)


class OfOneApplication:
    """Somebody else's institution answers 404."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def application(self) -> Application:
        return get_object_or_404(applications_for(self.request.user), pk=self.kwargs["pk"])

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("applications:index"), _("Applications"))]


class OneApplication(OfOneApplication, DeskForm):
    """What she has shown, what is missing, and the decision."""

    form_class = DecideForm
    template_name = "curriculum/admission/desk/application.html"
    submit_label = gettext_lazy("Decide")

    def get_page_title(self) -> str:
        return self.application.person.name

    def get_header_buttons(self) -> list[HeaderButton]:
        if self.application.state in (ApplicationState.SENT, ApplicationState.WITHDRAWN):
            return []
        letter = reverse("applications:letter", args=[self.application.pk])
        return [HeaderButton(_("Print the letter"), url=letter, icon_name="print")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        application = self.application
        intake = getattr(application.group, "intake", None) if application.group else None
        openable = set(
            proofs_for(self.request.user).filter(person=application.person).values_list("pk", flat=True)
        )
        openings = ProofOpening.objects.filter(
            person=application.person, institution=application.institution
        ).select_related("opened_by")
        return super().get_context_data(
            application=application,
            standing=standing_of(application),
            openable=openable,
            verdicts=application.verdicts.select_related("why", "decided_by"),
            openings=openings[:20],
            catch_up=CatchUp.objects.filter(
                person=application.person, institution=application.institution
            ).first(),
            places=places_left(intake) if intake else None,
            may_decide=application.state in WITH_THE_OFFICE
            and not is_about_herself(self.request.user, application.person_id),
            **kwargs,
        )

    def form_valid(self, form: DecideForm) -> HttpResponse:
        try:
            verdict = decide(
                application=self.application,
                kind=form.cleaned_data["kind"],
                reason=form.cleaned_data["reason"],
                decided_by=self.request.user,  # type: ignore[arg-type]
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
            return self.form_invalid(form)
        messages.success(self.request, _("Decided: %(decision)s.") % {"decision": verdict.get_kind_display()})
        return redirect("applications:one", self.application.pk)


class Letter(OfOneApplication, DeskPage):
    """The decision on paper, in the language of the person it is for."""

    def get_page_title(self) -> str:
        return _("Letter")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        application = self.application
        verdict = application.verdicts.select_related("why").last()
        if verdict is None:
            return redirect("applications:one", application.pk)
        with translation.override(application.person.language):
            standing = standing_of(application)
            context = {
                "application": application,
                "verdict": verdict,
                "missing": [sentence for row in standing.rows for sentence in row.missing],
                "owed": [row.title for row in standing.rows if row.state == "owed"],
            }
            return render(request, "curriculum/admission/letter.html", context)
