"""A person's file: write to her, and who walks beside her."""

from django.utils.translation import gettext_lazy as _

from curriculum.api import FilePanel, FileVisit
from curriculum.circles.silence import learners_seen_by


def build_contact(visit: FileVisit) -> FilePanel | None:
    """For each course that the reader looks after; two queries."""
    rows = learners_seen_by(visit.reader).filter(person=visit.person).prefetch_related("mentorships__mentor")
    courses = list(rows.select_related("programme_version__programme"))
    return (
        FilePanel(_("Staying in touch"), "circles/desk/file_panel.html", {"courses": courses})
        if courses
        else None
    )
