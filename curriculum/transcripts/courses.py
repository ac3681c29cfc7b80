"""What transcripts say of the programmes themselves: read once for a whole export, in the language it is built in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from curriculum.standards.models import Figure, ProgrammeModule, Unit
from curriculum.standards.queries import known_version

from .lines import ModuleLine, Unknown


@dataclass(frozen=True, slots=True)
class Completion:
    """On which day a module was completed, and whether that was brought in from earlier records."""

    on: date
    is_imported: bool = False


@dataclass(slots=True)
class Course:
    """A version of a programme as transcripts name it; its module lines are shared by all who stand alike."""

    programme_key: str
    programme: str
    version: str
    required_minutes: int | Unknown
    required_practice_minutes: int | Unknown
    outline: Sequence[ModuleLine]
    _completed: dict[tuple[str, Completion], ModuleLine] = field(default_factory=dict)

    def module_lines(self, completed: Mapping[str, Completion]) -> tuple[ModuleLine, ...]:
        """The modules in order; `completed` says when and how which ones were, by key."""
        return tuple(
            self._line(module, completed[module.key]) if module.key in completed else module
            for module in self.outline
        )

    def _line(self, module: ModuleLine, how: Completion) -> ModuleLine:
        if (module.key, how) not in self._completed:
            line = replace(module, completed_on=how.on, is_imported=how.is_imported)
            self._completed[module.key, how] = line
        return self._completed[module.key, how]


class Courses:
    """The courses that the persons read so far take part in, and the titles of their units."""

    def __init__(self) -> None:
        self._courses: dict[int, Course] = {}
        self.unit_titles: dict[str, str] = {}

    def of(self, version_id: int) -> Course:
        return self._courses[version_id]

    def learn(self, version_ids: Iterable[int]) -> None:
        """Read the versions not yet known: three queries, or none; one more for each that nobody remembers."""
        new = set(version_ids) - self._courses.keys()
        if not new:
            return
        modules, figures = _modules(new), _figures(new)
        for version in map(known_version, new):
            self._courses[version.pk] = Course(
                version.programme.key,
                version.programme.name,
                version.version,
                _required(figures[version.pk].get("programme_hours")),
                _required(figures[version.pk].get("practice_hours")),
                modules[version.pk],
            )
        units = Unit.objects.filter(standard_version__programme_versions__in=new)
        self.unit_titles |= dict(units.values_list("key", "title"))


def _modules(version_ids: set[int]) -> dict[int, list[ModuleLine]]:
    lines: dict[int, list[ModuleLine]] = defaultdict(list)
    links = ProgrammeModule.objects.filter(programme_version__in=version_ids).select_related("module")
    for link in links.order_by("order"):
        line = ModuleLine(
            key=link.module.key,
            title=link.module.title,
            taught_minutes=link.taught_minutes,
            completed_on=None,
            complementary=link.complementary,
            demonstration=link.demonstration,
        )
        lines[link.programme_version_id].append(line)
    return lines


def _figures(version_ids: set[int]) -> dict[int, dict[str, Figure]]:
    figures: dict[int, dict[str, Figure]] = defaultdict(dict)
    for figure in Figure.objects.filter(programme_version__in=version_ids):
        figures[figure.programme_version_id][figure.name] = figure
    return figures


def _required(figure: Figure | None) -> int | Unknown:
    """Minutes of a figure in hours; a disputed or unstated one is not stated, never 0."""
    if figure is None:
        return Unknown.NOT_STATED
    if figure.amount is None:
        applies = figure.null_reason != Unknown.NOT_APPLICABLE.value
        return Unknown.NOT_STATED if applies else Unknown.NOT_APPLICABLE
    return int(figure.amount * 60)
