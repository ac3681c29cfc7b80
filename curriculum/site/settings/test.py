"""For the tests: nothing leaves the process, nothing is slow on purpose."""

import os
import tempfile

os.environ.setdefault("CUIDAR_VAR", tempfile.mkdtemp(prefix="cuidar-test-"))

from curriculum.site.settings.base import *  # noqa: F403
from curriculum.site.settings.base import ROOT, TASKS_PACKAGE

DEBUG = False
SECRET_KEY = "for tests only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": f"{TASKS_PACKAGE}.backends.immediate.ImmediateBackend"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # otherwise each test client lists every static file first
CUIDAR_SERVE_MEDIA = True
CUIDAR_ALLOW_DEMONSTRATION = True
CUIDAR_SECOND_STEP_ROLES = []  # asked for where it is what a test is about
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CUIDAR_CONTEXTS = ROOT / "var" / "contexts"  # installed once, for the tests too
