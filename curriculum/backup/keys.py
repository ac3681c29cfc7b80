"""The keys without which a restored site cannot read what it sealed: kept apart, under a passphrase.

The box is JSON: a salt, the cost of the derivation (scrypt), and a Fernet token. Nobody opens it without the
passphrase, neither we.
"""

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Mapping

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.conf import settings
from django.utils.translation import gettext as _

from .errors import BackupRefused

FORMAT = "cuidar/keys/1"
COST = {"n": 2**15, "r": 8, "p": 1}
SHORTEST_PASSPHRASE = 12

# What the environment of a site holds that no backup of the database can bring back.
SECRETS = (
    "CUIDAR_SECRET_KEY",
    "CUIDAR_OLD_SECRET_KEYS",
    "CUIDAR_CONCERN_KEYS",
    "CUIDAR_KEY_PASSPHRASE",
    "EMAIL_HOST_PASSWORD",
)


def keys_of_this_site() -> dict[str, str]:
    """The secrets by the name of their variable; the signing key as the settings have it, wherever it came from."""
    found = {name: os.environ[name] for name in SECRETS if os.environ.get(name)}
    return {"CUIDAR_SECRET_KEY": settings.SECRET_KEY, **found}


def prints_of(keys: Mapping[str, str]) -> dict[str, str]:
    """Something to compare keys by that gives none of them away."""
    return {
        name: hmac.new(key.encode(), b"cuidar backup", hashlib.sha256).hexdigest()[:16]
        for name, key in keys.items()
    }


def lock_keys(keys: Mapping[str, str], passphrase: str) -> bytes:
    """Raises BackupRefused for a passphrase that a machine would guess."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        message = _("The passphrase is too short. Take at least %(count)s letters, such as four words.")
        raise BackupRefused(message % {"count": SHORTEST_PASSPHRASE})
    salt = os.urandom(16)
    token = _box(passphrase, salt, COST).encrypt(json.dumps(dict(keys)).encode())
    box = {"format": FORMAT, "salt": base64.b64encode(salt).decode(), "cost": COST, "box": token.decode()}
    return json.dumps(box, indent=1).encode()


def unlock_keys(locked: bytes, passphrase: str) -> dict[str, str]:
    """Raises BackupRefused where the file is no box of keys or the passphrase is another."""
    try:
        values = json.loads(locked)
        opened = _box(passphrase, base64.b64decode(values["salt"]), values["cost"]).decrypt(
            values["box"].encode()
        )
    except InvalidToken as error:
        raise BackupRefused(_("The passphrase does not open these keys. Type it as it was set.")) from error
    except (ValueError, KeyError, TypeError) as error:
        raise BackupRefused(_("This file holds no keys.")) from error
    return dict(json.loads(opened))


def _box(passphrase: str, salt: bytes, cost: Mapping[str, int]) -> Fernet:
    derived = Scrypt(salt=salt, length=32, n=cost["n"], r=cost["r"], p=cost["p"]).derive(passphrase.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
