"""Each look is written down before it is shown: in the same log that the learner reads on her record."""

from django.utils.translation import gettext_lazy as _

from curriculum.credentials.models import Award
from curriculum.looks.registry import register_look_label
from curriculum.looks.services import record_look
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

DOSSIER, LIST, SAMPLE = "audit:dossier", "audit:awards", "audit:sample"


def look_at_award(viewer: Account, award: Award, *, address: str) -> None:
    record_look(
        viewer=viewer,
        person=award.person,
        institution_id=award.institution_id,
        page=DOSSIER,
        address=address,
    )


def look_at_many(viewer: Account, institution: Institution, *, page: str, address: str) -> None:
    """A page that shows many people: no learner's record, but the log of the institution."""
    record_look(viewer=viewer, person=None, institution_id=institution.pk, page=page, address=address)


def register() -> None:
    register_look_label(DOSSIER, _("Dossier of an award"))
    register_look_label(LIST, _("List of awards"))
    register_look_label(SAMPLE, _("Sample of awards"))
