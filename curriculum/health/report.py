"""Asking everything that is watched. A check that breaks is a problem of its own, never a broken report."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .enums import State
from .registry import Finding, Watched, everything_watched

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Line:
    watched: Watched
    finding: Finding


@dataclass(frozen=True, slots=True)
class Report:
    lines: tuple[Line, ...]

    @property
    def state(self) -> State:
        """The worst of all."""
        found = {line.finding.state for line in self.lines}
        return next((state for state in (State.PROBLEM, State.WARNING) if state in found), State.WELL)

    def as_data(self) -> dict[str, Any]:
        """For machines: `{"state": …, "checks": {name: {"state": …, "words": …, figures}}}`."""
        checks = {
            line.watched.name: {
                "state": line.finding.state.value,
                "words": line.finding.words,
                **line.finding.figures,
            }
            for line in self.lines
        }
        return {"state": self.state.value, "checks": checks}


def full_report() -> Report:
    return _report(everything_watched())


def vital_report() -> Report:
    """Only what the site needs to answer people at all."""
    return _report(watched for watched in everything_watched() if watched.vital)


def _report(wanted: Iterable[Watched]) -> Report:
    return Report(tuple(Line(watched, _asked(watched)) for watched in wanted))


def _asked(watched: Watched) -> Finding:
    try:
        return watched.check()
    except Exception as error:
        logger.exception("The check %s broke.", watched.name)
        words = _("It could not be looked at: %(problem)s. Read the log.")
        return Finding(State.PROBLEM, words % {"problem": type(error).__name__})
