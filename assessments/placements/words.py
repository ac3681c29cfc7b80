"""What people read when a shift cannot be kept: what is in the way and what to change."""

from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from curriculum.api import hours_text, identifiers_text

from .checks import Objection, Refusal

SENTENCES: dict[Objection, Promise] = {
    Objection.END_BEFORE_START: gettext_lazy(
        "The end is not after the start. Correct the times. If you finished after midnight, tick “I finished "
        "the next day”."
    ),
    Objection.IN_THE_FUTURE: gettext_lazy(
        "This shift has not ended yet. Check the day and the times, or log it when it is over."
    ),
    Objection.TOO_LONG: gettext_lazy(
        "A shift can last %(hours)s at most. Check the times, or log what you worked as two shifts."
    ),
    Objection.BREAK_TOO_LONG: gettext_lazy(
        "The break is as long as the shift, or longer. The shift lasts %(hours)s: write a shorter break."
    ),
    Objection.BREAK_NEGATIVE: gettext_lazy("Write the break in minutes: 0 if you had none."),
    Objection.OVERLAP: gettext_lazy(
        "You already logged a shift from %(start)s to %(end)s. Change the times so that the two do not meet."
    ),
    Objection.BEFORE_PARTICIPATION: gettext_lazy(
        "Your course began on %(day)s. Choose that day or a later one."
    ),
    Objection.AFTER_PARTICIPATION: gettext_lazy(
        "Your course ended on %(day)s. Choose that day or an earlier one."
    ),
    Objection.NOT_PLACED_HERE: gettext_lazy(
        "You have no placement there. Choose another place, or ask your school."
    ),
    Objection.OUTSIDE_AGREEMENT: gettext_lazy(
        "The agreement with this place does not cover that day. Check the day, or ask your school."
    ),
    Objection.SHIFT_FULL: gettext_lazy(
        "This place takes %(count)s learners at once, and so many are there at that time. Check the day and the "
        "times, or ask your school."
    ),
    Objection.TOO_LATE: gettext_lazy(
        "A shift can be logged up to %(count)s days later. For an older one, print the week sheet in “My hours”, ask "
        "for the signature on it, and give it to your school."
    ),
    Objection.OVER_DAY: gettext_lazy(
        "That is more than %(hours)s on one day. Check the times, or write below why it was more."
    ),
    Objection.OVER_WEEK: gettext_lazy(
        "That is more than %(hours)s in one week. Check the times, or write below why it was more."
    ),
    Objection.SHORT_REST: gettext_lazy(
        "Less than %(hours)s of rest lie between this shift and the one from %(start)s to %(end)s. Check the times, "
        "or write below why it was less."
    ),
    Objection.UNKNOWN_ACTIVITY: gettext_lazy(
        "This activity does not belong to your course. Choose from the list."
    ),
}


def refusal_text(refusal: Refusal, zone: ZoneInfo) -> str:
    """A refusal in the reader's language; times are those of the host's clocks."""
    if refusal.identifiers:
        return identifiers_text(refusal.identifiers)
    values = {}
    if refusal.minutes is not None:
        values["hours"] = hours_text(refusal.minutes)
    if refusal.count is not None:
        values["count"] = str(refusal.count)
    if refusal.day is not None:
        values["day"] = date_format(refusal.day)
    if refusal.span is not None:
        start, end = (
            moment.astimezone(zone).replace(tzinfo=None)
            for moment in (refusal.span.starts_at, refusal.span.ends_at)
        )
        values["start"] = date_format(start, "SHORT_DATETIME_FORMAT")
        values["end"] = date_format(end, "TIME_FORMAT")
    return str(SENTENCES[refusal.objection]) % values
