"""Practice at a glance: a page to read, for trainers and administrators."""

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy

from assessments.placements.overview import coverage_of, hours_ahead, running_groups, unanswered
from curriculum.api import DeskPage, administered

if TYPE_CHECKING:
    from curriculum.models import Group

SHOWN = 25  # the oldest; all of them are in the ledger of hours


class PracticeOverview(DeskPage):
    """What waits, whose hours are at risk in one group, and how full the places are."""

    template_name = "placements/desk/overview.html"
    page_title = gettext_lazy("Practice at a glance")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, today = self.request.user, timezone.localdate()
        groups = list(running_groups(user, today))
        group = self._chosen(groups)
        late = unanswered(user, timezone.now())
        return super().get_context_data(
            late=late[:SHOWN],
            late_count=late.count(),
            may_open_ledger=bool(administered(user)),
            groups=groups,
            group=group,
            ahead=hours_ahead(group, today) if group else [],
            places=coverage_of(self.institution_ids, today),
            **kwargs,
        )

    def _chosen(self, groups: "list[Group]") -> "Group | None":
        """The group asked for, else the one that ends first; one that is not hers does not exist here."""
        wanted = self.request.GET.get("group")
        if not wanted:
            return groups[0] if groups else None
        for group in groups:
            if str(group.pk) == wanted:
                return group
        raise Http404
