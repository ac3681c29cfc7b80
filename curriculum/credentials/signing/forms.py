"""The forms in which a credential is written out; each names its media type."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..models import Award
from .services import issued_credential, naming, signed_with_name
from .tokens import as_token


@dataclass(frozen=True, slots=True)
class Form:
    """How a credential is written, and what to call the result."""

    media_type: str
    write: Callable[[Award], bytes]


def _json(award: Award) -> bytes:
    document = signed_with_name(issued_credential(award), award.inscription.get("holder", ""))
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _token(award: Award) -> bytes:
    document = naming(issued_credential(award).document, award.inscription.get("holder", ""))
    return as_token(document, award.institution).encode()


FORMS: Mapping[str, Form] = {
    "json": Form("application/vc", _json),
    "jwt": Form("application/jwt", _token),
}
"""Each raises ContextsMissing or KeyMissing where the site cannot sign."""
