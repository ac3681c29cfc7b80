"""What earlier records say in the dossier of an award: what was brought in, who attested it, on what paper."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from curriculum.api import DossierSection

from .models import EarlierRecord

if TYPE_CHECKING:
    from curriculum.models import Award


def brought_in(award: "Award") -> DossierSection:
    """The imported entries about her until the award was granted, those taken back too; one query."""
    rows = EarlierRecord.objects.filter(
        evidence__person=award.person_id,
        evidence__institution=award.institution_id,
        evidence__recorded_at__lte=award.granted_at,
    ).select_related("file__brought_by", "evidence")
    return DossierSection(
        key="earlier",
        title=_("Earlier records"),
        columns={
            "day": _("Day"),
            "subject": _("What it is"),
            "minutes": _("Minutes"),
            "attested_by": _("Attested by"),
            "attested_at": _("When"),
            "proof": _("Document that proves it"),
        },
        rows=[
            (
                row.evidence.occurred_at,
                row.evidence.subject or row.evidence.setting,
                row.evidence.minutes,
                row.file.brought_by.get_username(),
                row.file.brought_at,
                _("yes") if row.file.proof else "",
            )
            for row in rows.order_by("evidence__occurred_at", "pk")
        ],
        none=_("Nothing was brought in from earlier records."),
    )
