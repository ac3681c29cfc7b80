"""Assessments of every method in one list, so that a lesson can choose any of them."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from .admin import LookOnlyPolicy, OwnSnippetViewSet
from .models import Assessment


class AssessmentViewSet(OwnSnippetViewSet):
    """To look and to choose: each method brings its own screens for making and changing."""

    model = Assessment
    icon = "form"
    list_display = ["title", "key", "method", "module", "is_active"]
    list_filter = ["method", "is_active"]
    search_fields = ["key", "title_es", "title_pt", "title_en", "title_fr"]
    ordering = ["key"]


register_permission_policy(Assessment, LookOnlyPolicy(Assessment), exact_class=True)
register_snippet(AssessmentViewSet)
