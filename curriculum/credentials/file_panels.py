"""What a person's file says of her progress, her awards and what is recorded about her."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from curriculum.people.models import Participation
from curriculum.people.panels import FilePanel, FileVisit
from curriculum.records.models import Evidence
from curriculum.standards.clock import local_date

from .models import Award
from .queries import progress_towards
from .showing import entry_rows
from .words import names_of, sentences

ENTRIES_SHOWN = 200


def progress(visit: FileVisit) -> FilePanel | None:
    """How far each open participation has come, in the sentences that she reads herself."""
    rows = (
        Participation.objects.open()
        .filter(person=visit.person, institution__in=visit.institutions)
        .select_related("programme_version__programme", "institution")
    )
    courses = [
        {
            "participation": row,
            "steps": [
                {
                    "step": step,
                    "sentences": sentences(step.finding, programme_version_id=row.programme_version_id),
                }
                for step in progress_towards(row, on=local_date(timezone.now(), row.institution))
            ],
        }
        for row in rows
    ]
    template = "curriculum/credentials/panel_progress.html"
    return FilePanel(_("How far she has come"), template, {"courses": courses}) if courses else None


def awards(visit: FileVisit) -> FilePanel:
    rows = Award.objects.filter(person=visit.person, institution__in=visit.institutions)
    context = {"awards": rows.select_related("revocation"), "may_administer": visit.may_administer}
    return FilePanel(_("What she has earned"), "curriculum/credentials/panel_awards.html", context)


def recorded(visit: FileVisit) -> FilePanel:
    """The ledger, newest first; read only, because an entry is corrected by another entry."""
    entries = list(
        Evidence.objects.filter(person=visit.person, institution__in=visit.institutions)
        .select_related("recorded_by", "note")
        .prefetch_related("withdrawn_by")
        .order_by("-occurred_at", "-pk")[:ENTRIES_SHOWN]
    )
    versions = Participation.objects.filter(
        person=visit.person, institution__in=visit.institutions
    ).values_list("programme_version_id", flat=True)
    names: dict[str, str] = {}
    for version_id in versions:
        names |= names_of(version_id)
    context = {"rows": entry_rows(entries, names), "most": ENTRIES_SHOWN}
    return FilePanel(_("What is recorded"), "curriculum/credentials/panel_recorded.html", context)
