"""Assessments of every method in one list, so that a lesson can choose any of them."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Assessment


class AssessmentViewSet(SnippetViewSet):
    model = Assessment
    icon = "form"
    list_display = ["title", "key", "method", "module", "is_active"]
    list_filter = ["method", "is_active"]
    search_fields = ["key", "title_es", "title_pt", "title_en", "title_fr"]


register_snippet(AssessmentViewSet)
