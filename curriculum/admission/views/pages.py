"""One page of a document, for its owner and for those who look at it; nobody else learns that it exists."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from curriculum.admission.models import ProofPage
from curriculum.admission.papers import SHOWN_IN_PLACE, TYPES
from curriculum.admission.permissions import openable_by
from curriculum.admission.services import open_page


@login_required
@require_GET
def proof_page(request: HttpRequest, proof: UUID, number: int) -> FileResponse:
    """Pictures are shown, everything else is taken away; nothing in it can act here."""
    seen = ProofPage.objects.filter(proof__in=openable_by(request.user).values("pk"))
    rows = seen.select_related("proof__person", "proof__institution")
    page = get_object_or_404(rows, proof__uuid=proof, number=number)
    content = open_page(page=page, opened_by=request.user)  # type: ignore[arg-type]
    answer = FileResponse(
        content,
        content_type=page.content_type,
        as_attachment=page.content_type not in SHOWN_IN_PLACE,
        filename=f"{page.proof.subject}-{number}.{TYPES[page.content_type]}",
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer
