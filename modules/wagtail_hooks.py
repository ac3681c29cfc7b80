"""What teaching adds to the CMS."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from curriculum.api import groups_seen_by, taught_or_administered

from .author_urls import urlpatterns as author_urls
from .models import LessonPage, ModulePage, ProgrammePage
from .recordings.services import KEPT, TAKEN
from .reviewing import address_of_review, needs_review, what_is_missing
from .views.translations_report import OwnTranslationsReportView


class MyGroupsItem(MenuItem):
    """Shown to those who have a group to look after."""

    def is_shown(self, request: HttpRequest) -> bool:
        return groups_seen_by(request.user).exists()


class WriteLessonsItem(MenuItem):
    """Shown to those who write for an institution."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(taught_or_administered(request.user))


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    return [
        path("my-groups/", include("modules.admin_urls")),
        path("lesson-recordings/", include("modules.recordings.urls")),
        *author_urls,
    ]


@hooks.register("register_admin_urls")
def translations_report() -> list[URLPattern | URLResolver]:
    """At the addresses of wagtail-localize, which is installed after this app and so asked after it."""
    report = OwnTranslationsReportView
    return [
        path("localize/reports/translations/", report.as_view()),
        path("localize/reports/translations/results/", report.as_view(results_only=True)),
    ]


@hooks.register("register_admin_menu_item")
def my_groups_item() -> MenuItem:
    return MyGroupsItem(
        _("My groups"), reverse("modules_admin:groups"), name="my-groups", icon_name="group", order=150
    )


@hooks.register("register_admin_menu_item")
def write_lessons_item() -> MenuItem:
    address = reverse("write_lessons")
    return WriteLessonsItem(_("Write lessons"), address, name="write-lessons", icon_name="edit", order=140)


@hooks.register("before_publish_page")
def nothing_unreviewed_is_published(request: HttpRequest, page: Page) -> HttpResponseRedirect | None:
    """Say what is missing and who may do it, and lead to the review."""
    lesson = page.specific_deferred
    if isinstance(lesson, LessonPage) and needs_review(lesson):
        messages.warning(
            request,
            what_is_missing(lesson),
            buttons=[messages.button(address_of_review(lesson), _("Review it"))],
        )
        return redirect("wagtailadmin_pages:edit", lesson.pk)
    return None


@hooks.register("before_edit_page")
def nothing_unreviewed_is_approved(request: HttpRequest, page: Page) -> HttpResponseRedirect | None:
    """The same for somebody who approves it in a workflow, which would publish it."""
    approves = request.method == "POST" and request.POST.get("workflow-action-name") == "approve"
    return nothing_unreviewed_is_published(request, page) if approves else None


@hooks.register("register_page_header_buttons")
def buttons_of_a_programme(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """On a programme: its hours and what is untranslated. On a module: the copy that makes a new version."""
    kind = page.specific_class
    if kind is ProgrammePage:
        address = reverse("programme_glance", args=[page.pk])
        yield Button(_("Hours and translations"), address, icon_name="list-ul", priority=45)
    if kind is ModulePage:
        yield Button(
            _("Copy to make a new version"), reverse("copy_module", args=[page.pk]), icon_name="copy"
        )


@hooks.register("register_log_actions")
def recording_actions(actions: LogActionRegistry) -> None:
    """What the history of a lesson says of its recorded voice."""
    actions.register_action(KEPT, _("Keep a recording"), _("Recorded voice kept"))
    actions.register_action(TAKEN, _("Take a recording away"), _("Recorded voice taken away"))
