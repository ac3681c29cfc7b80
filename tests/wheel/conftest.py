"""The wheel, built and installed beside an empty Wagtail project in an environment of its own."""

import os
import re
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OUR_FILES = Path(__file__).parent / "project"
PLUGIN = ROOT / "tests" / "example_plugin" / "conversations"
_PINNED = re.compile(r"^(\S+==[^\\\n]+?)\s*\\?$", re.MULTILINE)


@dataclass(frozen=True)
class Project:
    """A Wagtail project that has nothing of ours but the installed wheel."""

    home: Path
    python: Path

    def run(self, *arguments: str) -> str:
        """Runs Python in the project; fails with everything it printed."""
        done = subprocess.run(
            [str(self.python), *arguments],
            cwd=self.home,
            env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "cuidar_settings"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def manage(self, *arguments: str) -> str:
        return self.run("manage.py", *arguments)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that the working tree gains nothing."""
    copy = tmp_path_factory.mktemp("source") / "cuidar"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", "var", "__pycache__", ".*_cache", "node_modules", "*.mo"
    )
    shutil.copytree(ROOT, copy, ignore=ignored)
    dist = copy / "dist"
    if shutil.which("uv"):
        command = ["uv", "build", "--wheel", "--out-dir", str(dist)]
    else:
        command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(dist), "."]
    subprocess.run(command, cwd=copy, check=True)
    return next(dist.glob("cuidar-*.whl"))


@pytest.fixture(scope="session")
def project(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Only the plugins' own dependencies are installed, in the locked versions: a forgotten one shows."""
    home = tmp_path_factory.mktemp("school")
    venv.create(home / ".venv", with_pip=True)
    python = home / ".venv" / "bin" / "python"
    versions = home / "constraints.txt"
    versions.write_text("\n".join(_PINNED.findall((ROOT / "requirements.lock").read_text())))
    install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--constraint",
        str(versions),
    ]
    subprocess.run([str(python), *install, str(wheel)], check=True)
    subprocess.run([str(home / ".venv" / "bin" / "wagtail"), "start", "school", str(home)], check=True)
    shutil.copy(OUR_FILES / "settings.py", home / "cuidar_settings.py")
    shutil.copy(OUR_FILES / "urls.py", home / "cuidar_urls.py")
    shutil.copy(OUR_FILES / "journey.py", home)
    shutil.copytree(PLUGIN, home / "conversations")
    found = Project(home, python)
    found.manage("migrate", "--verbosity", "0")
    return found
