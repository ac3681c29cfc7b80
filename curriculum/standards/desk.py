"""What every screen of the administrator's side shares: whose data it shows, its lists, pages and forms.

A screen asks its `scope` for the institutions whose data this visitor may see. Without one she has no business
here; what belongs to another institution does not exist for her (404). Being a superuser is not enough.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.views.generic import FormView, TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from .accounts import Visitor
from .spreadsheets import CSV_TYPE, XLSX_TYPE, csv_chunks
from .workbook import workbook

Scope = Callable[[Visitor], frozenset[int]]
"""The ids of the institutions that a visitor may work for on a screen."""
EXPORTED_AT_ONCE = 500


class Scoped:
    """Opens only to those who have a scope; `self.institution_ids` is theirs."""

    scope: ClassVar[Callable[..., frozenset[int]]]
    institution_ids: frozenset[int]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.institution_ids = type(self).scope(request.user)
        if not self.institution_ids:
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response


class DeskList(Scoped, IndexView):
    """A list with search, filters and a file to take away.

    `list_export` names attributes of a row; they head the columns as they are, whatever the screen's language.
    `beside` are screens that belong to the list: the name of an address and what to call it.
    """

    permission_policy = None
    any_permission_required = None
    search_backend_name = None
    paginate_by = 25
    detail_url_name = ""
    introduction: str | Promise = ""
    beside: Sequence[tuple[str, str | Promise]] = ()
    template_name = "curriculum/desk/list.html"

    def get_base_queryset(self) -> QuerySet[Any]:
        raise NotImplementedError

    def get_edit_url(self, instance: Model) -> str | None:
        return reverse(self.detail_url_name, args=[instance.pk]) if self.detail_url_name else None

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        beside = [(reverse(name), label) for name, label in self.beside]
        own = {"can_add": False, "introduction": self.introduction, "beside": beside}
        return super().get_context_data(*args, **kwargs) | own

    def get_list_buttons(self, instance: Model) -> list[Any]:
        return []

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {field: _exported(getattr(item, field)) for field in self.list_export}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A file flows past row by row; only a page is counted and held."""
        if self.is_export:
            return self.file(request.GET["export"])
        page: HttpResponseBase = super().get(request, *args, **kwargs)
        return page

    def file(self, file_format: str) -> StreamingHttpResponse:
        """The rows of this search and these filters, as they are read."""
        cells = self._cells()
        if file_format == self.FORMAT_CSV:
            chunks, content_type = csv_chunks(self.list_export, cells), CSV_TYPE
        else:
            chunks, content_type = workbook(self.export_filename, self.list_export, cells), XLSX_TYPE
        name = f"{self.export_filename}-{timezone.localdate().isoformat()}.{file_format}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(chunks, content_type=content_type, headers=headers)

    def _cells(self) -> Iterator[list[str]]:
        for item in self.get_queryset().iterator(chunk_size=EXPORTED_AT_ONCE):
            row = self.to_row_dict(item)
            yield [str(row[field]) for field in self.list_export]


def _exported(value: Any) -> str:
    """Dates in ISO form, nothing as nothing, everything else as it says itself."""
    value = value() if callable(value) else value
    if value is None:
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


class DeskScreen(Scoped, WagtailAdminTemplateMixin):
    """A page of the administrator's side; `trail` are the pages above it, as (address, label)."""

    def trail(self) -> list[tuple[str, str]]:
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": url, "label": label} for url, label in self.trail()]
        return [*self.breadcrumbs_items, *above, {"url": "", "label": self.get_page_title()}]


class DeskPage(DeskScreen, TemplateView):
    """A page to read."""


class DeskForm(DeskScreen, FormView):
    """A page with a form; `consequence` says in words what pressing the button does."""

    template_name = "curriculum/desk/form.html"
    submit_label: str | Promise = ""
    consequence: str | Promise = ""

    def get_consequence(self) -> str:
        return str(self.consequence)


class DeskMenuItem(MenuItem):
    """Shown to those whom its screen would let in."""

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope = scope

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(self.scope(request.user))


class DeskViewSet(ViewSet):
    """Screens under one address, with a place in the menu. A view has the viewset's scope unless given its own."""

    scope: Scope

    def view(
        self, view_class: type[Scoped], scope: Scope | None = None, **kwargs: Any
    ) -> Callable[..., HttpResponseBase]:
        opened = type(view_class.__name__, (view_class,), {"scope": staticmethod(scope or self.scope)})
        return self.construct_view(opened, header_icon=self.icon, **kwargs)

    def get_menu_item(self, order: int | None = None) -> MenuItem:
        return DeskMenuItem(
            self.menu_label,
            self.menu_url,
            name=self.name,
            icon_name=self.icon,
            order=self.get_menu_item_order(order),
            scope=self.scope,
        )
