"""What classes say in the dossier of an award: who was there, by session, and who took the list."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from curriculum.api import DossierSection

from .models import Presence

if TYPE_CHECKING:
    from curriculum.models import Award


def attendance(award: "Award") -> DossierSection:
    """Every row of her lists until the award was granted, corrected ones too; one query."""
    rows = Presence.objects.filter(
        participation__person=award.person_id,
        session__group__institution=award.institution_id,
        recorded_at__lte=award.granted_at,
    ).select_related("session__module", "taken_by", "replaced_by")
    return DossierSection(
        key="attendance",
        title=_("Attendance in class"),
        columns={
            "starts_at": _("Class"),
            "module": _("Module"),
            "minutes": _("Minutes"),
            "absence": _("Missing"),
            "source": _("Source"),
            "taken_by": _("Taken by"),
            "taken_at": _("When"),
            "corrected": _("Corrected"),
        },
        rows=[
            (
                row.session.starts_at,
                row.session.module.title,
                row.minutes,
                row.get_absence_display(),
                row.get_source_display(),
                row.taken_by.get_username() if row.taken_by else "",
                row.taken_at,
                _("yes") if hasattr(row, "replaced_by") else "",
            )
            for row in rows.order_by("session__starts_at", "pk")
        ],
        none=_("No attendance was taken before this award."),
    )
