"""After keys are changed: does what is published still hold? Asked of what a stranger would be given."""

import json
from collections.abc import Iterator

from curriculum.standards.models import Institution

from .addresses import did_of
from .canonical import Document
from .dids import did_document
from .keys import believed_keys, ed25519_public
from .models import Credential, Curve
from .proofs import is_signed_by
from .services import method_of, signed
from .status import signed_status_list

SAMPLE = 5


def faults_of_sample(institution: Institution) -> list[str]:
    """What does not hold, in words for the log; empty when all is well."""
    published = {method["id"] for method in did_document(institution)["verificationMethod"]}
    return [
        f"{name} is not signed by a key that {did_of(institution)} publishes"
        for name, document in _sample(institution)
        if document["proof"]["verificationMethod"] not in published or not _holds(document, institution)
    ]


def _sample(institution: Institution) -> Iterator[tuple[str, Document]]:
    in_force = Credential.objects.filter(institution=institution, replaced_at=None).select_related(
        "institution"
    )
    for credential in in_force.order_by("-pk")[:SAMPLE]:
        yield str(credential), signed(credential)
    numbers = Credential.objects.filter(institution=institution).values_list("list_number", flat=True)
    for number in sorted(set(numbers)):
        yield f"status list {number}", json.loads(signed_status_list(institution, number))


def _holds(document: Document, institution: Institution) -> bool:
    named = document["proof"]["verificationMethod"]
    keys = [
        key for key in believed_keys(institution) if key.curve == Curve.ED25519 and method_of(key) == named
    ]
    return any(is_signed_by(document, ed25519_public(key)) for key in keys)
