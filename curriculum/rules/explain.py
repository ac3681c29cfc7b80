"""A finding in sentences that its reader understands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from curriculum.rules.evaluate import walk
from curriculum.rules.messages import gettext_noop
from curriculum.rules.sentences import figure_title, say_missing
from curriculum.rules.types import Basis, Finding, Missing, Stage
from curriculum.rules.voice import Translate, TranslatePlural, Voice, plain_plural

COMPLETE = gettext_noop("Everything that is needed here is complete.")
OWED = gettext_noop("To be handed in later (%(stage)s): %(what)s")
WAIVED = gettext_noop("Not asked in this case: %(name)s.")
NOTHING_ASKED = gettext_noop("Nothing is asked about: %(names)s.")
STAGE_TITLES: Mapping[str, str] = {
    Stage.AWARD: gettext_noop("award"),
    Stage.ADMISSION_TRAINING: gettext_noop("admission to training"),
    Stage.ASSESSMENT_CERTIFICATION: gettext_noop("assessment and certification"),
    Stage.CERTIFICATE_ISSUE: gettext_noop("issue of the certificate"),
    Stage.OCCUPATIONAL_PERFORMANCE: gettext_noop("doing the job"),
    Stage.LICENCE: gettext_noop("licence"),
    Stage.PAIRING: gettext_noop("pairing"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in the reader's language, and what it is about."""

    code: str
    """`complete`, `owed`, `waived`, `nothing_asked`, or the code of what is missing."""
    text: str
    missing: Missing | None = None

    def __str__(self) -> str:
        return self.text


def explain(
    finding: Finding,
    translate: Translate,
    translate_plural: TranslatePlural | None = None,
    *,
    names: Mapping[str, str] | None = None,
    number: Callable[[int | Decimal], str] = str,
) -> tuple[Sentence, ...]:
    """Say what is missing, what is owed later, what was waived, and where nothing is asked.

    `translate` and `translate_plural` are gettext and ngettext; `names` gives the titles of keys (modules,
    units, settings, documents …) and `number` writes a number as the reader does.
    """
    voice = Voice(translate, translate_plural or plain_plural(translate), names or {}, number)
    said = [*_complete(finding, voice), *_missing(finding.missing, voice), *_owed(finding.owed, voice)]
    return tuple(dict.fromkeys([*said, *_dispensations(finding, voice)]))


def _complete(finding: Finding, voice: Voice) -> Iterator[Sentence]:
    if finding.is_met and not finding.owed:
        yield Sentence("complete", voice.say(COMPLETE))


def _missing(missing: Iterable[Missing], voice: Voice) -> Iterator[Sentence]:
    for item in missing:
        yield Sentence(item.code.value, say_missing(item, voice), item)


def _owed(owed: Iterable[Missing], voice: Voice) -> Iterator[Sentence]:
    for item in owed:
        stage = voice.translate(STAGE_TITLES[item.owed_by])
        yield Sentence("owed", voice.say(OWED, stage=stage, what=say_missing(item, voice)), item)


def _dispensations(finding: Finding, voice: Voice) -> Iterator[Sentence]:
    for inner in walk(finding):
        if inner.basis is Basis.WAIVER:
            yield Sentence("waived", voice.say(WAIVED, name=figure_title(inner.key, voice)))
        if inner.about:
            yield Sentence("nothing_asked", voice.say(NOTHING_ASKED, names=voice.name_list(inner.about)))
