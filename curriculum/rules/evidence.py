"""The facts that count on a day, found by what they are about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from curriculum.rules.types import Fact, FactKind


class Evidence:
    """Facts that count on one day, in the order in which they happened.

    Each id counts once. A fact that another one withdraws never counts, and withdrawing is final: to bring a
    withdrawn fact back, record it anew.
    """

    __slots__ = ("_by_kind", "_by_subject", "facts", "lapsed", "on")

    def __init__(self, facts: Sequence[Fact], on: date, lapsed: Sequence[Fact] = ()) -> None:
        """Take facts that count, in order, and those that counted once; `counting_on` finds them."""
        self.facts = facts
        self.on = on
        self.lapsed = lapsed
        self._by_kind: dict[FactKind, list[Fact]] = defaultdict(list)
        self._by_subject: dict[tuple[FactKind, str], list[Fact]] = defaultdict(list)
        for fact in facts:
            self._by_kind[fact.kind].append(fact)
            self._by_subject[fact.kind, fact.subject].append(fact)

    @classmethod
    def counting_on(cls, on: date, facts: Iterable[Fact]) -> "Evidence":
        """Keep what counts on a day. Raises ValueError if two different facts have the same id."""
        known: dict[str, Fact] = {}
        for fact in facts:
            if known.setdefault(fact.id, fact) != fact:
                raise ValueError(f"Two different facts have the id {fact.id!r}.")
        struck = {fact.withdraws for fact in known.values() if fact.withdraws}
        happened = [fact for fact in known.values() if fact.id not in struck and fact.occurred_on <= on]
        happened.sort(key=lambda fact: (fact.occurred_on, fact.id))
        counting = [fact for fact in happened if _is_valid(fact, on)]
        return cls(counting, on, [fact for fact in happened if not _is_valid(fact, on)])

    def of(self, kind: FactKind) -> Sequence[Fact]:
        """Facts of a kind."""
        return self._by_kind.get(kind, ())

    def about(self, kind: FactKind, subject: str) -> Sequence[Fact]:
        """Facts of a kind about one thing."""
        return self._by_subject.get((kind, subject), ())

    def has_lapsed(self, kind: FactKind, subject: str) -> bool:
        """Whether something of this kind about this thing counted once and no longer does."""
        return any(fact.kind is kind and fact.subject == subject for fact in self.lapsed)

    def only(self, ids: frozenset[str]) -> "Evidence":
        """The same day with some of the facts."""
        return Evidence([fact for fact in self.facts if fact.id in ids], self.on, self.lapsed)


def _is_valid(fact: Fact, on: date) -> bool:
    return fact.valid_until is None or on <= fact.valid_until
