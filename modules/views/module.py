"""A module: what it is about, its lessons, and where to go on."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from curriculum.api import texts_of
from modules.languages import language_context, unless_own
from modules.models import Lesson, LessonPage, ModulePage
from modules.next_steps import step_in_module
from modules.queries import ModuleProgress, module_page, pages_of, progress_in_module

from .entrance import not_enrolled, reader_or_404


@login_required
@require_GET
def show_module(request: HttpRequest, key: UUID) -> HttpResponse:
    page = module_page(key)
    if page is None:
        raise Http404
    reader = reader_or_404(request, page.module)
    if not reader.may_read:
        return not_enrolled(request, page)
    progress = progress_in_module(page.module_id, user=request.user)
    pages = pages_of(progress)
    context = {
        "page": page,
        **_title(page),
        "module": page.module,
        "reader": reader,
        "progress": progress,
        "steps": lesson_steps(progress, pages),
        "step": step_in_module(progress, pages),
        **language_context(page),
    }
    return render(request, "modules/module_page.html", context)


def _title(page: ModulePage) -> dict[str, str]:
    """The page's title; where the page is in another language, the module's own in the reader's, if it has one."""
    own = texts_of(page.module, "title").get(get_language() or "")
    lang = unless_own(page.locale.language_code)
    return {"title": own} if lang and own else {"title": page.title, "title_lang": lang}


def lesson_steps(progress: ModuleProgress, pages: dict[UUID, LessonPage]) -> list[dict[str, str]]:
    """The lessons as the component `steps.html` wants them."""
    upcoming = progress.next_lesson
    return [
        {
            "title": pages[lesson.key].title,
            "url": reverse("modules:lesson", args=[lesson.key]),
            "state": _state(progress, lesson, upcoming),
            "detail": _minutes(lesson),
            "lang": unless_own(pages[lesson.key].locale.language_code),
        }
        for lesson in progress.lessons
        if lesson.key in pages
    ]


def _state(progress: ModuleProgress, lesson: Lesson, upcoming: Lesson | None) -> str:
    if progress.has_completed(lesson):
        return "done"
    return "current" if lesson == upcoming else "next"


def _minutes(lesson: Lesson) -> str:
    if lesson.minutes is None:
        return _("time not stated")
    return ngettext("%(count)s minute", "%(count)s minutes", lesson.minutes) % {"count": lesson.minutes}
