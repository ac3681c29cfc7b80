"""A person's file: what she attended in class, for those who teach her or administer."""

from django.utils.translation import gettext_lazy as _

from curriculum.api import FilePanel, FileVisit

from .permissions import groups_taught_by
from .queries import attendance_by_module


def build_attendance(visit: FileVisit) -> FilePanel | None:
    """By course and module, where she has class; three queries and two for each course."""
    seen = groups_taught_by(visit.reader).values("pk")
    own = visit.person.participations.filter(group__in=seen).select_related(
        "group", "programme_version__programme"
    )
    courses = [(each, rows) for each in own if (rows := attendance_by_module(each))]
    if not courses:
        return None
    return FilePanel(_("In class"), "classes/desk/file_panel.html", {"courses": courses})
