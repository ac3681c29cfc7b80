"""`python -m tests.bench`: from an empty database to the page in docs/."""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

import django

from tests.serving import ROOT

from .databases import own_database


def main() -> None:
    with (
        tempfile.TemporaryDirectory(prefix="cuidar-bench-") as folder,
        own_database(os.environ.get("DATABASE_URL", ""), Path(folder)) as url,
    ):
        os.environ.update(environment(url, folder))
        for command in (["compile_catalogues"], ["collectstatic", "--no-input"], ["migrate"]):
            print(f"▸ manage.py {command[0]}", flush=True)
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True, capture_output=True)
        django.setup()
        from .run import run  # needs Django's settings

        print(run())


def environment(url: str, folder: str) -> dict[str, str]:
    """What a real school sets, made for this run alone."""
    return {
        "DATABASE_URL": url,
        "CUIDAR_VAR": folder,
        "CUIDAR_SECRET_KEY": secrets.token_urlsafe(50),
        "CUIDAR_ALLOWED_HOSTS": "127.0.0.1",
        "CUIDAR_BASE_URL": "http://127.0.0.1",
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
    }


if __name__ == "__main__":
    main()
