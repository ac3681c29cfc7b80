"""Rule sets to read: in sentences, and as the document whose digest every award names."""

import json
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from curriculum.rules import RuleError, Stage, evaluate, parse_rule_set
from curriculum.rules.explain import STAGE_TITLES
from curriculum.standards.desk import DeskList
from curriculum.standards.enums import Status
from curriculum.standards.models import RuleSet
from curriculum.standards.screens import OneRecord

from .words import sentences


def stage_title(rule_set: RuleSet) -> str:
    return _(STAGE_TITLES[Stage(rule_set.stage)])


class RuleSetFilters(WagtailFilterSet):
    stage = django_filters.ChoiceFilter(
        label=gettext_lazy("Stage"),
        choices=lambda: [(stage.value, _(STAGE_TITLES[stage])) for stage in Stage],
    )
    status = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=Status)

    class Meta:
        model = RuleSet
        fields: list[str] = []


class RuleSetList(DeskList):
    model = RuleSet
    page_title = gettext_lazy("Rules")
    introduction = gettext_lazy(
        "By which rules people are admitted and earn awards. A published rule never changes; try a new one with "
        "“manage.py simulate” before it is published."
    )
    search_fields = ["key", "digest"]
    filterset_class = RuleSetFilters
    default_ordering = "key"
    detail_url_name = "rules:one"
    columns = [
        TitleColumn("key", label=gettext_lazy("Rule"), url_name="rules:one", sort_key="key"),
        Column("version", label=gettext_lazy("Version"), sort_key="version"),
        Column("stage", label=gettext_lazy("Stage"), accessor=stage_title),
        Column("achievement", label=gettext_lazy("Earns"), accessor=lambda rule: rule.achievement or "—"),
        Column("status", label=gettext_lazy("State"), accessor="get_status_display"),
    ]
    list_export = ["key", "version", "stage", "status", "digest", "published_at"]
    export_filename = "rules"

    def get_base_queryset(self) -> QuerySet[RuleSet]:
        own = RuleSet.objects.filter(institution__in=self.institution_ids)
        return own.select_related("achievement").defer("document")


class OneRuleSet(OneRecord):
    """What a rule asks of somebody who has shown nothing yet is the rule in words."""

    model = RuleSet
    template_name = "curriculum/credentials/rule_set.html"
    list_url_name = "rules:index"
    list_title = gettext_lazy("Rules")

    def rows(self) -> QuerySet[RuleSet]:
        return RuleSet.objects.select_related("achievement")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            stage=stage_title(self.record),
            asked=self._asked(),
            document=json.dumps(self.record.document, ensure_ascii=False, indent=2),
            **kwargs,
        )

    def _asked(self) -> list[str]:
        version = self.record.programme_versions.order_by("-pk").first()
        try:
            finding = evaluate(parse_rule_set(self.record.document), (), timezone.localdate())
        except RuleError:
            return [
                _("This rule cannot be read. Load its programme pack again and check it with check_pack.")
            ]
        return [said.text for said in sentences(finding, programme_version_id=version.pk if version else 0)]
