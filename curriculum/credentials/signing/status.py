"""Status lists (W3C Bitstring Status List 1.0): one bit a credential, set when it is revoked or replaced.

Made when it is asked for, so that a revocation is public at once; the signed text is kept for as long as nothing
changes.
"""

import gzip
import json
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils import timezone

from curriculum.standards.models import Institution

from .addresses import did_of, published
from .contexts import CREDENTIALS
from .encoding import base64url
from .models import LIST_LENGTH, Credential
from .proofs import moment_text
from .services import sign_document

A_MINUTE = 60_000
"""How long a verifier may keep a list, in milliseconds."""
KEPT_FOR = timedelta(hours=1)


def signed_status_list(institution: Institution, number: int, *, at: datetime | None = None) -> str:
    """The list as signed JSON; two queries. Raises Credential.DoesNotExist where no such list was begun."""
    issued = Credential.objects.filter(institution=institution, list_number=number)
    newest = issued.order_by("-pk").first()
    if newest is None:
        raise Credential.DoesNotExist
    places = sorted(_revoked(issued).values_list("list_place", flat=True))
    encoded = base64url(gzip.compress(bits(places), mtime=0))
    moment = at or timezone.now()
    key = f"status:{institution.pk}:{number}:{_stamp(moment)}:{hash(encoded)}"
    return cache.get_or_set(key, lambda: _sign(institution, number, encoded, moment), KEPT_FOR.seconds) or ""


def _stamp(moment: datetime) -> int:
    """Lists are signed anew every hour, by the key that then signs."""
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
