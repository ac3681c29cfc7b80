"""Lesson pages as the files they are read from."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from wagtail.blocks import StreamValue
from wagtail.images.models import AbstractImage

from assessments.models import Assessment
from modules.models import LessonPage

from .markdown import to_markdown

Raw = dict[str, Any]


class LessonWriter:
    """Writes one lesson, given its published pages by language, the main language first."""

    def __init__(self, pages: Mapping[str, LessonPage]) -> None:
        self.pages = pages
        self.main = next(iter(pages.values()))

    def write(self, module_folder: Path, number: int) -> None:
        """Every language, `lesson.yaml` and the pictures. What a pack has no block for is named in a comment."""
        folder = module_folder / f"{number:02}-{self._name}"
        (folder / "pictures").mkdir(parents=True, exist_ok=True)
        write_yaml(folder / "lesson.yaml", self._meta())
        for language, page in self.pages.items():
            left_out = [block.block_type for block in page.body if block.block_type not in BLOCKS]
            write_yaml(folder / f"{language}.yaml", _text_of(page), left_out)
        for image in _images(self.main.body):
            with image.open_file() as file:
                (folder / "pictures" / picture_name(image)).write_bytes(file.read())

    @property
    def _name(self) -> str:
        return self.main.source_folder.partition("-")[2] or self._key

    @property
    def _key(self) -> str:
        return self.main.source_key or self.main.slug

    def _meta(self) -> Raw:
        page = self.main
        review = {"by": page.reviewed_by, "on": _day(page.reviewed_on), "next": _day(page.next_review_on)}
        quizzes = [block.value.key for block in page.body if block.block_type == "assessment" and block.value]
        return {
            "key": self._key,
            "minutes": page.minutes,
            "reviewed": {name: value for name, value in review.items() if value} or None,
            "sources": [
                {name: value for name, value in source.value.items() if value} for source in page.sources
            ],
            "quiz": quizzes[0] if quizzes else None,
        }


def picture_name(image: AbstractImage) -> str:
    """The file name it was loaded with, which is its title; else that of its stored file."""
    stored = Path(image.file.name)
    return image.title if Path(image.title).suffix == stored.suffix else stored.name


def _text_of(page: LessonPage) -> Raw:
    return {
        "title": page.title,
        "summary": page.summary,
        "outcomes": [outcome.value for outcome in page.outcomes],
        "blocks": [
            {"id": block.id, "type": block.block_type, **BLOCKS[block.block_type](block.value)}
            for block in page.body
            if block.block_type in BLOCKS
        ],
    }


def _images(body: StreamValue) -> list[AbstractImage]:
    found = []
    for block in body:
        if block.block_type == "picture":
            found.append(block.value["image"])
        elif block.block_type == "procedure":
            found += [step["image"] for step in block.value["steps"] if step["image"]]
    return found


def _picture(value: Any) -> Raw:
    return {"file": picture_name(value["image"]), "alt": value["alt"], "caption": value["caption"]}


def _procedure(value: Any) -> Raw:
    return {"title": value["title"], "steps": [_step(item) for item in value["steps"].bound_blocks]}


def _step(item: Any) -> Raw:
    step: Raw = {"id": item.id, "text": item.value["text"]}
    if item.value["image"]:
        step |= {"picture": picture_name(item.value["image"]), "alt": item.value["alt"]}
    return step


def _task_sheet(value: Any) -> Raw:
    kept = {field: value[field] for field in ("title", "minutes", "purpose")}
    return {**kept, "steps": list(value["steps"]), "lines": value["lines"], "bring": value["bring"]}


def _quiz(assessment: Assessment) -> Raw:
    return {"quiz": assessment.key}


BLOCKS: dict[str, Callable[[Any], Raw]] = {
    "heading": lambda value: {"text": value},
    "text": lambda value: {"text": to_markdown(value.source)},
    "picture": _picture,
    "procedure": _procedure,
    "do_dont": lambda value: {"do": list(value["do"]), "dont": list(value["dont"])},
    "warning": lambda value: {"level": value["level"], "text": value["text"]},
    "term": lambda value: {"term": value["term"], "definition": value["definition"]},
    "checklist": lambda value: {"title": value["title"], "items": list(value["items"])},
    "reflection": lambda value: {"question": value["question"]},
    "remember": lambda value: {"items": list(value["items"])},
    "task_sheet": _task_sheet,
    "assessment": _quiz,
}


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


class _ReadableDumper(yaml.SafeDumper):
    """Texts of several lines stand as lines."""


def _readable(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_ReadableDumper.add_representer(str, _readable)


def write_yaml(path: Path, data: Raw, left_out: list[str] | None = None) -> None:
    text = yaml.dump(data, Dumper=_ReadableDumper, allow_unicode=True, sort_keys=False, width=110)
    notes = "".join(f"# A pack has no block for this, so it is left out: {name}\n" for name in left_out or ())
    path.write_text(notes + text, encoding="utf-8")
