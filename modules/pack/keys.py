"""Keys that are the same every time: the same pack in the same institution always makes the same identities."""

from uuid import UUID, uuid5

NAMESPACE = UUID("6f0c2a52-8a0e-5c39-9d9b-0d8a3d1f5e11")


def page_key(institution_key: str, kind: str, name: str) -> UUID:
    """The `translation_key` of a page: `page_key("inefop", "lesson", "medicine-label")`."""
    return uuid5(NAMESPACE, f"{institution_key}/{kind}/{name}")
