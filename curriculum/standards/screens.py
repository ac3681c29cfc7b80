"""Institutions, standards, programmes and awards to read: what they say, where it comes from, and since when."""

from typing import Any

import django_filters
from django.db.models import Count, Model, Prefetch, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from .desk import DeskList, DeskPage
from .enums import AchievementKind, Status
from .models import Achievement, Institution, ProgrammeVersion, StandardVersion
from .showing import figure_row


class OneRecord(DeskPage):
    """One row of an institution, to read; `within` is its path to the institution. Others answer 404."""

    model: type[Model]
    within = "institution"
    record: Any
    list_url_name = ""
    list_title: Any = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        own = self.rows().filter(**{f"{self.within}__in": type(self).scope(request.user)})
        if type(self).scope(request.user):
            self.record = get_object_or_404(own, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def rows(self) -> QuerySet[Any]:
        return self.model._default_manager.all()

    def get_page_title(self) -> str:
        return str(self.record)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse(self.list_url_name), str(self.list_title))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(record=self.record, **kwargs)


class VersionFilters(WagtailFilterSet):
    """By where a version stands in its life."""

    status = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=Status)


class ProgrammeFilters(VersionFilters):
    class Meta:
        model = ProgrammeVersion
        fields: list[str] = []


class StandardFilters(VersionFilters):
    class Meta:
        model = StandardVersion
        fields: list[str] = []


class ProgrammeList(DeskList):
    model = ProgrammeVersion
    page_title = gettext_lazy("Programmes")
    introduction = gettext_lazy(
        "Each version of each programme. A published version never changes, because people are pinned to it; "
        "what should become different becomes a new version, loaded from a programme pack."
    )
    search_fields = [f"programme__{field}" for field in ("key", "name_es", "name_pt", "name_en", "name_fr")]
    filterset_class = ProgrammeFilters
    default_ordering = "programme__key"
    detail_url_name = "programmes:one"
    columns = [
        TitleColumn("programme", label=gettext_lazy("Programme"), url_name="programmes:one"),
        Column("version", label=gettext_lazy("Version"), sort_key="version"),
        Column("status", label=gettext_lazy("State"), accessor="get_status_display", sort_key="status"),
        Column("modules_here", label=gettext_lazy("Modules")),
        Column("institution", label=gettext_lazy("Institution"), accessor="programme.institution"),
    ]
    list_export = ["programme_key", "version", "status", "published_at", "service_type", "legal_basis"]
    export_filename = "programmes"

    def get_base_queryset(self) -> QuerySet[ProgrammeVersion]:
        own = ProgrammeVersion.objects.filter(programme__institution__in=self.institution_ids)
        return own.select_related("programme__institution").annotate(
            modules_here=Count("programme_modules", distinct=True)
        )

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        item.programme_key = item.programme.key
        return super().to_row_dict(item)


class OneProgramme(OneRecord):
    """Figures with their sources, hours of each module by part, and the rules it works by."""

    model = ProgrammeVersion
    within = "programme__institution"
    template_name = "curriculum/standards/programme.html"
    list_url_name = "programmes:index"
    list_title = gettext_lazy("Programmes")

    def rows(self) -> QuerySet[ProgrammeVersion]:
        return ProgrammeVersion.objects.select_related("programme__institution", "standard_version__standard")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            figures=[figure_row(figure) for figure in self.record.figures.order_by("pk")],
            modules=self.record.programme_modules.select_related("module"),
            rules=self.record.programme_rules.select_related("rule_set__achievement"),
            **kwargs,
        )


