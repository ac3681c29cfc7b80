"""The grid as a table to take away: columns are the same whatever the language of the screen."""

from collections.abc import Iterator

from .grid import GroupGrid
from .standing import LearnerRow

DONE, NOT_YET = "completed", ""


def headings(grid: GroupGrid) -> list[str]:
    lessons = [
        f"{module.placed.module.key} {lesson.number}" for module in grid.modules for lesson in module.lessons
    ]
    return ["name", "standing", "last_seen", "days_silent", "stuck_at", "completed", "of", *lessons]


def cells(grid: GroupGrid) -> Iterator[list[str]]:
    for row in grid.rows:
        yield [*_learner(row), *(_lesson(row, lesson.key) for lesson in grid.lessons)]


def _learner(row: LearnerRow) -> list[str]:
    return [
        row.person.name,
        row.standing.value,
        row.last_seen.date().isoformat() if row.last_seen else "",
        "" if row.days_silent is None else str(row.days_silent),
        row.stuck_at.assessment_title if row.stuck_at else "",
        str(row.done),
        str(len(row.lesson_keys)),
    ]


def _lesson(row: LearnerRow, key: object) -> str:
    moment = row.completed.get(key)  # type: ignore[call-overload]
    return moment.date().isoformat() if moment else NOT_YET
