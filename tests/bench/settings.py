"""A real school's settings, reached without HTTPS on this machine alone, with the queries of each request counted."""

from pathlib import Path

from curriculum.site.settings.production import *  # noqa: F403
from curriculum.site.settings.production import MIDDLEWARE, TEMPLATES

SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
LANGUAGE_COOKIE_SECURE = False

MIDDLEWARE = ["tests.bench.counting.QueryCountMiddleware", *MIDDLEWARE]
# Gives Wagtail's plain page, which has no template of its own, an almost empty one: the floor.
TEMPLATES = [{**TEMPLATES[0], "DIRS": [Path(__file__).parent / "templates"]}]
