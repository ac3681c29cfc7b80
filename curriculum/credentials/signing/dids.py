"""The documents behind `did:web`: which keys an institution signs with, made from the table of keys."""

from typing import Any

from curriculum.standards.models import Institution

from .addresses import did_of, published, site_did
from .keys import believed_keys
from .models import Curve, SigningKey
from .services import method_of
from .tokens import public_jwk

Json = dict[str, Any]
CONTEXTS = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"]


def did_document(institution: Institution) -> Json:
    """Every key whose signatures hold: those that sign and those that have signed. A withdrawn one is not there."""
    methods = [_method(key) for key in believed_keys(institution)]
    return {
        "@context": CONTEXTS,
        "id": did_of(institution),
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def site_document() -> Json:
    """The site itself signs nothing; it says which institutions do, and where their documents are."""
    institutions = Institution.objects.filter(signing_keys__isnull=False).distinct().order_by("pk")
    return {
        "@context": CONTEXTS[:1],
        "id": site_did(),
        "service": [
            {
                "id": f"{site_did()}#{institution.key}",
                "type": "LinkedDomains",
                "serviceEndpoint": published(institution, "did.json"),
            }
            for institution in institutions
        ],
    }


def _method(key: SigningKey) -> Json:
    about = {"id": method_of(key), "controller": did_of(key.institution)}
    if key.curve == Curve.P256:
        return {**about, "type": "JsonWebKey", "publicKeyJwk": public_jwk(key)}
    return {**about, "type": "Multikey", "publicKeyMultibase": key.public}
