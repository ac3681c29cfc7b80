"""Asks programs that are not ours about what we issue; see `verify.mjs`. Nothing is fetched."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def ask_strangers(question: Mapping[str, Any]) -> dict[str, Any]:
    """Fails, and says what is missing, where Node or the packages cannot be had."""
    node = shutil.which("node")
    assert node, "Node is needed for this test: make var/.javascript-development"
    assert (ROOT / "node_modules" / "jose").exists(), (
        "npm packages are missing: make var/.javascript-development"
    )
    done = subprocess.run(
        [node, str(Path(__file__).with_name("verify.mjs"))],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
