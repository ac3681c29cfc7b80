"""What can be wrong in a pack, said with file and line so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext


@dataclass(frozen=True, slots=True, order=True)
class PackFault:
    """One fault. `path` is relative to the pack, `line` counts from 1 (0: the file as a whole).

    `message` is an English msgid with named placeholders, `values` fills them.
    """

    path: str
    line: int
    message: str
    values: tuple[tuple[str, str], ...] = field(default=())

    @property
    def text(self) -> str:
        """The fault in the current language."""
        said = gettext(self.message)
        return said % dict(self.values) if self.values else said

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.text}"


class PackError(Exception):
    """A pack that cannot be used; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: Iterable[PackFault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))
