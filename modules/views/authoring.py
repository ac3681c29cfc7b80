"""Where a trainer begins to write: her courses with their modules, one press away from a new lesson."""

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from modules.models import ModulePage
from modules.translating_state import programme_pages_for


class AuthoringView(WagtailAdminTemplateMixin, TemplateView):
    """The programmes below which this account may write, in the site's main language."""

    page_title = _("Write lessons")
    header_icon = "edit"
    template_name = "modules/admin/authoring.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        programmes = programme_pages_for(self.request.user)
        modules: dict[str, list[ModulePage]] = defaultdict(list)
        for page in ModulePage.objects.filter(alias_of=None).order_by("path"):
            modules[page.path[: -page.steplen]].append(page)
        courses = [(page, modules[page.path]) for page in programmes]
        return super().get_context_data(courses=courses, **kwargs)
