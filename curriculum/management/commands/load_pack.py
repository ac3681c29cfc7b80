from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from curriculum.management.speaking import SpeakingCommand
from curriculum.packs.faults import PackError
from curriculum.packs.loading import PublishedDiffers
from curriculum.packs.services import find_pack, load_pack
from curriculum.standards.models import Institution


class Command(SpeakingCommand):
    help = "Load a programme pack. Safe to repeat: what people have changed since is left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("pack", help="folder of the pack, or its name in the library")
        parser.add_argument("--institution", help="key of the institution it belongs to")

    def handle(self, *args: Any, pack: str, institution: str | None, **options: Any) -> None:
        owner = self._institution(institution)
        try:
            version, report = load_pack(folder=find_pack(pack), institution=owner)
        except PackError as error:
            for fault in error.faults:
                self.stderr.write(str(fault))
            count = len(error.faults)
            said = ngettext(
                "Nothing was loaded: %(count)s fault to mend.",
                "Nothing was loaded: %(count)s faults to mend.",
                count,
            )
            raise CommandError(said % {"count": count}) from error
        except PublishedDiffers as error:
            for line in error.differences:
                self.stderr.write(line)
            said = _(
                "Nothing was loaded: %(what)s is published and says something else. "
                "Give the pack a new version."
            )
            raise CommandError(said % {"what": error.what}) from error
        for line in report.kept:
            self.stdout.write(_("Left alone, because it was changed here since: %(what)s") % {"what": line})
        said = _(
            "%(version)s: %(created)s new, %(updated)s updated, %(unchanged)s unchanged, %(kept)s left alone."
        )
        counts = {
            "version": version,
            "created": len(report.created),
            "updated": len(report.updated),
            "unchanged": report.unchanged,
            "kept": len(report.kept),
        }
        self.stdout.write(self.style.SUCCESS(said % counts))

    def _institution(self, key: str | None) -> Institution:
        known = list(Institution.objects.order_by("key"))
        if key is None and len(known) == 1:
            return known[0]
        chosen = next((institution for institution in known if institution.key == key), None)
        if chosen is None:
            keys = ", ".join(institution.key for institution in known) or _("none yet")
            said = _("Name the institution with --institution. Known: %(keys)s.")
            raise CommandError(said % {"keys": keys})
        return chosen
