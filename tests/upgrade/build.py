"""Makes the data set of a release: `python -m tests.upgrade.build 0.1.0` (tests/fixtures/released/README.md).

On the database of DATABASE_URL, which must be new and empty, or on an SQLite file made for it.
"""

import lzma
import os
import sys
import tempfile
from pathlib import Path

import django

RELEASED = Path(__file__).parents[1] / "fixtures" / "released"


def main(release: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CUIDAR_VAR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "curriculum.site.settings.test"
        django.setup()
        from django.core.management import call_command
        from django.db import connection

        from tests.upgrade.sample_school import fill

        call_command("migrate", verbosity=0)
        # Only where the release is older than the program at hand: "curriculum=0006 modules=0001".
        for app, name in (pair.split("=") for pair in os.environ.get("UNTIL", "").split()):
            call_command("migrate", app, name, verbosity=0)
        fill()
        archive = Path(folder) / "site.tar"
        call_command("backup", str(archive), without_keys=True)
        target = RELEASED / f"{release}-{connection.vendor}.tar.xz"
        target.write_bytes(lzma.compress(archive.read_bytes(), preset=9))
        print(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
