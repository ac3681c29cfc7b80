"""Is this the name on the certificate? The visitor types it; the page never shows it unasked (R-REG-6)."""

from curriculum.people.plain_text import plain_name


def is_name_of(typed: str, inscribed: str) -> bool:
    """Whether the whole name was typed: accents, capitals and spaces do not matter, every word does."""
    return bool(plain_name(typed)) and plain_name(typed) == plain_name(inscribed)
