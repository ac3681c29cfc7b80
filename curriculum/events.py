"""News for other packages, sent after commit. Receivers notify and enqueue; they never write evidence or awards."""

from curriculum.credentials.signals import awards_granted

__all__ = ["awards_granted"]
