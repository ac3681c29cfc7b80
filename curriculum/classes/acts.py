"""A list that was taken on a phone without signal."""

from django.urls import reverse
from django.utils.translation import gettext as _

from curriculum.api import Act, ActRefused, Done, IdentifierFound, identifiers_text

from .errors import NotKept
from .permissions import sessions_taken_by
from .reading import keep_list
from .words import sentence_of

TAKE = "class.attendance"


def take_list(act: Act) -> Done:
    """Keeps it as the page would, as taken when it was taken."""
    session = sessions_taken_by(act.account).filter(uuid=act.uuid("session")).first()
    if session is None:
        raise ActRefused([_("You do not teach this group any more. Ask the office.")])
    try:
        keep_list(act.form, session=session, taken_by=act.account, at=act.occurred_at)
    except NotKept as error:
        raise ActRefused([sentence_of(error)]) from None
    except IdentifierFound as error:
        raise ActRefused([identifiers_text(error.identifiers)]) from None
    return Done(_("Attendance is kept."), reverse("classes:session", args=[session.uuid]))
