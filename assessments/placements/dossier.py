"""What placements say in the dossier of an award: who signed which hours, and how the signature was given."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from curriculum.api import DossierSection

if TYPE_CHECKING:
    from curriculum.models import Award

from .models import ShiftDecision


def signatures(award: "Award") -> DossierSection:
    """The decisions on her shifts until the award was granted; minutes are those approved."""
    rows = ShiftDecision.objects.filter(
        learner=award.person_id, shift__institution=award.institution_id, decided_at__lte=award.granted_at
    ).select_related("shift__host", "decider")
    return DossierSection(
        key="signatures",
        title=_("Signatures on practice"),
        columns={
            "starts_at": _("Shift"),
            "host": _("Host"),
            "decision": _("Decision"),
            "minutes": _("Minutes"),
            "signed_by": _("Signed by"),
            "grade": _("Kind of signature"),
            "signed_at": _("When"),
        },
        rows=[
            (
                row.shift.starts_at,
                row.shift.host.name,
                row.get_verdict_display(),
                row.minutes,
                row.decider.name,
                row.get_grade_display(),
                row.decided_at,
            )
            for row in rows.order_by("decided_at", "pk")
        ],
        none=_("No practice was signed before this award."),
    )
