from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from curriculum.management.speaking import SpeakingCommand
from curriculum.packs.faults import PackError
from curriculum.packs.located import RepeatedKey, read_located
from curriculum.simulate.playing import play
from curriculum.simulate.registry import events, expectations
from curriculum.simulate.world import CaseError


class Command(SpeakingCommand):
    help = "Play a described case on a programme, step by step, and keep nothing of it (docs/simulate.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("file", nargs="?", help="the case, a YAML file")
        parser.add_argument("--verbs", action="store_true", help="list the verbs that cases may use")

    def handle(self, *args: Any, file: str | None, verbs: bool, **options: Any) -> None:
        if verbs:
            self._list_verbs()
            return
        if file is None:
            raise CommandError(_("Name the file of a case, or ask for --verbs."))
        case = self._read(Path(file))
        self.stdout.write(self.style.MIGRATE_HEADING(str(case.get("title", file))))
        try:
            outcome = play(case, beside=Path(file).parent, say=self.stdout.write)
        except (CaseError, PackError) as error:
            said = _("This case cannot be played. %(fault)s") % {"fault": error}
            raise CommandError(said, returncode=2) from error
        if outcome.differences:
            count = len(outcome.differences)
            said = ngettext(
                "%(count)s expectation does not hold.", "%(count)s expectations do not hold.", count
            )
            raise CommandError(said % {"count": count}, returncode=1)
        said = ngettext("%(count)s expectation holds.", "All %(count)s expectations hold.", outcome.held)
        self.stdout.write(self.style.SUCCESS(said % {"count": outcome.held}))

    def _read(self, path: Path) -> dict[str, Any]:
        try:
            data = read_located(str(path), path.read_text(encoding="utf-8")).data
        except OSError as error:
            said = _("%(path)s cannot be opened. Check the name.") % {"path": path}
            raise CommandError(said, returncode=2) from error
        except UnicodeDecodeError as error:
            said = _("%(path)s is not in UTF-8. Save it again as UTF-8.") % {"path": path}
            raise CommandError(said, returncode=2) from error
        except RepeatedKey as error:
            said = _("“%(key)s” stands twice.") % {"key": error.key}
            raise CommandError(f"{path}:{error.line}: {said}", returncode=2) from error
        except yaml.YAMLError as error:
            said = _("%(path)s cannot be read as YAML: %(fault)s") % {"path": path, "fault": error}
            raise CommandError(said, returncode=2) from error
        if not isinstance(data, dict):
            said = _("%(path)s is not a case: it needs “pack” and “steps”.") % {"path": path}
            raise CommandError(said, returncode=2)
        return data

    def _list_verbs(self) -> None:
        for title, known in (("do", events()), ("expect", expectations())):
            self.stdout.write(self.style.MIGRATE_HEADING(title))
            for name, verb in sorted(known.items()):
                self.stdout.write(f"  {name:<22} {verb.help}")
