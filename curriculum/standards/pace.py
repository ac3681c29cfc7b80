"""How often something may be tried from one place. Counted for an hour in the cache, and kept nowhere else."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

AN_HOUR = 3600


def too_often(request: HttpRequest, act: str, most: int) -> bool:
    """Count one more try of `act` from where this request comes; whether they are more than `most` in an hour."""
    key = f"pace:{act}:{visitor_address(request)}"
    cache.add(key, 0, AN_HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ended between the two
        return False


def visitor_address(request: HttpRequest) -> str:
    """Where a request comes from. Behind CUIDAR_TRUSTED_PROXIES front servers it is what the outermost of them saw.

    Whatever a visitor herself writes before that in `X-Forwarded-For` is not believed.
    """
    proxies = getattr(settings, "CUIDAR_TRUSTED_PROXIES", 0)
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(seen) >= proxies and seen[-proxies]:
        return seen[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))
