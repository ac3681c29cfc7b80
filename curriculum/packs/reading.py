"""From a folder to its content: every fault of the programme's own files, all at once."""

from collections.abc import Iterator
from typing import Any

from curriculum.rules import RuleError, parse_rule_set

from .content import PackContent, programme_from, standard_from
from .faults import PackError, PackFault
from .folder import PackFolder
from .located import Located
from .schema import PACK, PROGRAMME, STANDARD, shape_faults
from .sense import sense_faults


def read_pack(folder: PackFolder) -> PackContent:
    """The content of a pack. Raises PackError with everything that is wrong in its programme files."""
    faults = list(programme_faults(folder))
    if faults:
        raise PackError(faults)
    return _content(folder)


def programme_faults(folder: PackFolder) -> Iterator[PackFault]:
    """Faults of shape first; what the parts say of each other only when each part can be read."""
    found = [*_file_faults(folder, "pack.yaml", PACK), *_file_faults(folder, "programme.yaml", PROGRAMME)]
    if folder.has("standard.yaml"):
        found += _file_faults(folder, "standard.yaml", STANDARD)
    for path in folder.files("rules", ".yaml"):
        found += _rule_faults(folder, path)
    yield from found
    if not found:
        yield from sense_faults(folder, _content(folder))


def _content(folder: PackFolder) -> PackContent:
    standard = standard_from(folder.document("standard.yaml").data) if folder.has("standard.yaml") else None
    return PackContent(
        programme=programme_from(folder.document("programme.yaml").data),
        standard=standard,
        rules={_name(path): folder.document(path).data for path in folder.files("rules", ".yaml")},
    )


def _name(path: str) -> str:
    return path.removeprefix("rules/").removesuffix(".yaml")


def _file_faults(folder: PackFolder, path: str, schema: dict[str, Any]) -> list[PackFault]:
    try:
        return list(shape_faults(folder.document(path), schema))
    except PackError as error:
        return list(error.faults)


def _rule_faults(folder: PackFolder, path: str) -> list[PackFault]:
    try:
        located = folder.document(path)
    except PackError as error:
        return list(error.faults)
    try:
        parse_rule_set(located.data)
    except RuleError as error:
        return [
            PackFault(path, line_of_json_path(located, fault.path), fault.message, fault.values)
            for fault in error.faults
        ]
    return []


def line_of_json_path(located: Located, path: str) -> int:
    """The line of `$.root.of[2].minutes`."""
    steps = path.removeprefix("$").replace("[", ".").replace("]", "").split(".")
    return located.line_of(*(int(step) if step.isdigit() else step for step in steps if step))
