"""A real school's settings, reached without HTTPS on this machine alone."""

from curriculum.site.settings.production import *  # noqa: F403

SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
LANGUAGE_COOKIE_SECURE = False
CUIDAR_SERVE_MEDIA = True  # in the place of the front server
