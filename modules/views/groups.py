"""My groups, in the CMS: the trainers' and administrators' view of who learns."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from curriculum.api import groups_seen_by
from modules.groups import grid_of


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
    """One group: learners by modules, silent ones first."""

    header_icon = "group"
    template_name = "modules/admin/group.html"

    def get_page_title(self) -> str:
        return self.group.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("modules_admin:groups"), "label": MyGroupsView.page_title},
            {"url": "", "label": self.group.name},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        group = groups_seen_by(self.request.user).filter(pk=self.kwargs["group_id"]).first()
        if group is None:
            raise Http404
        self.group = group
        return super().get_context_data(group=group, grid=grid_of(group), **kwargs)
