"""Which texts the sources ask gettext for."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

SOURCES = ("curriculum", "modules", "assessments")
TEMPLATE_ENDINGS = {".html", ".txt"}

# Name of the function → which of its arguments are context, msgid and plural.
_CALLS = {
    "_": (None, 0, None),
    "PackFault": (None, 2, None),  # said in the reader's language where it is shown
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
# What templatize writes in the place of a tag; everything else it writes is blanked out.
_TEMPLATE_CALL = re.compile(
    r"\b(?:_|n?p?gettext)\((?:u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\s*,?\s*)+(?:count)?\s*\)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One text to translate, and the file (relative to the project) that asks for it."""

    text: str
    plural: str = ""
    context: str = ""
    file: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.text


def messages_of_the_project(root: Path) -> list[Message]:
    """Every text once for each file that uses it, in the order of the files."""
    return [message for path in _sources(root) for message in messages_of_file(path, root)]


def messages_of_file(path: Path, root: Path) -> list[Message]:
    """Raises SyntaxError for a Python file that does not parse."""
    text, name = path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()
    if path.suffix in TEMPLATE_ENDINGS:
        calls = "\n".join(_TEMPLATE_CALL.findall(templatize(text, origin=name))).replace(",count", ", count")
        return list(_called(ast.parse(calls), name))
    return list(_called(ast.parse(text, name), name))


def _sources(root: Path) -> Iterator[Path]:
    for package in SOURCES:
        for path in sorted((root / package).rglob("*")):
            wanted = path.suffix == ".py" or (path.suffix in TEMPLATE_ENDINGS and "templates" in path.parts)
            if wanted and "migrations" not in path.parts:
                yield path


def _called(tree: ast.AST, file: str) -> Iterator[Message]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (positions := _CALLS.get(_name(node.func))):
            context, text, plural = (_constant(node, position) for position in positions)
            if text:
                yield Message(text, plural, context, file)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _constant(call: ast.Call, position: int | None) -> str:
    """The literal text at that position; a text made at run time cannot be translated and is left out."""
    if position is None or position >= len(call.args):
        return ""
    argument = call.args[position]
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return argument.value if is_text else ""  # type: ignore[attr-defined]
