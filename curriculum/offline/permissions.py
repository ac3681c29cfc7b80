"""Who may send what waits on a phone."""

from curriculum.standards.accounts import Visitor


def can_send(user: Visitor, account: str) -> bool:
    """Only whoever did it: a queue is never sent under another account that uses the same phone."""
    return user.is_authenticated and str(user.pk) == account
