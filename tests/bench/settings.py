"""The settings of `tests.production`, with the queries of each request counted."""

from pathlib import Path

from tests.production import *  # noqa: F403
from tests.production import MIDDLEWARE, TEMPLATES

MIDDLEWARE = ["tests.bench.counting.QueryCountMiddleware", *MIDDLEWARE]
# Gives Wagtail's plain page, which has no template of its own, an almost empty one: the floor.
TEMPLATES = [{**TEMPLATES[0], "DIRS": [Path(__file__).parent / "templates"]}]
