"""For a real school: nothing is assumed that must be decided by the people who run it."""

import os

from django.core.exceptions import ImproperlyConfigured

from curriculum.site.settings.base import *  # noqa: F403
from curriculum.site.settings.base import CONTENT_SECURITY_POLICY, LOGGING, STORAGES

REQUIRED = {
    "CUIDAR_SECRET_KEY": "a long random text that nobody else knows",
    "CUIDAR_ALLOWED_HOSTS": "the site's host names, with commas between them",
    "CUIDAR_BASE_URL": "the site's address, such as https://school.example",
}
_missing = [f"{name} ({meaning})" for name, meaning in REQUIRED.items() if not os.environ.get(name)]
if _missing:
    raise ImproperlyConfigured("Set these environment variables: " + "; ".join(_missing) + ".")

SECRET_KEY = os.environ["CUIDAR_SECRET_KEY"]
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("CUIDAR_OLD_SECRET_KEYS", "").split(",") if key]
ALLOWED_HOSTS = os.environ["CUIDAR_ALLOWED_HOSTS"].split(",")
CSRF_TRUSTED_ORIGINS = [os.environ["CUIDAR_BASE_URL"].rstrip("/")]

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "curriculum.site.static_files.StaticFiles"},
}

# Lines for a log keeper, without personal data: JSON, or plain where people read them.
LOGGING = {
    **LOGGING,
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain" if os.environ.get("CUIDAR_LOG") == "plain" else "json",
        }
    },
    "loggers": {
        **LOGGING["loggers"],  # type: ignore[dict-item]
        "cuidar": {"level": "INFO"},
    },
}

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # the front server and the timer ask without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {**CONTENT_SECURITY_POLICY["DIRECTIVES"], "upgrade-insecure-requests": True}
}

# A header that a visitor can write is believed only where a proxy is known to overwrite it.
if os.environ.get("CUIDAR_BEHIND_PROXY") == "yes":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
    CUIDAR_TRUSTED_PROXIES = 1
