"""What admission has to say on *my path*: documents that end soon, and what she still owes."""

from django.utils import timezone

from curriculum.homes.registry import PanelContent, Visit

from .enums import ProofState
from .models import Proof


def build_applications(visit: Visit) -> PanelContent | None:
    """Documents of which she was reminded, while no newer one is there; one query."""
    ending = Proof.objects.filter(
        person=visit.person, state=ProofState.ACCEPTED, reminded_at__isnull=False
    ).select_related("institution")
    sent = Proof.objects.filter(person=visit.person).exclude(state=ProofState.TAKEN_BACK)
    rows = [
        proof
        for proof in ending
        if not sent.filter(
            institution=proof.institution, subject=proof.subject, sent_at__gt=proof.sent_at
        ).exists()
    ]
    if not rows:
        return None
    return PanelContent("curriculum/admission/panel.html", {"ending": rows, "today": timezone.localdate()})
