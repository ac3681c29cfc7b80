"""How often something may be tried from one place. Counted for an hour in the cache, and kept nowhere else."""

from django.core.cache import cache
from django.http import HttpRequest

AN_HOUR = 3600


def too_often(request: HttpRequest, act: str, most: int) -> bool:
    """Count one more try of `act` from where this request comes; whether they are more than `most` in an hour."""
    key = f"pace:{act}:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, AN_HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ended between the two
        return False
