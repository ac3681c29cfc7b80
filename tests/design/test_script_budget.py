"""What work without signal adds to a lesson page, as it travels."""

import gzip
import re
from pathlib import Path

from tests.design.stylesheets import CSS

SCRIPTS = CSS.parent / "js" / "offline"
BUDGET = 15 * 1024  # bytes, compressed
IMPORTED = re.compile(r'^import .*? from "\./(\w+\.js)";$', re.MULTILINE)


def brought_by(entry: str) -> set[Path]:
    """A script and everything that it imports before it runs."""
    found, waiting = set[Path](), [SCRIPTS / entry]
    while waiting:
        script = waiting.pop()
        if script not in found:
            found.add(script)
            waiting += [SCRIPTS / name for name in IMPORTED.findall(script.read_text())]
    return found


def test_the_scripts_of_a_lesson_page_are_light() -> None:
    page = brought_by("start.js")
    assert len(page) > 5
    assert sum(len(gzip.compress(script.read_bytes())) for script in page) < BUDGET


def test_all_scripts_together_with_the_worker_are_light() -> None:
    assert sum(len(gzip.compress(script.read_bytes())) for script in SCRIPTS.glob("*.js")) < 20 * 1024


def test_every_script_is_used() -> None:
    everything = "".join(script.read_text() for script in SCRIPTS.glob("*.js"))
    entries = {"start.js", "worker.js"}
    assert {path.name for path in SCRIPTS.glob("*.js")} - entries <= set(
        re.findall(r'"\./(\w+\.js)"', everything)
    )
