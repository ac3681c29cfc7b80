"""The administrator's desk in Wagtail's admin: one submenu, filled by the rooms of this package."""

from django.http import HttpRequest
from django.urls import URLPattern, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup

from curriculum.admission.admin import ComingIn
from curriculum.audit.admin import AuditorsViewSet
from curriculum.credentials import admin as credentials
from curriculum.jobs.admin import JobsViewSet
from curriculum.people import admin as people
from curriculum.people.scope import administered
from curriculum.reviewing.admin_urls import urlpatterns as reviewing_urls
from curriculum.reviewing.permissions import reviewing_institutions
from curriculum.standards import admin as standards
from curriculum.transcripts.admin import ExportsViewSet


class PeopleAndCourses(ViewSetGroup):
    menu_label = _("People and courses")
    menu_name = "people-and-courses"
    menu_icon = "group"
    menu_order = 150
    items = [
        people.PeopleViewSet(),
        people.GroupsViewSet(),
        people.ParticipationsViewSet(),
        people.EnrolmentsViewSet(),
        credentials.AwardsViewSet(),
        ExportsViewSet(),
        standards.ProgrammesViewSet(scope=administered),
        credentials.RulesViewSet(),
        standards.AchievementsViewSet(scope=administered),
        standards.StandardsViewSet(scope=administered),
        standards.InstitutionsViewSet(scope=administered),
        AuditorsViewSet(),
        JobsViewSet(),
    ]


people.register_panels()
credentials.register_panels()


@hooks.register("register_admin_viewset")
def people_and_courses() -> ViewSetGroup:
    return PeopleAndCourses()


@hooks.register("register_admin_viewset")
def coming_in() -> ViewSetGroup:
    return ComingIn()


class ReviewsItem(MenuItem):
    """Shown to those who review for an institution."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(reviewing_institutions(request.user))


@hooks.register("register_admin_urls")
def review_urls() -> list[URLPattern]:
    return reviewing_urls


@hooks.register("register_admin_menu_item")
def reviews_item() -> MenuItem:
    return ReviewsItem(_("Reviews"), reverse_lazy("reviews"), name="reviews", icon_name="tasks", order=230)