class StandardList(DeskList):
    model = StandardVersion
    page_title = gettext_lazy("Standards")
    introduction = gettext_lazy("What a person must be able to do: units of competency, version by version.")
    search_fields = [f"standard__{field}" for field in ("key", "name_es", "name_pt", "name_en", "name_fr")]
    filterset_class = StandardFilters
    default_ordering = "standard__key"
    detail_url_name = "standards:one"
    columns = [
        TitleColumn("standard", label=gettext_lazy("Standard"), url_name="standards:one"),
        Column("version", label=gettext_lazy("Version"), sort_key="version"),
        Column("status", label=gettext_lazy("State"), accessor="get_status_display", sort_key="status"),
        Column("units_here", label=gettext_lazy("Units of competency")),
    ]
    list_export = ["standard_key", "version", "status", "published_at", "legal_basis"]
    export_filename = "standards"

    def get_base_queryset(self) -> QuerySet[StandardVersion]:
        own = StandardVersion.objects.filter(standard__institution__in=self.institution_ids)
        return own.select_related("standard").annotate(units_here=Count("units", distinct=True))

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        item.standard_key = item.standard.key
        return super().to_row_dict(item)


class OneStandard(OneRecord):
    """Its level, codes, units and activities; what is not known is said."""

    model = StandardVersion
    within = "standard__institution"
    template_name = "curriculum/standards/standard.html"
    list_url_name = "standards:index"
    list_title = gettext_lazy("Standards")

    def rows(self) -> QuerySet[StandardVersion]:
        return StandardVersion.objects.select_related("standard").prefetch_related("units", "activities")


class AchievementFilters(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label=gettext_lazy("Kind"), choices=AchievementKind)

    class Meta:
        model = Achievement
        fields: list[str] = []


class AchievementList(DeskList):
    model = Achievement
    page_title = gettext_lazy("Micro-credentials and qualifications")
    introduction = gettext_lazy("What can be earned, and by which rule.")
    search_fields = ["key", "name_es", "name_pt", "name_en", "name_fr"]
    filterset_class = AchievementFilters
    default_ordering = "key"
    detail_url_name = "achievements:one"
    columns = [
        TitleColumn("name", label=gettext_lazy("Name"), url_name="achievements:one"),
        Column("kind", label=gettext_lazy("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("validity", label=gettext_lazy("Valid for (months)"), accessor="validity_months"),
    ]
    list_export = ["key", "kind", "validity_months"]
    export_filename = "achievements"

    def get_base_queryset(self) -> QuerySet[Achievement]:
        return Achievement.objects.filter(institution__in=self.institution_ids)


class OneAchievement(OneRecord):
    model = Achievement
    template_name = "curriculum/standards/achievement.html"
    list_url_name = "achievements:index"
    list_title = gettext_lazy("Micro-credentials and qualifications")

    def rows(self) -> QuerySet[Achievement]:
        return Achievement.objects.prefetch_related("pathways", "rule_sets")


class InstitutionFilters(WagtailFilterSet):
    trains = django_filters.BooleanFilter(label=gettext_lazy("Trains"))
    certifies = django_filters.BooleanFilter(label=gettext_lazy("Certifies"))

    class Meta:
        model = Institution
        fields: list[str] = []


class InstitutionList(DeskList):
    model = Institution
    page_title = gettext_lazy("Institutions")
    introduction = gettext_lazy("The institutions for which you work as an administrator.")
    search_fields = ["key", "name_es", "name_pt", "name_en", "name_fr"]
    filterset_class = InstitutionFilters
    default_ordering = "key"
    detail_url_name = "institutions:one"
    columns = [
        TitleColumn("name", label=gettext_lazy("Name"), url_name="institutions:one"),
        Column("country", label=gettext_lazy("Country")),
        Column("time_zone", label=gettext_lazy("Time zone")),
    ]
    list_export = ["key", "name_es", "country", "time_zone", "trains", "certifies", "emergency_number"]
    export_filename = "institutions"

    def get_base_queryset(self) -> QuerySet[Institution]:
        return Institution.objects.filter(pk__in=self.institution_ids)


class OneInstitution(OneRecord):
    model = Institution
    within = "pk"
    template_name = "curriculum/standards/institution.html"
    list_url_name = "institutions:index"
    list_title = gettext_lazy("Institutions")

    def rows(self) -> QuerySet[Institution]:
        versions = ProgrammeVersion.objects.select_related("programme")
        return Institution.objects.prefetch_related(Prefetch("programmes__versions", versions))
