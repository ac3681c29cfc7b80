"""Status lists (W3C Bitstring Status List 1.0): one bit a credential, set when it is revoked or replaced.

Made when it is asked for, so that a revocation is public at once; the signed text is kept for as long as nothing
changes.
"""

import gzip
import json
from datetime import datetime, timedelta
from hashlib import sha256

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils import timezone

from curriculum.standards.models import Institution

from .addresses import did_of, published
from .contexts import CREDENTIALS
from .encoding import base64url
from .keys import key_in_force
from .models import LIST_LENGTH, Credential, Curve
from .proofs import moment_text
from .services import sign_document

A_MINUTE = 60_000
"""How long a verifier may keep a list, in milliseconds."""
KEPT_FOR = timedelta(hours=1)


def signed_status_list(institution: Institution, number: int, *, at: datetime | None = None) -> str:
    """The list as signed JSON; three queries. Raises Credential.DoesNotExist where no such list was begun."""
    issued = Credential.objects.filter(institution=institution, list_number=number)
    if not issued.exists():
        raise Credential.DoesNotExist
    places = sorted(_revoked(issued).values_list("list_place", flat=True))
    encoded = base64url(gzip.compress(bits(places), mtime=0))
    moment, signing = at or timezone.now(), key_in_force(institution, Curve.ED25519)
    content = sha256(encoded.encode()).hexdigest()
    # A list that a former key signed is worth nothing once that key is withdrawn.
    key = f"status:{signing.pk}:{number}:{_hour(moment)}:{content}"
    return cache.get_or_set(key, lambda: _sign(institution, number, encoded, moment), KEPT_FOR.seconds) or ""


def _hour(moment: datetime) -> int:
    """Lists are signed anew every hour."""
    return int(moment.timestamp() // KEPT_FOR.total_seconds())


def _revoked(issued: QuerySet[Credential]) -> QuerySet[Credential]:
    return issued.filter(Q(award__revocation__isnull=False) | Q(replaced_at__isnull=False))


def bits(places: list[int]) -> bytes:
    """LIST_LENGTH bits, the leftmost first; those at `places` are set."""
    field = bytearray(LIST_LENGTH // 8)
    for place in places:
        field[place // 8] |= 128 >> place % 8
    return bytes(field)


def _sign(institution: Institution, number: int, encoded: str, moment: datetime) -> str:
    address = published(institution, "status", f"{number}.json")
    document = {
        "@context": [CREDENTIALS],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": did_of(institution),
        "validFrom": moment_text(moment),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encoded,
            "ttl": A_MINUTE,
        },
    }
    return json.dumps(sign_document(document, institution, moment))
