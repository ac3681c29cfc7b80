"""A quiz that was answered on a phone without signal, on the paper it was given when the module was kept."""

from django.urls import reverse
from django.utils.translation import gettext as _

from curriculum.api import Act, ActRefused, Done

from .forms import Sheet, read_sheet
from .paper import Paper, SealBroken, open_seal
from .queries import standing_of
from .remembered import KnownQuiz
from .services import submit_attempt
from .versions import quiz_at

HAND_IN = "quiz.hand_in"


def take_answers(act: Act) -> Done:
    """Marks the version that was on the paper, whatever has become of the quiz since."""
    quiz_uuid, client_ref = act.uuid("quiz"), act.uuid("attempt")
    standing = standing_of(act.account, quiz_uuid)
    if standing is None:
        raise ActRefused(
            [_("This quiz is closed, or you do not take part in its course any more. Ask your school.")]
        )
    try:
        seal = open_seal(act.form.get("paper", ""), person_uuid=act.person.uuid, quiz_uuid=quiz_uuid)
    except SealBroken:
        raise ActRefused(
            [_("We could not read your answers. Open the quiz with signal and answer again.")]
        ) from None
    known = quiz_at(quiz_uuid, seal.version, revision=standing.revision)
    if known is None:
        raise ActRefused([_("This quiz is a new one now. Open it with signal and answer it again.")])
    paper = Paper(known, act.person.uuid, seal.number)
    sheet = read_sheet(paper, act.form)
    if not sheet.is_complete:
        raise ActRefused(_what_waits(known, sheet))
    submitted = submit_attempt(
        participation=standing.participation,
        known=known,
        paper=paper,
        answers=sheet.answers,
        client_ref=client_ref,
        started_at=seal.opened_at,
        submitted_by=act.account,
        answered_at=act.happened_during(standing.participation),
        at=act.received_at,
    )
    address = reverse("quizzes:result", args=[quiz_uuid, submitted.attempt.uuid])
    return Done(_("Your answers are marked. See the notes to each question."), address)


def _what_waits(known: KnownQuiz, sheet: Sheet) -> list[str]:
    faults = (
        (number, sheet.readings[each["key"]].fault) for number, each in enumerate(known.questions, start=1)
    )
    return [
        _("Question %(number)s: %(fault)s") % {"number": number, "fault": fault}
        for number, fault in faults
        if fault
    ]
