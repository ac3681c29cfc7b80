"""Where private keys are kept: each in a file of its own, encrypted, in the private storage; so backups have them.

Another place, such as a hardware module, is another `Keyring`, named by CUIDAR_KEYRING.
"""

import hashlib
from typing import Protocol
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as new_p256
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.module_loading import import_string

from .models import Curve

PrivateKey = Ed25519PrivateKey | EllipticCurvePrivateKey


class KeyMissing(Exception):
    """The private half of a key is not where it should be, or another passphrase locks it."""


class Keyring(Protocol):
    """Makes keys and lends them."""

    def make(self, uuid: UUID, curve: Curve) -> PrivateKey: ...

    def lend(self, uuid: UUID) -> PrivateKey:
        """Raises KeyMissing."""


class PrivateStorageKeyring:
    """PEM files under CUIDAR_KEY_PASSPHRASE or, without one, under the site's secret key."""

    def make(self, uuid: UUID, curve: Curve) -> PrivateKey:
        key = Ed25519PrivateKey.generate() if curve is Curve.ED25519 else new_p256(SECP256R1())
        locked = key.private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(_passphrases()[0])
        )
        storages["private"].save(_file(uuid), ContentFile(locked))
        return key

    def lend(self, uuid: UUID) -> PrivateKey:
        try:
            with storages["private"].open(_file(uuid)) as file:
                locked = file.read()
        except OSError as error:
            raise KeyMissing(str(uuid)) from error
        key = next(filter(None, (_opened(locked, phrase) for phrase in _passphrases())), None)
        if not isinstance(key, Ed25519PrivateKey | EllipticCurvePrivateKey):
            raise KeyMissing(str(uuid))
        return key


def _opened(locked: bytes, phrase: bytes) -> object | None:
    try:
        return load_pem_private_key(locked, phrase)
    except ValueError:
        return None


def keyring() -> Keyring:
    named = getattr(settings, "CUIDAR_KEYRING", "")
    made: Keyring = import_string(named)() if named else PrivateStorageKeyring()
    return made


def _passphrases() -> list[bytes]:
    """The one that locks, then those that it may have been locked with before."""
    own = getattr(settings, "CUIDAR_KEY_PASSPHRASE", "")
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    derived = [hashlib.sha256(b"cuidar.signing" + key.encode()).hexdigest() for key in map(str, secrets)]
    return [phrase.encode() for phrase in ([own] if own else []) + derived]


def _file(uuid: UUID) -> str:
    return f"keys/{uuid}.pem"
