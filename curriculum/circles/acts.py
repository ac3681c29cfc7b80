"""A question that was written on a phone without signal. A voice note needs signal; the words do not."""

from django.urls import reverse
from django.utils.translation import gettext as _

from curriculum.api import (
    Act,
    ActRefused,
    Done,
    IdentifierFound,
    Place,
    Pointer,
    find_place,
    identifiers_text,
)

from .errors import NotWritten
from .services import Words, ask_trainer
from .where import course_for
from .words import sentence_of

ASK = "question.ask"


def take_question(act: Act) -> Done:
    """Asks it as the page would, when it was written."""
    place = _place(act)
    participation = course_for(act.account, place)
    if participation is None:
        raise ActRefused([_("You do not take part in this course any more. Ask your school.")])
    words = Words(act.uuid("uuid"), act.form.get("text", ""))
    try:
        ask_trainer(
            words=words,
            participation=participation,
            asked_by=act.account,
            place=place,
            at=act.happened_during(participation),
        )
    except NotWritten as error:
        raise ActRefused([sentence_of(error)]) from None
    except IdentifierFound as error:
        raise ActRefused([identifiers_text(error.identifiers)]) from None
    text = _("Your question is with your trainer. You will find the answer on your path.")
    return Done(text, reverse("circles:messages"))


def _place(act: Act) -> Place | None:
    """A place that has gone since is no reason to lose the question: it is asked from no place."""
    pointer = Pointer(act.form.get("place_kind", ""), act.form.get("place_key", ""))
    return find_place(act.account, pointer) if pointer.kind else None
