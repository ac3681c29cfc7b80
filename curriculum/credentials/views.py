"""Awards on the administrator's desk: look them up, read why, and take one back with a reason."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from curriculum.people.models import Group
from curriculum.people.scope import administered
from curriculum.people.views.personal_list import PersonalList
from curriculum.records.models import Evidence
from curriculum.standards.desk import DeskForm, DeskPage, DeskScreen
from curriculum.standards.models import Achievement

from .forms import RevokeForm
from .models import Award
from .permissions import awards_administered_by, can_revoke
from .services import revoke_award
from .showing import entry_rows, reasons_for
from .words import names_of


def achievements_here(request: HttpRequest | None) -> QuerySet[Achievement]:
    return Achievement.objects.filter(institution__in=administered(request.user) if request else ())


def groups_here(request: HttpRequest | None) -> QuerySet[Group]:
    return Group.objects.filter(institution__in=administered(request.user) if request else ())


class AwardFilters(WagtailFilterSet):
    achievement = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Micro-credential or qualification"), queryset=achievements_here
    )
    group = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Group"), queryset=groups_here, field_name="participation__group"
    )
    awarded_on = django_filters.DateFromToRangeFilter(label=gettext_lazy("Awarded between"))
    revoked = django_filters.BooleanFilter(
        label=gettext_lazy("Taken back"), field_name="revocation", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Award
        fields: list[str] = []


def state_of(award: Award) -> str:
    return _("Taken back") if hasattr(award, "revocation") else _("Granted")


class AwardList(PersonalList):
    model = Award
    page_title = gettext_lazy("Awards")
    introduction = gettext_lazy(
        "Every micro-credential and qualification that was earned. The system grants them; nobody edits them."
    )
    search_fields = ["person__name", "code", "achievement__key", "person__identity_documents__number"]
    filterset_class = AwardFilters
    default_ordering = "-awarded_on"
    detail_url_name = "awards:award"
    columns = [
        TitleColumn("person", label=gettext_lazy("Name"), url_name="awards:award", sort_key="person__name"),
        Column("title", label=gettext_lazy("Title")),
        DateColumn("awarded_on", label=gettext_lazy("Awarded on"), sort_key="awarded_on"),
        DateColumn("expires_on", label=gettext_lazy("Valid until"), sort_key="expires_on"),
        Column("code", label=gettext_lazy("Code")),
        Column("state", label=gettext_lazy("State"), accessor=state_of),
    ]
    list_export = [
        "code",
        "name",
        "achievement",
        "kind",
        "awarded_on",
        "expires_on",
        "revoked_at",
        "rule_digest",
    ]
    export_filename = "awards"

    def get_base_queryset(self) -> QuerySet[Award]:
        own = awards_administered_by(self.request.user)
        return own.select_related("person", "achievement", "revocation").defer("finding")

    def search_queryset(self, queryset: QuerySet[Award]) -> QuerySet[Award]:
        found = super().search_queryset(queryset)
        return found.distinct() if self.is_searching else found

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        revocation = getattr(item, "revocation", None)
        return {
            "code": item.code,
            "name": item.person.name,
            "achievement": item.achievement.key,
            "kind": item.achievement.kind,
            "awarded_on": item.awarded_on.isoformat(),
            "expires_on": item.expires_on.isoformat() if item.expires_on else "not_applicable",
            "revoked_at": revocation.revoked_at.isoformat() if revocation else "not_applicable",
            "rule_digest": item.rule_digest,
        }


class OfOneAward(DeskScreen):
    """A screen about one award of an institution that the reader administers; others answer 404."""

    award: Award

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if type(self).scope(request.user):
            own = awards_administered_by(request.user).select_related(
                "person", "achievement", "rule_set", "institution", "revocation__revoked_by", "participation"
            )
            self.award = get_object_or_404(own, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("awards:index"), _("Awards"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(award=self.award, **kwargs)


class OneAward(OfOneAward, DeskPage):
    """What was granted, why, and on what evidence."""

    template_name = "curriculum/credentials/award.html"

    def get_page_title(self) -> str:
        return f"{self.award.title}: {self.award.person.name}"

    def get_header_buttons(self) -> list[HeaderButton]:
        whole = reverse("audit:dossier", args=[self.award.uuid])
        buttons = [HeaderButton(_("Dossier"), url=whole, icon_name="doc-full")]
        if not hasattr(self.award, "revocation") and can_revoke(self.request.user, self.award):
            revoke = reverse("awards:revoke", args=[self.award.pk])
            buttons.append(HeaderButton(_("Take it back"), url=revoke, icon_name="warning"))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        cited = list(
            Evidence.objects.filter(citations__award=self.award)
            .select_related("recorded_by", "note")
            .prefetch_related("withdrawn_by")
            .order_by("occurred_at", "pk")
        )
        participation = self.award.participation
        names = names_of(participation.programme_version_id) if participation else {}
        return super().get_context_data(
            reasons=reasons_for(self.award, cited, names), rows=entry_rows(cited, names), **kwargs
        )


class RevokeAward(OfOneAward, DeskForm):
    """Says what taking back means before it is done. One's own award is another person's to decide."""

    form_class = RevokeForm
    page_title = gettext_lazy("Take an award back")
    submit_label = gettext_lazy("Take this award back")

    def get_consequence(self) -> str:
        return _(
            "%(person)s will no longer hold “%(title)s”. Whoever looks up the code %(code)s will read that it was "
            "taken back. What she has done stays on record. This cannot be undone, and your name is kept with it."
        ) % {"person": self.award.person, "title": self.award.title, "code": self.award.code}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._refused() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._refused() or super().post(request, *args, **kwargs)

    def _refused(self) -> HttpResponse | None:
        if hasattr(self.award, "revocation"):
            raise Http404
        if can_revoke(self.request.user, self.award):
            return None
        messages.error(
            self.request, _("This award is your own. Ask another administrator to decide about it.")
        )
        return redirect("awards:award", self.award.pk)

    def form_valid(self, form: RevokeForm) -> HttpResponse:
        revoke_award(
            award=self.award,
            reason=form.cleaned_data["reason"],
            revoked_by=self.request.user,  # type: ignore[arg-type]
        )
        messages.success(self.request, _("The award is taken back."))
        return redirect("awards:award", self.award.pk)
