"""What *my path* shows of teaching: the one next step, and the modules with how far she has come."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from curriculum.api import PanelContent, Visit

from .next_steps import ModuleOnPath, first_step, modules_on_path


def build_path(visit: Visit) -> PanelContent | None:
    """Nothing for somebody who takes part in nothing. Two queries, however many modules and lessons."""
    if not visit.participations:
        return None
    modules = modules_on_path(visit.participations, user=visit.request.user)
    return PanelContent(
        "modules/panels/path.html",
        {
            "step": first_step(modules),
            "modules": [_step(each) for each in modules],
            "done": sum(1 for each in modules if each.progress.is_complete),
            "total": len(modules),
        },
    )


def _step(each: ModuleOnPath) -> dict[str, str]:
    return {
        "title": each.placed.module.title,
        "url": reverse("modules:module", args=[each.page_key]) if each.page_key else "",
        "state": _state(each),
        "detail": _detail(each),
    }


def _state(each: ModuleOnPath) -> str:
    if each.progress.is_complete:
        return "done"
    return "current" if each.progress.done else "next"


def _detail(each: ModuleOnPath) -> str:
    total = each.progress.total
    if not total:
        return _("No lessons here yet")
    sentence = ngettext("%(done)s of %(total)s lesson", "%(done)s of %(total)s lessons", total)
    return sentence % {"done": each.progress.done, "total": total}
