"""Reading a lesson, saying "I have finished", and what comes next."""

from typing import TYPE_CHECKING, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from curriculum.api import earning_participations
from modules.languages import language_context
from modules.models import LessonPage
from modules.next_steps import step_after
from modules.outside import allow_outside
from modules.queries import ModuleProgress, lesson_page, progress_around
from modules.recordings.queries import recorded_voice
from modules.rendering import draw_parts, lesson_text, with_emergency_number
from modules.services import AssessmentStillNeeded, complete_lesson

from .entrance import not_enrolled, reader_or_404

if TYPE_CHECKING:
    from curriculum.api import Account


@login_required
@require_GET
def show_lesson(request: HttpRequest, key: UUID) -> HttpResponse:
    """The lesson in the reader's language or the closest one."""
    progress, page = progress_or_404(request, key), page_or_404(key)
    lesson = progress.lesson(key)
    reader = reader_or_404(request, lesson.module)
    if not reader.may_read:
        return not_enrolled(request, page)
    number = lesson.institution.emergency_number
    text = lesson_text(page)
    context = {
        "page": page,
        "title": with_emergency_number(page.title, number),
        "lesson": lesson,
        "is_completed": progress.has_completed(lesson),
        "module": lesson.module,
        "progress": progress,
        "position": progress.position(key),
        "emergency_number": number,
        "recording": recorded_voice(page),
        "before": progress.before(key),
        "after": progress.after(key),
        "reader": reader,
        "text": text,
        "opening": with_emergency_number(text.opening, number),
        "parts": draw_parts(text, request, number),
        "crumbs": [module_crumb(page, lesson.module.title)],
        **language_context(page),
    }
    response = render(request, "modules/lesson_page.html", context)
    allow_outside(response, text.outside)
    return response


@login_required
@require_POST
def finish_lesson(request: HttpRequest, key: UUID) -> HttpResponse:
    """ "I have finished", for a lesson that asks for nothing to be shown."""
    lesson = progress_or_404(request, key).lesson(key)
    reader = reader_or_404(request, lesson.module)
    if reader.participation_id is None:
        return redirect("modules:lesson", key)
    try:
        recorded = complete_lesson(
            lesson=lesson,
            participation=earning_participations(request.user).get(pk=reader.participation_id),
            recorded_by=cast("Account", request.user),
        )
    except AssessmentStillNeeded:
        messages.info(request, _("Answer the questions at the end of this lesson to finish it."))
        return redirect("modules:lesson", key)
    for award in recorded.awards:
        messages.success(request, _("You have earned: %(award)s.") % {"award": award.achievement.name})
    return redirect("modules:lesson_done", key)


@login_required
@require_GET
def show_done(request: HttpRequest, key: UUID) -> HttpResponse:
    """What has just been completed, and the one next thing to do."""
    progress, page = progress_or_404(request, key), page_or_404(key)
    lesson = progress.lesson(key)
    reader = reader_or_404(request, lesson.module)
    if not reader.may_read:
        return not_enrolled(request, page)
    if not progress.has_completed(lesson):
        return redirect("modules:lesson", key)
    context = {
        "page": page,
        "reader": reader,
        "module": lesson.module,
        "progress": progress,
        "step": step_after(progress, page.module_page_key),
        "crumbs": [module_crumb(page, lesson.module.title)],
    }
    return render(request, "modules/lesson_done.html", context)


def progress_or_404(request: HttpRequest, key: UUID) -> ModuleProgress:
    progress = progress_around(key, user=request.user)
    if progress is None:
        raise Http404
    return progress


def page_or_404(key: UUID) -> LessonPage:
    page = lesson_page(key)
    if page is None:
        raise Http404
    return page


def module_crumb(page: LessonPage, title: str) -> dict[str, str]:
    return {"title": title, "url": reverse("modules:module", args=[page.module_page_key])}
