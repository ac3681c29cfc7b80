"""A pack on disk: a folder that is only ever read inside its own walls."""

from pathlib import Path

import yaml

from .faults import PackError, PackFault
from .located import Located, RepeatedKey, read_located

LARGEST_FILE = 2 * 1024 * 1024


class PackFolder:
    """Reads a pack's files. Every fault names the file and the line."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._documents: dict[str, Located] = {}

    def has(self, path: str) -> bool:
        return (self.root / path).is_file()

    def folders(self, path: str) -> list[str]:
        """The sub-folders of a folder, in order of name, as paths inside the pack."""
        base = self.root / path
        if not base.is_dir():
            return []
        return sorted(str(child.relative_to(self.root)) for child in base.iterdir() if child.is_dir())

    def files(self, path: str, suffix: str) -> list[str]:
        """The files of a folder with an ending, in order of name, as paths inside the pack."""
        base = self.root / path
        if not base.is_dir():
            return []
        return sorted(
            str(child.relative_to(self.root))
            for child in base.iterdir()
            if child.is_file() and child.suffix == suffix
        )

    def content(self, path: str) -> bytes:
        """The bytes of a file. Raises PackError when it is absent, too large or outside the pack."""
        target = (self.root / path).resolve()
        if not target.is_relative_to(self.root):
            raise PackError([PackFault(path, 0, "This file lies outside the pack. Move it into the pack.")])
        if not target.is_file():
            raise PackError([PackFault(path, 0, "This file is missing. Add it, or remove what names it.")])
        if target.stat().st_size > LARGEST_FILE:
            raise PackError([PackFault(path, 0, "This file is larger than 2 MB. Make it smaller.")])
        return target.read_bytes()

    def document(self, path: str) -> Located:
        """A YAML file as plain data with lines. Raises PackError with the line of the mistake."""
        if path not in self._documents:
            self._documents[path] = self._read(path)
        return self._documents[path]

    def _read(self, path: str) -> Located:
        try:
            return read_located(path, self.content(path).decode("utf-8"))
        except UnicodeDecodeError:
            fault = PackFault(path, 0, "This file is not in UTF-8. Save it again as UTF-8.")
        except RepeatedKey as error:
            values = (("key", error.key),)
            fault = PackFault(path, error.line, "“%(key)s” stands here twice. Keep one of them.", values)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            values = (("problem", error.problem or ""),)
            fault = PackFault(path, line, "This cannot be read as YAML: %(problem)s.", values)
        except yaml.YAMLError:
            fault = PackFault(path, 0, "This cannot be read as YAML: it holds a character that is not text.")
        raise PackError([fault])
