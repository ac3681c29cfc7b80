"""What can be reviewed: each room and plugin that has something says how it is found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from .models import SubjectKind


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to review. `written_by` is the id of the account that wrote its latest words; None: unknown.

    `includes` are keys of assessments that are reviewed with it. `address` is where it is read. `words` are digests
    of what a reviewer reads now, by language; empty for what is never changed once it stands.
    """

    kind: SubjectKind
    key: str
    title: str
    institution_id: int
    written_by: int | None = None
    includes: tuple[str, ...] = ()
    address: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


Finder: TypeAlias = Callable[[str], "Subject | None"]
Lister: TypeAlias = Callable[[Iterable[int]], "list[Subject]"]

_finders: dict[SubjectKind, tuple[Finder, Lister]] = {}


def register_subjects(kind: SubjectKind, *, find: Finder, list_for: Lister) -> None:
    """Make a kind of subjects known: one by its key, and all of some institutions."""
    _finders[kind] = find, list_for


def find_subject(kind: str, key: str) -> Subject | None:
    """The subject of an address; None where there is no such thing."""
    if kind not in SubjectKind.values or SubjectKind(kind) not in _finders:
        return None
    return _finders[SubjectKind(kind)][0](key)


def subjects_of(institution_ids: Iterable[int]) -> list[Subject]:
    """Everything that these institutions could review."""
    ids = list(institution_ids)
    return [subject for kind in SubjectKind if kind in _finders for subject in _finders[kind][1](ids)]
