"""What people read when a test is refused: what is in the way and what to do."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from curriculum.api import Conflict

SENTENCES: dict[Conflict, Promise] = {
    Conflict.ONESELF: gettext_lazy("Nobody assesses herself. Ask the office for another assessor."),
    Conflict.KIN: gettext_lazy("You are family. Ask the office for another assessor."),
    Conflict.SAME_HOUSEHOLD: gettext_lazy("You live together. Ask the office for another assessor."),
    Conflict.LINE_MANAGER: gettext_lazy(
        "One of you is the other's boss. Ask the office for another assessor."
    ),
    Conflict.PLACEMENT_SUPERVISOR: gettext_lazy(
        "You sign, or have signed, where she does her practice. Ask the office for another assessor."
    ),
    Conflict.TRAINER: gettext_lazy(
        "You are, or were, her trainer, and this test asks for somebody else. Ask the office for another assessor."
    ),
    Conflict.OWN_AWARD_LACKING: gettext_lazy(
        "The assessor of this test needs its certificate. Ask the office for an assessor who has it."
    ),
    Conflict.OWN_AWARD_NOT_VALID: gettext_lazy(
        "Your certificate is not valid on this day. Renew it; until then ask the office for another assessor."
    ),
    Conflict.OWN_DECISION: gettext_lazy(
        "This is an appeal against your own decision. Ask the office for another assessor."
    ),
    Conflict.TIES_NOT_DECLARED: gettext_lazy("Say first whether you have a tie with this person."),
}


def conflict_texts(conflicts: Iterable[Conflict]) -> list[str]:
    """Every reason in the reader's language, each with what to do."""
    return [str(SENTENCES[conflict]) for conflict in conflicts]
