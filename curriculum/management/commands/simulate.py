from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.packs.faults import PackError
from curriculum.packs.located import RepeatedKey, read_located
from curriculum.simulate.playing import play
from curriculum.simulate.registry import events, expectations
from curriculum.simulate.world import CaseError


class Command(BaseCommand):
    help = "Play a described case on a programme, step by step, and keep nothing of it (docs/simulate.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", help="the case, a YAML file")
        parser.add_argument("--verbs", action="store_true", help="list the verbs that cases may use")

    def handle(self, *args: Any, file: str | None, verbs: bool, **options: Any) -> None:
        if verbs:
            self._list_verbs()
            return
        if file is None:
            raise CommandError("Name the file of a case, or ask for --verbs.")
        case = self._read(Path(file))
        self.stdout.write(self.style.MIGRATE_HEADING(str(case.get("title", file))))
        try:
            outcome = play(case, beside=Path(file).parent, say=self.stdout.write)
        except (CaseError, PackError) as error:
            raise CommandError(f"This case cannot be played. {error}", returncode=2) from error
        if outcome.differences:
            raise CommandError(f"{len(outcome.differences)} expectations do not hold.", returncode=1)
        self.stdout.write(self.style.SUCCESS(f"All {outcome.held} expectations hold."))

    def _read(self, path: Path) -> dict[str, Any]:
        try:
            data = read_located(str(path), path.read_text(encoding="utf-8")).data
        except OSError as error:
            raise CommandError(f"{path} cannot be opened. Check the name.", returncode=2) from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{path} is not in UTF-8. Save it again as UTF-8.", returncode=2) from error
        except RepeatedKey as error:
            raise CommandError(f"{path}:{error.line}: “{error.key}” stands twice.", returncode=2) from error
        except yaml.YAMLError as error:
            raise CommandError(f"{path} cannot be read as YAML: {error}", returncode=2) from error
        if not isinstance(data, dict):
            raise CommandError(f"{path} is not a case: it needs “pack” and “steps”.", returncode=2)
        return data

    def _list_verbs(self) -> None:
        for title, known in (("do", events()), ("expect", expectations())):
            self.stdout.write(self.style.MIGRATE_HEADING(title))
            for name, verb in sorted(known.items()):
                self.stdout.write(f"  {name:<22} {verb.help}")
