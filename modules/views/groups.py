"""My groups, in the CMS: the trainers' and administrators' view of who learns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from curriculum.api import CSV_TYPE, XLSX_TYPE, csv_chunks, groups_seen_by, workbook
from modules.groups import GroupGrid, grid_of
from modules.groups.filtering import GridFilter
from modules.groups.overview import overview_of
from modules.groups.standing import LearnerRow
from modules.groups.table import cells, headings

if TYPE_CHECKING:
    from curriculum.models import Group

FILES = {"csv": CSV_TYPE, "xlsx": XLSX_TYPE}


class MyGroupsView(WagtailAdminTemplateMixin, TemplateView):
    """The groups that this user teaches or administers."""

    page_title = _("My groups")
    header_icon = "group"
    template_name = "modules/admin/groups.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(groups=list(groups_seen_by(self.request.user)), **kwargs)


class GroupView(WagtailAdminTemplateMixin, TemplateView):
    """One group: learners by lessons, silent ones first; with `?export=csv` or `xlsx` as a file."""

    header_icon = "group"
    template_name = "modules/admin/group.html"

    @cached_property
    def group(self) -> "Group":
        group = groups_seen_by(self.request.user).filter(pk=self.kwargs["group_id"]).first()
        if group is None:
            raise Http404
        return group

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.grid = grid_of(self.group)
        self.filter = GridFilter(request.GET, grid=self.grid)
        self.shown = self.filter.shown()
        kind = request.GET.get("export", "")
        return self._file(kind) if kind in FILES else super().get(request, *args, **kwargs)

    def _file(self, kind: str) -> StreamingHttpResponse:
        head, rows = headings(self.shown), cells(self.shown)
        chunks = csv_chunks(head, rows) if kind == "csv" else workbook("group", head, rows)
        name = f"{self.group.key}-{timezone.localdate().isoformat()}.{kind}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(chunks, content_type=FILES[kind], headers=headers)

    def get_page_title(self) -> str:
        return self.group.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("modules_admin:groups"), "label": MyGroupsView.page_title},
            {"url": "", "label": self.group.name},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            group=self.group,
            grid=self.grid,
            shown=self.shown,
            lines=list(_lines(self.shown)),
            overview=overview_of(self.grid),
            filter=self.filter,
            address=self.request.GET.urlencode(),
            **kwargs,
        )


def _lines(grid: GroupGrid) -> Iterator[tuple[LearnerRow, SafeString]]:
    """Each learner with her cells as finished HTML: five hundred learners have many cells."""
    for row in grid.rows:
        marks = (_mark(row, key) for module in grid.modules for key in _keys(module))
        yield row, mark_safe("".join(marks))  # noqa: S308 — signs and numbers only


def _keys(module: Any) -> list[Any]:
    return [lesson.key for lesson in module.lessons] or [None]


def _mark(row: LearnerRow, key: Any) -> str:
    if key is None:
        return "<td></td>"
    if key in row.completed:
        return '<td class="done">✓</td>'
    tries = row.tries.get(key)
    if tries is None:
        return "<td>·</td>"
    return f'<td class="{"stuck" if tries.is_stuck else "tried"}">{tries.count}×</td>'
