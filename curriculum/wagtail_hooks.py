"""The administrator's desk in Wagtail's admin: one submenu, filled by the rooms of this package."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from curriculum.admission.admin import ComingIn
from curriculum.credentials import admin as credentials
from curriculum.jobs.admin import JobsViewSet
from curriculum.people import admin as people
from curriculum.people.scope import administered
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
