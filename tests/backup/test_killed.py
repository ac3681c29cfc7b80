"""kill -9 in the middle: no half archive is ever seen under the name of a whole one."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from curriculum.backup.archive import verify

from .sites import a_site, environment, fill

pytestmark = pytest.mark.usefixtures("db")
FILES, SIZE = 40, 1_000_000
MOMENTS = ["  0 %", " 50 %", "100 %"]  # as the database is in, in the middle, and while it is read back


def begin(folder: Path, target: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "backup", str(target), "--without-keys"],
        cwd=settings.ROOT,
        env=environment(folder),
        stdout=subprocess.PIPE,
        text=True,
    )


def kill_at(process: subprocess.Popen[str], moment: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(moment):
            break
    process.kill()
    process.wait()


def test_a_killed_backup_leaves_nothing_that_looks_whole(tmp_path):
    target = tmp_path / "backups" / "site.tar"
    with a_site(tmp_path / "site") as folder:
        fill()
        for number in range(FILES):
            storages["default"].save(f"videos/{number}.mp4", ContentFile(bytes(SIZE)))
        for moment in MOMENTS:
            kill_at(begin(folder, target), moment)
            if target.exists():  # it was quicker than we
                verify(target, lambda *_: None)
                target.unlink()
        assert begin(folder, target).wait() == 0
    assert len(verify(target, lambda *_: None).members) == 1 + 3 + FILES
    assert {path.name for path in target.parent.iterdir()} == {"site.tar", ".cuidar-backup-lock"}
