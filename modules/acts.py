""" "I have finished", said on a phone without signal."""

from django.urls import reverse
from django.utils.translation import gettext as _

from curriculum.api import Act, ActRefused, Done, earning_participations

from .permissions import reader_of
from .queries import progress_around
from .services import AssessmentStillNeeded, complete_lesson

FINISH_LESSON = "lesson.finish"


def take_finished_lesson(act: Act) -> Done:
    """Does what the button does on the page; a lesson that is finished already stays so."""
    key = act.uuid("lesson")
    progress = progress_around(key, user=act.account)
    if progress is None:
        raise ActRefused([_("This lesson is no longer part of the course. What you learned stays yours.")])
    lesson = progress.lesson(key)
    reader = reader_of(act.account, lesson.module)
    if reader.participation_id is None:
        raise ActRefused([_("You do not take part in this course any more. Ask your school.")])
    participation = earning_participations(act.account).get(pk=reader.participation_id)
    try:
        complete_lesson(
            lesson=lesson,
            participation=participation,
            recorded_by=act.account,
            finished_at=act.happened_during(participation),
            at=act.received_at,
        )
    except AssessmentStillNeeded:
        raise ActRefused([_("Answer the questions at the end of this lesson to finish it.")]) from None
    return Done(_("Lesson completed"), reverse("modules:lesson_done", args=[key]))
