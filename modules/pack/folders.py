"""Where the lessons of a pack lie: `lessons/<module>/<NN-lesson>/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from curriculum.api import PackError, PackFolder

LANGUAGES = ("es", "pt", "en")
QUIZ = "quiz.yaml"


@dataclass(frozen=True, slots=True)
class LessonFolder:
    """One lesson of a pack, not yet read."""

    pack: PackFolder
    path: str

    @property
    def module_key(self) -> str:
        return self.path.split("/")[1]

    @property
    def name(self) -> str:
        """The last part of the path, `05-falls`."""
        return self.path.rpartition("/")[2]

    @property
    def meta(self) -> dict[str, Any]:
        """`lesson.yaml` as plain data."""
        return self.pack.document(f"{self.path}/lesson.yaml").data

    def text_path(self, language: str) -> str:
        return f"{self.path}/{language}.yaml"

    def picture_path(self, name: str) -> str:
        return f"{self.path}/pictures/{name}"

    def text(self, language: str) -> dict[str, Any]:
        return self.pack.document(self.text_path(language)).data

    @property
    def languages(self) -> list[str]:
        """The languages in which this lesson is written, the pack's main one first."""
        return [code for code in content_languages(self.pack) if self.pack.has(self.text_path(code))]


def content_languages(pack: PackFolder) -> list[str]:
    """The languages of the lessons, the main one first."""
    try:
        stated = pack.document("pack.yaml").data.get("content_languages")
    except (PackError, AttributeError):
        stated = None
    return list(stated) if isinstance(stated, list) and stated else list(LANGUAGES)


def lesson_folders(pack: PackFolder) -> Iterator[LessonFolder]:
    """Every lesson, module by module, in the order of its number. A folder with a quiz alone is no lesson."""
    for module in pack.folders("lessons"):
        for path in pack.folders(module):
            files = set(pack.files(path, ".yaml")) - {f"{path}/{QUIZ}"}
            if files or not pack.has(f"{path}/{QUIZ}"):
                yield LessonFolder(pack, path)


def quiz_keys(pack: PackFolder) -> set[str]:
    """The keys of all quizzes of a pack, wherever they lie; their own section says what is wrong with them."""
    keys = set()
    for top in ("lessons", "quizzes"):
        for path in (path for module in pack.folders(top) for path in pack.folders(module)):
            try:
                keys.add(pack.document(f"{path}/{QUIZ}").data["key"])
            except (PackError, KeyError, TypeError):
                continue
    return keys
