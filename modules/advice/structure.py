"""How a lesson is built: it opens with what she will be able to do, and ends with what to keep."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from modules.blocks import OPTIONAL_ASSESSMENT, REQUIRED_ASSESSMENT

from .looking import Advice, Draft

WORDS_A_MINUTE = 120  # an unhurried reader with five years of school, on a phone
ANSWERING = 2  # minutes that an assessment takes at least
LONGEST_HEADING = 60
LONG_WITHOUT_HEADING = 6  # blocks
AT_THE_END = {REQUIRED_ASSESSMENT, OPTIONAL_ASSESSMENT, "remember"}


def opens_with_outcomes(draft: Draft) -> Iterator[Advice]:
    if not draft.page.outcomes:
        text = _("Say first what the learner will be able to do: one to three sentences.")
        yield Advice("outcomes", text, "outcomes")


def headings(draft: Draft) -> Iterator[Advice]:
    before = None
    for passage in draft.passages:
        if passage.kind == "heading":
            yield from _heading(passage.id, str(passage.value), follows_another=before == "heading")
        if passage.has_bold_line:
            text = _("A line in bold is no heading for those who listen. Use the block “Heading”.")
            yield Advice("bold", text, passage.id)
        before = passage.kind
    if draft.passages and draft.passages[-1].kind == "heading":
        yield Advice("empty-part", _("Nothing stands under this heading."), draft.passages[-1].id)
    if len(draft.passages) > LONG_WITHOUT_HEADING and not draft.of_kind("heading"):
        yield Advice(
            "no-heading", _("Give the parts of this lesson headings, so that she finds her place again.")
        )


def _heading(block_id: str, words: str, *, follows_another: bool) -> Iterator[Advice]:
    if follows_another:
        yield Advice(
            "empty-part", _("Nothing stands between this heading and the one above."), block_id, words
        )
    if len(words) > LONGEST_HEADING:
        yield Advice("long-heading", _("Shorten this heading: it fills a phone."), block_id, words)


def minutes(draft: Draft) -> Iterator[Advice]:
    words = sum(len(line.split()) for passage in draft.passages for line in passage.texts)
    takes = round(words / WORDS_A_MINUTE) + ANSWERING * len(draft.of_kind(REQUIRED_ASSESSMENT))
    stated = draft.page.minutes or 0
    if takes > 10:
        text = ngettext(
            "It takes about %(minutes)s minute. Ten are the most for one sitting: make two lessons of it.",
            "It takes about %(minutes)s minutes. Ten are the most for one sitting: make two lessons of it.",
            takes,
        )
        yield Advice("too-long", text % {"minutes": takes}, "minutes")
    elif stated and takes and not takes / 2 <= stated <= takes * 2 + 3:
        text = ngettext(
            "The text takes about %(minutes)s minute, and the lesson says %(stated)s.",
            "The text takes about %(minutes)s minutes, and the lesson says %(stated)s.",
            takes,
        )
        yield Advice("minutes", text % {"minutes": takes, "stated": stated}, "minutes")


def ends_with_what_to_remember(draft: Draft) -> Iterator[Advice]:
    if not draft.of_kind("remember"):
        yield Advice("remember", _("End with three things to remember: add the block “To remember”."), "body")
        return
    after = draft.passages[draft.passages.index(draft.of_kind("remember")[-1]) :]
    if any(passage.kind not in AT_THE_END for passage in after):
        text = _("“To remember” stands best at the end, just before the questions.")
        yield Advice("remember-last", text, after[0].id)


def still_says_what_was_reviewed(draft: Draft) -> Iterator[Advice]:
    page = draft.page
    if page.has_changed_since_review:
        text = _(
            "It has changed since %(name)s reviewed it, and learners read so. When it has been read again, "
            "write the new day here."
        )
        yield Advice("changed-since-review", text % {"name": page.reviewed_by}, "reviewed_on")


def says_its_sources(draft: Draft) -> Iterator[Advice]:
    if not draft.page.sources:
        yield Advice("sources", _("Say what the content rests on: add at least one source."), "sources")
