"""How far a long command is, a line at each tenth: read as well in a log as on a screen."""

from typing import Protocol


class Says(Protocol):
    def write(self, msg: str) -> object: ...
    def flush(self) -> None: ...


class Progress:
    """Called with how many are done, of how many, and the name of the one."""

    def __init__(self, out: Says) -> None:
        self.out, self.tenth = out, -1

    def __call__(self, done: int, total: int, name: str) -> None:
        tenth = 10 * done // max(total, 1)
        if tenth == self.tenth:
            return
        self.tenth = tenth
        self.out.write(f"{tenth * 10:3} %  {done}/{total}  {name}")
        self.out.flush()
