"""Every fault of the lessons of a pack, with file and line."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_noop

from curriculum.api import Located, PackError, PackFault, PackFolder, drawing_fault, shape_faults

from .folders import LessonFolder, content_languages, lesson_folders, quiz_keys
from .likeness import likeness_faults
from .markdown import unknown_marks
from .shapes import LESSON, LESSON_TEXT


def lesson_faults(pack: PackFolder) -> Iterator[PackFault]:
    """Faults of each lesson, then keys that two lessons share and folders of modules that are not there."""
    homes: dict[str, list[str]] = defaultdict(list)
    modules, quizzes = _module_keys(pack), quiz_keys(pack)
    for folder in lesson_folders(pack):
        if modules and folder.module_key not in modules:
            message = gettext_noop(
                "The programme has no module “%(module)s”. Correct the name of the folder."
            )
            yield PackFault(folder.path, 0, message, (("module", folder.module_key),))
        meta = _read(folder, f"{folder.path}/lesson.yaml", LESSON)
        yield from meta.faults
        if meta.located and not meta.faults:
            homes[meta.located.data["key"]].append(folder.path)
        yield from _text_faults(folder)
        if meta.located and not meta.faults:
            yield from _quiz_faults(folder, meta.located, quizzes)
    for key, paths in homes.items():
        for path in paths[1:]:
            message = gettext_noop(
                "The key “%(key)s” is already used in %(other)s. Give this lesson a key of its own."
            )
            yield PackFault(f"{path}/lesson.yaml", 1, message, (("key", key), ("other", paths[0])))


class _Reading:
    """A file read, or what is wrong with it."""

    def __init__(self, located: Located | None, faults: list[PackFault]) -> None:
        self.located, self.faults = located, faults


def _read(folder: LessonFolder, path: str, schema: dict[str, Any]) -> _Reading:
    try:
        located = folder.pack.document(path)
    except PackError as error:
        return _Reading(None, list(error.faults))
    return _Reading(located, list(shape_faults(located, schema)))


def _module_keys(pack: PackFolder) -> set[str]:
    try:
        return {module["key"] for module in pack.document("programme.yaml").data["modules"]}
    except (PackError, KeyError, TypeError):
        return set()  # the programme's own section says what is wrong there


def _text_faults(folder: LessonFolder) -> Iterator[PackFault]:
    main = content_languages(folder.pack)[0]
    texts = {
        language: _read(folder, folder.text_path(language), LESSON_TEXT)
        for language in {main, *folder.languages}
    }
    for reading in texts.values():
        yield from reading.faults
    whole = {
        code: reading.located for code, reading in texts.items() if reading.located and not reading.faults
    }
    for located in whole.values():
        yield from _sense_faults(folder, located)
    if main in whole:
        for language, located in whole.items():
            if language != main:
                yield from likeness_faults(whole[main], located)


def _sense_faults(folder: LessonFolder, located: Located) -> Iterator[PackFault]:
    seen: set[str] = set()
    for number, block in enumerate(located.data["blocks"]):
        line = located.line_of("blocks", number)
        if block["id"] in seen:
            message = gettext_noop("The id “%(id)s” stands here twice. Give each block an id of its own.")
            yield PackFault(located.path, line, message, (("id", block["id"]),))
        seen.add(block["id"])
        if block["type"] == "text" and unknown_marks(block["text"]):
            message = gettext_noop(
                "Only paragraphs, lists, **bold**, *italic* and links can stand here. Remove the rest."
            )
            yield PackFault(located.path, located.line_of("blocks", number, "text"), message)
        for name in _pictures(block):
            yield from _picture_faults(folder, located, line, name)


def _pictures(block: dict[str, Any]) -> list[str]:
    if block["type"] == "picture":
        return [block["file"]]
    return [step["picture"] for step in block.get("steps", ()) if "picture" in step]


def _picture_faults(folder: LessonFolder, located: Located, line: int, name: str) -> Iterator[PackFault]:
    path = folder.picture_path(name)
    if not folder.pack.has(path):
        message = gettext_noop(
            "The picture “%(file)s” is not in the folder “pictures”. Add it or correct the name."
        )
        yield PackFault(located.path, line, message, (("file", name),))
        return
    try:
        content = folder.pack.content(path)
    except PackError as error:
        yield from error.faults
        return
    fault = drawing_fault(name, content)
    if fault:
        yield PackFault(path, 0, fault)


def _quiz_faults(folder: LessonFolder, meta: Located, quizzes: set[str]) -> Iterator[PackFault]:
    quiz = meta.data.get("quiz")
    if quiz and quiz not in quizzes:
        message = gettext_noop(
            "There is no quiz “%(quiz)s” in this pack. Add a quiz.yaml with this key beside the lesson."
        )
        yield PackFault(meta.path, meta.line_of("quiz"), message, (("quiz", quiz),))
    for language in folder.languages:
        try:
            located = folder.pack.document(folder.text_path(language))
            blocks = located.data["blocks"]
            used = [block.get("quiz") for block in blocks if block.get("type") == "assessment"]
        except (PackError, KeyError, TypeError, AttributeError):
            continue  # said already
        if used != ([quiz] if quiz else []):
            message = (
                "The quiz of the blocks and the “quiz” of lesson.yaml must be the same. Correct one of them."
            )
            yield PackFault(located.path, located.line_of("blocks"), message)
