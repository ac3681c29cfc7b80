"""One sentence for each thing that can be missing: plain, without blame, and saying what is needed."""

from collections.abc import Callable
from decimal import Decimal

from curriculum.rules.messages import Plural, gettext_noop, ngettext_lazy
from curriculum.rules.types import Candidate, Missing, MissingCode, Unit
from curriculum.rules.voice import Voice, exact_hours

Say = Callable[[Missing, Voice], str]


def say_missing(missing: Missing, voice: Voice) -> str:
    """The sentence for one missing thing."""
    return SENTENCES[missing.code](missing, voice)


def _named(msgid: str) -> Say:
    return lambda missing, voice: voice.say(msgid, name=voice.name(missing.subject))


def _plain(msgid: str) -> Say:
    return lambda missing, voice: voice.say(msgid)


def _by_method(msgid: str, msgid_with_method: str) -> Say:
    def say(missing: Missing, voice: Voice) -> str:
        if not missing.method:
            return voice.say(msgid, name=voice.name(missing.subject))
        name, method = voice.name(missing.subject), voice.name(missing.method)
        return voice.say(msgid_with_method, name=name, method=method)

    return say


def _or_equivalent(msgid: str, msgid_of_several: str) -> Say:
    def say(missing: Missing, voice: Voice) -> str:
        if not missing.also:
            return voice.say(msgid, name=voice.name(missing.subject))
        return voice.say(msgid_of_several, names=voice.name_list((missing.subject, *missing.also)))

    return say


def _amount(sentence: Plural) -> Say:
    def say(missing: Missing, voice: Voice) -> str:
        amount = _known(missing.amount)
        return voice.say_number(sentence, amount, amount=voice.number(amount))

    return say


def _hours(in_hours: Plural, in_time: str) -> Say:
    """In hours where two decimals say it exactly, else in hours and minutes."""

    def say(missing: Missing, voice: Voice) -> str:
        minutes = int(_known(missing.amount))
        hours = exact_hours(minutes)
        where = voice.name_list(key for key in (missing.setting, missing.activity) if key)
        if hours is None:
            return voice.say(in_time, time=voice.time(minutes), where=where)
        return voice.say_number(in_hours, hours, hours=voice.number(hours), where=where)

    return say


def _practice(missing: Missing, voice: Voice) -> str:
    say = PRACTICE_PART if missing.setting or missing.activity else PRACTICE
    return say(missing, voice)


def _choice(missing: Missing, voice: Voice) -> str:
    told = (" ".join(say_missing(item, voice) for item in option) for option in missing.options)
    options = " ".join(f"({number}) {text}" for number, text in enumerate(told, start=1))
    count = _known(missing.amount)
    return voice.say_number(CHOICE, count, count=voice.number(count), options=options)


def _disputed(missing: Missing, voice: Voice) -> str:
    figures = "; ".join(_candidate(candidate, missing.unit, voice) for candidate in missing.candidates)
    return voice.say(DISPUTED, name=figure_title(missing.subject, voice), figures=figures)


def _candidate(candidate: Candidate, unit: Unit, voice: Voice) -> str:
    is_time = unit is Unit.MINUTES
    value = voice.time(int(candidate.value)) if is_time else voice.number(candidate.value)
    if candidate.line is None:
        return f"{value} ({candidate.source})"
    return voice.say(SOURCED, value=value, source=candidate.source, line=str(candidate.line))


def _not_stated(missing: Missing, voice: Voice) -> str:
    return voice.say(NOT_STATED, name=figure_title(missing.subject, voice))


def figure_title(subject: str, voice: Voice) -> str:
    """What a figure is about: the title of its requirement, or what that kind of requirement is called."""
    if subject in voice.names or subject not in FIGURE_TITLES:
        return voice.name(subject)
    return voice.translate(FIGURE_TITLES[subject])


def _known(amount: int | Decimal | None) -> int | Decimal:
    return 0 if amount is None else amount


