"""What is told is sealed before it is stored: a copy of the database says nothing without the site's keys.

Keys come from `CUIDAR_CONCERN_KEYS` (texts, the newest first) or, without it, from SECRET_KEY and its fallbacks.
"""

import base64
import hashlib
import hmac
import secrets

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that looks like something else when written by hand
CODE_LENGTH = 16  # 79 bits


def seal(words: str) -> str:
    return _box().encrypt(words.encode()).decode()


def unseal(sealed: str) -> str:
    """Raises cryptography's InvalidToken where no key of the site fits."""
    return _box().decrypt(sealed.encode()).decode()


def new_code() -> str:
    """A code to come back with, in groups of four: it opens one concern and is kept by nobody but its writer."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return "-".join(letters[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def prints_of(code: str) -> list[str]:
    """What is stored in place of a code, under each key of the site, the newest first."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return [hmac.new(key.encode(), b"code" + plain.encode(), hashlib.sha256).hexdigest() for key in _keys()]


def _box() -> MultiFernet:
    derived = (hashlib.sha256(b"cuidar.concerns" + key.encode()).digest() for key in _keys())
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in derived])


def _keys() -> list[str]:
    own: list[str] = getattr(settings, "CUIDAR_CONCERN_KEYS", [])
    return list(own) or [settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)]
