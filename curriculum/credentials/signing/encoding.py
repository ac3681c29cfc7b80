"""Bytes as Multibase texts (W3C Controlled Identifiers): base58btc for keys and proofs, base64url for lists."""

import base64

_SIGNS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58btc(data: bytes) -> str:
    """`z` and the bytes in base 58; zeros in front are kept."""
    number, text = int.from_bytes(data), ""
    while number:
        number, digit = divmod(number, len(_SIGNS))
        text = _SIGNS[digit] + text
    zeros = len(data) - len(data.lstrip(b"\0"))
    return "z" + _SIGNS[0] * zeros + text


def from_base58btc(text: str) -> bytes:
    """The bytes of a text that `base58btc` writes. Raises ValueError for any other."""
    if not text.startswith("z"):
        raise ValueError("not base58btc")
    number = 0
    for sign in text[1:]:
        number = number * len(_SIGNS) + _SIGNS.index(sign)
    zeros = len(text[1:]) - len(text[1:].lstrip(_SIGNS[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)


def base64url(data: bytes) -> str:
    """`u` and the bytes in base64url without padding."""
    return "u" + base64.urlsafe_b64encode(data).rstrip(b"=").decode()
