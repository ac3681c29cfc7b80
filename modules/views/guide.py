"""How we write lessons: a page to read beside the editor."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class WritingGuideView(WagtailAdminTemplateMixin, TemplateView):
    """Plain words, and words that leave nobody out (R-GEN-2)."""

    page_title = _("How we write lessons")
    header_icon = "openquote"
    template_name = "modules/admin/writing_guide.html"
