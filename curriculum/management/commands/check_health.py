import json
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from curriculum.health.enums import State
from curriculum.health.report import full_report
from curriculum.management.speaking import SpeakingCommand


class Command(SpeakingCommand):
    help = (
        "Says how the site is, a line for each thing that is watched. Ends with 1 where there is a problem."
    )
    requires_system_checks: list[str] = []  # what they would find is in the report

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        report = full_report()
        if options["json"]:
            self.stdout.write(json.dumps(report.as_data()))
        else:
            for line in report.lines:
                parts = [f"{line.finding.state.label:15} {line.watched.label}", line.finding.words]
                self.stdout.write(": ".join(part for part in parts if part))
        if report.state == State.PROBLEM:
            raise CommandError(_("There is a problem."), returncode=1)