CHOICE = ngettext_lazy(
    "%(count)s of these is needed: %(options)s", "%(count)s of these are needed: %(options)s"
)
SOURCED = gettext_noop("%(value)s (%(source)s, line %(line)s)")
DISPUTED = gettext_noop(
    "%(name)s: the sources give different figures: %(figures)s. "
    "A person in charge of the programme has to choose one first."
)
NOT_STATED = gettext_noop(
    "%(name)s: the figure is not stated. A person in charge of the programme has to decide it first."
)
FIGURE_TITLES = {
    "at_least": gettext_noop("How many requirements"),
    "skills_tests": gettext_noop("Skills tests"),
    "programme_hours": gettext_noop("Programme hours"),
    "practice_hours": gettext_noop("Practice hours"),
    "practice_minimum": gettext_noop("Practice hours"),
    "practice_months": gettext_noop("Practice months"),
    "class_minutes": gettext_noop("Class attendance"),
    "credits": gettext_noop("Credits"),
    "member_hours": gettext_noop("Hours of the parts"),
    "holds_award": gettext_noop("Age of the award"),
    "age": gettext_noop("Age"),
    "document": gettext_noop("Age of the document"),
    "experience": gettext_noop("Work experience"),
}
PRACTICE = _hours(
    ngettext_lazy("%(hours)s practice hour is still missing.", "%(hours)s practice hours are still missing."),
    gettext_noop("Still missing: %(time)s of practice."),
)
PRACTICE_PART = _hours(
    ngettext_lazy(
        "%(hours)s practice hour is still missing (%(where)s).",
        "%(hours)s practice hours are still missing (%(where)s).",
    ),
    gettext_noop("Still missing: %(time)s of practice (%(where)s)."),
)
SENTENCES: dict[MissingCode, Say] = {
    MissingCode.MODULE: _named(gettext_noop("The module “%(name)s” is not completed yet.")),
    MissingCode.UNIT_NOT_YET_ASSESSED: _by_method(
        gettext_noop("The unit “%(name)s” is not assessed yet."),
        gettext_noop("The unit “%(name)s” is not assessed yet by this method: %(method)s."),
    ),
    MissingCode.UNIT_PENDING: _by_method(
        gettext_noop("The unit “%(name)s” is pending fulfilment. Only this part is assessed again."),
        gettext_noop(
            "The unit “%(name)s” is pending fulfilment by this method: %(method)s. "
            "Only this part is assessed again."
        ),
    ),
    MissingCode.TEST_NOT_YET_ASSESSED: _named(gettext_noop("The skills test “%(name)s” is not taken yet.")),
    MissingCode.TEST_PENDING: _named(
        gettext_noop("The skills test “%(name)s” is pending fulfilment. Only this test is taken again.")
    ),
    MissingCode.PROGRAMME_HOURS: _hours(
        ngettext_lazy(
            "%(hours)s hour of the programme is still missing.",
            "%(hours)s hours of the programme are still missing.",
        ),
        gettext_noop("Still missing: %(time)s of the programme."),
    ),
    MissingCode.PRACTICE_HOURS: _practice,
    MissingCode.PRACTICE_MONTHS: _amount(
        ngettext_lazy(
            "%(amount)s month of practice is still missing.",
            "%(amount)s months of practice are still missing.",
        )
    ),
    MissingCode.CLASS_HOURS: _hours(
        ngettext_lazy("%(hours)s class hour is still missing.", "%(hours)s class hours are still missing."),
        gettext_noop("Still missing: %(time)s of class."),
    ),
    MissingCode.MEMBER_HOURS: _hours(
        ngettext_lazy("%(hours)s hour is still missing.", "%(hours)s hours are still missing."),
        gettext_noop("Still missing: %(time)s."),
    ),
    MissingCode.CREDITS: _amount(
        ngettext_lazy("%(amount)s credit is still missing.", "%(amount)s credits are still missing.")
    ),
    MissingCode.AWARD: _or_equivalent(
        gettext_noop("This award is needed, valid today: %(name)s."),
        gettext_noop("One of these awards is needed, valid today: %(names)s."),
    ),
    MissingCode.AGE: _amount(
        ngettext_lazy(
            "This is open from the age of %(amount)s year.", "This is open from the age of %(amount)s years."
        )
    ),
    MissingCode.BIRTH_DATE: _plain(
        gettext_noop("The date of birth is missing. Add it to the personal data.")
    ),
    MissingCode.EDUCATION: _named(gettext_noop("Proof of this education level is missing: %(name)s.")),
    MissingCode.DOCUMENT: _or_equivalent(
        gettext_noop("This document is missing: %(name)s."),
        gettext_noop("One of these documents is needed: %(names)s."),
    ),
    MissingCode.DOCUMENT_EXPIRED: _or_equivalent(
        gettext_noop("This document is no longer valid, and a new one is needed: %(name)s."),
        gettext_noop(
            "A new one of these documents is needed, because the last is no longer valid: %(names)s."
        ),
    ),
    MissingCode.STATEMENT: _named(gettext_noop("This is not confirmed yet: %(name)s.")),
    MissingCode.EXPERIENCE: _amount(
        ngettext_lazy(
            "%(amount)s month of work experience is still missing.",
            "%(amount)s months of work experience are still missing.",
        )
    ),
    MissingCode.EXPERIENCE_CONTINUOUS: _amount(
        ngettext_lazy(
            "%(amount)s month of unbroken work experience is still missing.",
            "%(amount)s months of unbroken work experience are still missing.",
        )
    ),
    MissingCode.CHOICE: _choice,
    MissingCode.COUNTED_TWICE: _plain(
        gettext_noop("Some evidence counts for another requirement already, and it can count only once.")
    ),
    MissingCode.FIGURE_DISPUTED: _disputed,
    MissingCode.FIGURE_NOT_STATED: _not_stated,
    MissingCode.TOO_MANY_COMBINATIONS: _plain(
        gettext_noop(
            "It could not be worked out which evidence counts for what. Ask the administration to look."
        )
    ),
}
