"""Places of learning that other plugins may point at: a lesson, a result, a shift.

The plugin that owns a place says who may point at it, what it is called and where it is; a page shows, beside the
place, what others have to say there (`place_notes` of the template library `cuidar_places`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from curriculum.standards.accounts import Visitor

FindPlace = Callable[[Visitor, str], "Place | None"]
BuildNote = Callable[[HttpRequest, "Pointer"], "PlaceNote | None"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which place: `kind` as its plugin registered it, `key` as that plugin writes its keys."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place as one visitor may see it, in her language. Without `url` there is nothing for her to open."""

    pointer: Pointer
    title: str
    institution_id: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class PlaceNote:
    """Something to show beside a place: a template and its context, in it as `note`."""

    template: str
    context: dict[str, object]


_places: dict[str, FindPlace] = {}
_notes: dict[str, BuildNote] = {}


def register_place(kind: str, find: FindPlace) -> None:
    """`find` takes a visitor and a key, and gives None where the place does not exist for her."""
    _places[kind] = find


def find_place(user: Visitor, pointer: Pointer) -> Place | None:
    """The place for this visitor; None for an unknown kind, a wrong key, or somebody else's."""
    find = _places.get(pointer.kind)
    return find(user, pointer.key) if find else None


def register_place_note(name: str, build: BuildNote) -> None:
    """`build` returns None where it has nothing to say. It is asked on every lesson: it should cost no query."""
    _notes[name] = build


def notes_at(request: HttpRequest, pointer: Pointer) -> list[PlaceNote]:
    built = (build(request, pointer) for build in _notes.values())
    return [note for note in built if note is not None]
