"""What *my path* shows of teaching: the modules with how far she has come, and which lesson comes next."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from curriculum.api import PanelContent, PathStep, Turn, Visit

from .next_steps import ModuleOnPath, module_to_go_on, modules_on_path


def build_path(visit: Visit) -> PanelContent | None:
    """Nothing for somebody who takes part in nothing. One query, however many modules and lessons.

    A complementary course (R-CAT-16) is no part of the qualification: it is not counted, and it is proposed
    only to somebody who has begun it.
    """
    if not visit.participations:
        return None
    modules = modules_on_path(visit.progress, user=visit.request.user)
    course = [each for each in modules if not each.placed.complementary]
    beside = [each for each in modules if each.placed.complementary]
    here = module_to_go_on(course)
    begun = module_to_go_on(each for each in beside if each.progress.done)
    return PanelContent(
        "modules/panels/path.html",
        {
            "modules": [_step(each, here) for each in course],
            "done": sum(1 for each in course if each.is_complete),
            "total": len(course),
            "beside": [_step(each, begun) for each in beside],
        },
        [*_proposal(here, Turn.LESSON), *_proposal(begun, Turn.BESIDE)],
    )


def _proposal(module: ModuleOnPath | None, turn: Turn) -> Sequence[PathStep]:
    step = module.step if module else None
    if step is None:
        return ()
    return [PathStep(turn, step.title, step.url, _minutes(step.minutes), step.lang)]


def _minutes(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return ngettext("%(minutes)s minute", "%(minutes)s minutes", minutes) % {"minutes": minutes}


def _step(each: ModuleOnPath, here: ModuleOnPath | None) -> dict[str, str]:
    return {
        "title": each.placed.module.title,
        "url": reverse("modules:module", args=[each.page_key]) if each.page_key else "",
        "state": _state(each, here),
        "detail": _detail(each),
        "tag": _("Demonstration") if each.placed.demonstration else "",
    }


def _state(each: ModuleOnPath, here: ModuleOnPath | None) -> str:
    if each.is_complete:
        return "done"
    return "current" if each is here else "next"


def _detail(each: ModuleOnPath) -> str:
    total = each.progress.total
    if each.on_record and not each.progress.is_complete:
        return _("Completed: it is on your record")
    if not total:
        return _("No lessons here yet")
    sentence = ngettext("%(done)s of %(total)s lesson", "%(done)s of %(total)s lessons", total)
    return sentence % {"done": each.progress.done, "total": total}
