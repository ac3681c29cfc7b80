"""The columns of one kind of file, and every heading under which people may write them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise

from .columns import KNOWN_AS, REQUIRED, TITLES, Column, plain


@dataclass(frozen=True)
class Vocabulary:
    """`known_as` are headings after `plain`; `titles` those of the sample file, understood in each language."""

    columns: type[StrEnum]
    required: Sequence[StrEnum]
    known_as: Mapping[Any, Sequence[str]]
    titles: Mapping[Any, Promise]

    def title_of(self, column: StrEnum) -> str:
        """The heading in the language of the moment."""
        return str(self.titles[column])

    def column_called(self, heading: str) -> StrEnum | None:
        return self._by_heading.get(plain(heading))

    @cached_property
    def _by_heading(self) -> Mapping[str, StrEnum]:
        found: dict[str, StrEnum] = {}
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                found.update({plain(self.title_of(column)): column for column in self.columns})
        return found | {name: column for column, names in self.known_as.items() for name in names}


PEOPLE = Vocabulary(Column, REQUIRED, KNOWN_AS, TITLES)
