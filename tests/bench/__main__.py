"""`python -m tests.bench`: from an empty database to the page in docs/."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import django

from tests.serving import ROOT, production_environment

from .databases import own_database


def main() -> None:
    with (
        tempfile.TemporaryDirectory(prefix="cuidar-bench-") as folder,
        own_database(os.environ.get("DATABASE_URL", ""), Path(folder)) as url,
    ):
        os.environ.update(production_environment(url, folder), DJANGO_SETTINGS_MODULE="tests.bench.settings")
        for command in (["compile_catalogues"], ["collectstatic", "--no-input"], ["migrate"]):
            print(f"▸ manage.py {command[0]}", flush=True)
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True, capture_output=True)
        django.setup()
        from .run import run  # needs Django's settings

        print(run())


if __name__ == "__main__":
    main()
