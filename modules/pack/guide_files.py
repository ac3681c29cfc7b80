"""Where the guides of a pack lie, and what is wrong with them: `guides/<NN-key>/guide.yaml`, its drawings beside it.

A guide is short, so its languages stand side by side.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop

from curriculum.api import (
    KEY,
    TEXTS,
    Located,
    PackError,
    PackFault,
    PackFolder,
    drawing_fault,
    list_of,
    shape,
    shape_faults,
)

from .folders import content_languages
from .shapes import FILE, ID

STEP = shape({"id": ID, "text": TEXTS}, {"picture": FILE, "alt": TEXTS}) | {
    "dependentRequired": {"picture": ["alt"], "alt": ["picture"]}
}
GUIDE = shape(
    {"key": KEY, "title": TEXTS, "summary": TEXTS, "steps": list_of(STEP) | {"minItems": 2, "maxItems": 12}}
)


@dataclass(frozen=True, slots=True)
class GuideFolder:
    """One guide of a pack, not yet read."""

    pack: PackFolder
    path: str

    @property
    def located(self) -> Located:
        return self.pack.document(f"{self.path}/guide.yaml")

    @property
    def data(self) -> dict[str, Any]:
        return self.located.data

    @property
    def pictures(self) -> list[str]:
        return [step["picture"] for step in self.data["steps"] if "picture" in step]

    def picture(self, name: str) -> bytes:
        return self.pack.content(f"{self.path}/pictures/{name}")


def guide_folders(pack: PackFolder) -> Iterator[GuideFolder]:
    """Every guide, in the order of its number."""
    for path in pack.folders("guides"):
        yield GuideFolder(pack, path)


def guide_faults(pack: PackFolder) -> Iterator[PackFault]:
    """Every fault of the guides, with file and line."""
    for folder in guide_folders(pack):
        try:
            faults = list(shape_faults(folder.located, GUIDE))
        except PackError as error:
            faults = list(error.faults)
        yield from faults
        if not faults:
            yield from _missing_languages(folder)
            yield from _picture_faults(folder)


def _missing_languages(folder: GuideFolder) -> Iterator[PackFault]:
    located, languages = folder.located, set(content_languages(folder.pack))
    fields = [("title",), ("summary",), *(("steps", n, "text") for n in range(len(folder.data["steps"])))]
    fields += [("steps", n, "alt") for n, step in enumerate(folder.data["steps"]) if "alt" in step]
    for place in fields:
        texts: Any = located.data
        for part in place:
            texts = texts[part]
        for language in sorted(languages - texts.keys()):
            message = gettext_noop("The text in “%(language)s” is missing here. Add it.")
            yield PackFault(located.path, located.line_of(*place), message, (("language", language),))


def _picture_faults(folder: GuideFolder) -> Iterator[PackFault]:
    for name in folder.pictures:
        try:
            fault = drawing_fault(name, folder.picture(name))
        except PackError as error:
            yield from error.faults
        else:
            if fault:
                yield PackFault(f"{folder.path}/pictures/{name}", 0, fault)
