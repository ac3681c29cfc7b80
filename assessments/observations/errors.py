"""Why a write about an observed test was not done. Each has a sentence in `words.py`."""

from collections.abc import Iterable

from curriculum.api import Conflict


class MayNotAssess(Exception):
    """Something stands between assessor and candidate; `conflicts` are all reasons."""

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        self.conflicts = tuple(conflicts)
        super().__init__(", ".join(self.conflicts))


class AlreadyDeclared(Exception):
    """Ties were declared before, and otherwise; what was declared stays."""


class NotBegun(Exception):
    """A criterion is marked, and a test finished, once it has begun."""


class AlreadyFinished(Exception):
    """The test is signed: nothing in it changes any more."""


class NoRubric(Exception):
    """The test has no criteria that could judge anybody."""


class UnknownCriterion(Exception):
    """The rubric with which the test began has no such criterion."""


class MarkConflict(Exception):
    """The same uuid came before with other contents."""


class CriteriaWait(Exception):
    """Criteria without an answer; `keys` are theirs."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = tuple(keys)
        super().__init__(", ".join(self.keys))
