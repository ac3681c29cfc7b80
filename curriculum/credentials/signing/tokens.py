"""Credentials as tokens: VC-JWT with ES256, as Open Badges 3.0 asks of those who do not read proofs in files."""

from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.utils.dateparse import parse_datetime
from joserfc import jwt
from joserfc.jwk import ECKey

from curriculum.standards.models import Institution

from .encoding import from_base58btc
from .keys import PREFIXES, key_in_force, lend_private
from .models import Curve, SigningKey
from .services import method_of


def as_token(document: Mapping[str, Any], institution: Institution) -> str:
    """A document as a compact token, signed by the institution. Raises KeyMissing."""
    key = key_in_force(institution, Curve.P256)
    claims = {
        **document,
        "iss": document["issuer"]["id"],
        "jti": document["id"],
        "sub": document["credentialSubject"]["id"],
        "nbf": _seconds(document["validFrom"]),
    }
    if "validUntil" in document:
        claims["exp"] = _seconds(document["validUntil"])
    header = {"alg": "ES256", "typ": "JWT", "kid": method_of(key)}
    return jwt.encode(header, claims, _private(key), algorithms=["ES256"])


def public_jwk(key: SigningKey) -> dict[str, Any]:
    """The public half of a P-256 key as a JSON Web Key."""
    raw = from_base58btc(key.public)[len(PREFIXES[Curve.P256]) :]
    public = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), raw)
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return dict(ECKey.import_key(pem).as_dict(private=False))


def _private(key: SigningKey) -> ECKey:
    pem = lend_private(key).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return ECKey.import_key(pem)


def _seconds(text: str) -> int:
    moment = parse_datetime(text)
    assert moment is not None  # noqa: S101 — we wrote it
    return int(moment.timestamp())
