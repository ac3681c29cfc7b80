"""Assessments of every method in one list, so that a lesson can choose any of them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import ModelAdminURLFinder, register_admin_url_finder
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from .admin import LookOnlyPolicy, OwnChooserViewSet, OwnSnippetViewSet, works_in
from .methods import change_address
from .models import Assessment
from .quick_forms import QuickForm, quick_form


class AssessmentChooserViewSet(OwnChooserViewSet):
    """Also makes a new one, by the short form that a method has registered."""

    creation_tab_label = _("New quiz")
    create_action_label = _("Create and choose")

    @property
    def _creation_form_class(self) -> type[QuickForm] | None:
        return quick_form()


class AssessmentUrlFinder(ModelAdminURLFinder):
    """An assessment is changed where its method says."""

    def construct_edit_url(self, instance: Assessment) -> str | None:
        return change_address(instance) or None

    def get_edit_url(self, instance: Assessment) -> str | None:
        if self.user is not None and instance.institution_id not in works_in(self.user):
            return None
        return self.construct_edit_url(instance)


class AssessmentViewSet(OwnSnippetViewSet):
    """To look and to choose: each method brings its own screens for making and changing."""

    model = Assessment
    chooser_viewset_class = AssessmentChooserViewSet
    icon = "form"
    list_display = ["title", "key", "method", "module", "is_active"]
    list_filter = ["method", "is_active"]
    search_fields = ["key", "title_es", "title_pt", "title_en", "title_fr"]
    ordering = ["key"]


register_permission_policy(Assessment, LookOnlyPolicy(Assessment), exact_class=True)
register_snippet(AssessmentViewSet)
register_admin_url_finder(Assessment, AssessmentUrlFinder)
