"""How a sentence is said to one reader: her language, her names for things, her way of writing numbers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from curriculum.rules.messages import Plural, gettext_noop, ngettext_lazy
from curriculum.rules.types import Names

Translate = Callable[[str], str]
"""As gettext: a sentence in the reader's language."""

TranslatePlural = Callable[[str, str, int], str]
"""As ngettext: singular, plural and the number."""

MINUTES = ngettext_lazy("%(minutes)s minute", "%(minutes)s minutes")
HOURS = ngettext_lazy("%(hours)s hour", "%(hours)s hours")
HOURS_AND_MINUTES = gettext_noop("%(hours)s and %(minutes)s")


@dataclass(frozen=True, slots=True)
class Voice:
    """What is needed to say a sentence."""

    translate: Translate
    translate_plural: TranslatePlural
    names: Names = field(default_factory=dict)
    number: Callable[[int | Decimal], str] = str

    def say(self, msgid: str, /, **values: str) -> str:
        return self.translate(msgid) % values

    def say_number(self, sentence: Plural, amount: int | Decimal, /, **values: str) -> str:
        return self.translate_plural(sentence.one, sentence.many, grammatical_number(amount)) % values

    def name(self, key: str) -> str:
        """The title of a key; a key without title stands for itself."""
        return self.names.get(key, key)

    def name_list(self, keys: Iterable[str]) -> str:
        return ", ".join(self.name(key) for key in keys)

    def time(self, minutes: int) -> str:
        """A length of time, exactly: "1.5 hours", "20 minutes", "3 hours and 20 minutes"."""
        decimal = exact_hours(minutes)
        if decimal is not None:
            return self._hours(decimal)
        hours, rest = divmod(minutes, 60)
        in_minutes = self.say_number(MINUTES, rest, minutes=self.number(rest))
        if not hours:
            return in_minutes
        return self.say(HOURS_AND_MINUTES, hours=self._hours(hours), minutes=in_minutes)

    def _hours(self, hours: int | Decimal) -> str:
        return self.say_number(HOURS, hours, hours=self.number(hours))


def exact_hours(minutes: int) -> Decimal | None:
    """Hours with at most two decimals, or None where that would be rounding: 30 is 0.5, 20 is none."""
    hundredths, rest = divmod(minutes * 100, 60)
    if rest:
        return None
    hours = Decimal(hundredths) / 100
    return hours.quantize(Decimal(1)) if hours == hours.to_integral_value() else hours.normalize()


def grammatical_number(amount: int | Decimal) -> int:
    """The whole number whose plural form suits an amount: 0.5 follows 0, and 1.5 follows 2."""
    whole = int(amount)
    return 2 if whole == 1 and amount != 1 else whole


def plain_plural(translate: Translate) -> TranslatePlural:
    """Plurals by gettext alone, for callers without ngettext: one, and everything else."""
    return lambda one, many, number: translate(one if number == 1 else many)
