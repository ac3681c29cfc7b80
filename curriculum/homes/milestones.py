"""What of a course stands between a learner and her qualification, read from what the rules found."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from curriculum.credentials.models import Award
from curriculum.credentials.queries import Step, standing_of
from curriculum.people.models import Participation
from curriculum.rules import MissingCode
from curriculum.standards.clock import local_date
from curriculum.standards.enums import AchievementKind


@dataclass(frozen=True, slots=True)
class Progress:
    """One participation and how far it has come towards each achievement of its pinned version."""

    participation: Participation
    steps: Sequence[Step]
    modules_completed: frozenset[str] = frozenset()
    """The keys of the modules that the ledger knows her to have completed, wherever she showed it."""

    @property
    def earned_qualifications(self) -> list[Award]:
        return [step.award for step in self.steps if step.award and is_qualification(step)]

    @property
    def practice_minutes_to_go(self) -> int:
        """Approved practice that a qualification still lacks (R-PLC-1).

        A minimum for one setting may lack more than the whole does.
        """
        missing = (
            missing
            for step in self.steps
            if is_qualification(step) and not step.is_earned
            for missing in step.finding.missing
        )
        return max((int(m.amount or 0) for m in missing if m.code is MissingCode.PRACTICE_HOURS), default=0)


def is_qualification(step: Step) -> bool:
    achievement = step.rule_set.achievement
    return achievement is not None and achievement.kind == AchievementKind.QUALIFICATION


def progress_of(participation: Participation) -> Progress:
    """As at today in the institution; queries as `standing_of` says."""
    on = local_date(timezone.now(), participation.institution)
    standing = standing_of(participation)
    return Progress(participation, standing.steps(on), standing.modules_completed(on))
