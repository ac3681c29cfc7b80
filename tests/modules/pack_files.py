"""A small pack on disk, made for each test: one programme, one module, lessons in three languages."""

from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("es", "pt", "en")

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">'
    '<rect width="400" height="300" fill="{colour}"/></svg>'
)


def write(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def side_by_side(text: str) -> dict[str, str]:
    return {language: f"{text} {language}" for language in LANGUAGES}


def make_pack(root: Path, *lessons: str) -> Path:
    """A pack that `load_pack` accepts, with lessons of these keys in the module "levelling"."""
    write(
        root / "pack.yaml",
        {
            "schema": "cuidar/pack/1",
            "key": "small",
            "version": "1",
            "languages": list(LANGUAGES),
            "content_languages": list(LANGUAGES),
        },
    )
    write(
        root / "programme.yaml",
        {
            "key": "small-course",
            "version": "1",
            "status": "in_force",
            "service_type": "training",
            "name": side_by_side("Curso"),
            "practice_counts": "not_stated",
            "modules": [
                {
                    "key": "levelling",
                    "title": side_by_side("Nivelación"),
                    "hours_origin": "school",
                    "hours": {"online": "0:07", "class": "0:53"},
                }
            ],
        },
    )
    for number, key in enumerate(lessons, start=1):
        make_lesson_folder(root, number, key)
    return root


def make_lesson_folder(root: Path, number: int, key: str) -> Path:
    folder = root / "lessons" / "levelling" / f"{number:02}-{key}"
    write(
        folder / "lesson.yaml",
        {
            "key": key,
            "minutes": 7,
            "reviewed": {"by": "Una enfermera", "on": "2026-05-01", "next": "2027-05-01"},
            "sources": [{"title": "A guide", "publisher": "A ministry", "year": 2021}],
            "quiz": None,
        },
    )
    for language in LANGUAGES:
        write(folder / f"{language}.yaml", lesson_text(key, language))
    pictures = folder / "pictures"
    pictures.mkdir()
    for name, colour in (("label.svg", "#1f7a76"), ("hand.svg", "#d9694f")):
        (pictures / name).write_text(DRAWING.format(colour=colour), encoding="utf-8")
    return folder


def lesson_text(key: str, language: str) -> dict[str, Any]:
    """Every kind of block except an assessment."""

    def say(words: str) -> str:
        return f"{words} {language}"

    return {
        "title": say(key),
        "summary": say("Resumen"),
        "outcomes": [say("Uno"), say("Dos")],
        "blocks": [
            {"id": "arrival", "type": "heading", "text": say("Llegada")},
            {
                "id": "story",
                "type": "text",
                "text": f"Doña Elvira toma **tres {language}** y *una* más.\n\n1. Leer\n2. Mirar {language}\n",
            },
            {"id": "label", "type": "picture", "file": "label.svg", "alt": say("Etiqueta"), "caption": ""},
            {
                "id": "steps",
                "type": "procedure",
                "title": say("Pasos"),
                "steps": [
                    {"id": "wash", "text": say("Lavarse")},
                    {"id": "read", "text": say("Leer"), "picture": "hand.svg", "alt": say("Mano")},
                ],
            },
            {"id": "pair", "type": "do_dont", "do": [say("Sí")], "dont": [say("No")]},
            {"id": "care", "type": "warning", "level": "danger", "text": say("Llame [[emergency_number]]")},
            {"id": "word", "type": "term", "term": say("Dosis"), "definition": say("Cuánto")},
            {"id": "list", "type": "checklist", "title": say("Antes"), "items": [say("A"), say("B")]},
            {"id": "think", "type": "reflection", "question": say("¿A quién?")},
            {
                "id": "sheet",
                "type": "task_sheet",
                "title": say("Hoja"),
                "minutes": 60,
                "purpose": say("Practicar"),
                "steps": [say("Mirar"), say("Anotar")],
                "lines": 4,
                "bring": say("La hoja"),
            },
            {"id": "keep", "type": "remember", "items": [say("1"), say("2"), say("3")]},
        ],
    }
