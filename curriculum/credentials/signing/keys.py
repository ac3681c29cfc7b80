"""The keys of an institution: one of each curve signs; they are changed together, and withdrawn when stolen."""

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from curriculum.standards.models import Institution

from .encoding import base58btc, from_base58btc
from .keyring import PrivateKey, keyring
from .models import Curve, SigningKey

# Multicodec: what kind of key the bytes after it are.
PREFIXES = {Curve.ED25519: b"\xed\x01", Curve.P256: b"\x80\x24"}


def key_in_force(institution: Institution, curve: Curve) -> SigningKey:
    """The key that signs now; the first is made when it is first asked for."""
    found = _in_force(institution).filter(curve=curve).first()
    return found or _first_key(institution, curve)


@transaction.atomic
def rotate_keys(*, institution: Institution, at: datetime | None = None) -> list[SigningKey]:
    """New keys sign from now on. What the old ones signed stays true: their public halves stay published."""
    moment = at or timezone.now()
    Institution.objects.select_for_update().get(pk=institution.pk)
    _in_force(institution).update(retired_at=moment)
    return [_make(institution, curve, moment) for curve in Curve]


@transaction.atomic
def withdraw_key(*, key: SigningKey, reason: str, at: datetime | None = None) -> None:
    """Nothing that this key signed is believed any more; keys that still sign are changed first.

    Raises ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("withdrawing a key needs a reason")
    moment = at or timezone.now()
    if SigningKey.objects.select_for_update().get(pk=key.pk).retired_at is None:
        rotate_keys(institution=key.institution, at=moment)
    SigningKey.objects.filter(pk=key.pk, withdrawn_at=None).update(withdrawn_at=moment, reason=reason)


def believed_keys(institution: Institution) -> list[SigningKey]:
    """Every key whose signatures hold, the oldest first; one query."""
    return list(institution.signing_keys.filter(withdrawn_at__isnull=True))


def lend_private(key: SigningKey) -> PrivateKey:
    """The private half. Raises KeyMissing."""
    return keyring().lend(key.uuid)


def ed25519_public(key: SigningKey) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(from_base58btc(key.public)[len(PREFIXES[Curve.ED25519]) :])


def _in_force(institution: Institution) -> QuerySet[SigningKey]:
    return SigningKey.objects.filter(institution=institution, retired_at__isnull=True)


@transaction.atomic
def _first_key(institution: Institution, curve: Curve) -> SigningKey:
    """Asked again under a lock: two at once make one key."""
    Institution.objects.select_for_update().get(pk=institution.pk)
    found = _in_force(institution).filter(curve=curve).first()
    return found or _make(institution, curve, timezone.now())


def _make(institution: Institution, curve: Curve, moment: datetime) -> SigningKey:
    taken = institution.signing_keys.order_by("-number").values_list("number", flat=True).first() or 0
    key = SigningKey(institution=institution, curve=curve, number=taken + 1, made_at=moment)
    key.public = _multikey(keyring().make(key.uuid, curve), curve)
    key.save()
    return key


def _multikey(private: PrivateKey, curve: Curve) -> str:
    public = private.public_key()
    if isinstance(public, EllipticCurvePublicKey):
        raw = public.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    else:
        raw = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base58btc(PREFIXES[curve] + raw)
