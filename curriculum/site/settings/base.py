"""What every way of running the site has in common."""

import os
from importlib.util import find_spec
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from curriculum.site.settings.databases import database

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("CUIDAR_VAR", ROOT / "var"))  # everything the running site writes

# --- Applications -----------------------------------------------------------------------------------------

# Django 6 brings the tasks interface; on 5.2 it is a package of its own.
TASKS_PACKAGE = "django.tasks" if find_spec("django.tasks") else "django_tasks"

INSTALLED_APPS = [
    "curriculum.site",
    "modeltranslation",
    "curriculum",
    "curriculum.circles",
    "curriculum.classes",
    "curriculum.concerns",
    "curriculum.earlier",
    "modules",
    "assessments",
    "assessments.quizzes",
    "assessments.placements",
    "assessments.observations",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    *(["django_tasks"] if TASKS_PACKAGE == "django_tasks" else []),
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "curriculum.site.logs.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # safe beside secrets: docs/decisions/compression.md
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "curriculum.site.second_step.SecondStepMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "curriculum.site.content_policy.ContentPolicyMiddleware",
    "curriculum.site.site_lookup.RememberedSiteMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

FORM_RENDERER = "curriculum.forms.CuidarFormRenderer"
ROOT_URLCONF = "curriculum.site.urls"
WSGI_APPLICATION = "curriculum.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "curriculum.people.context.doors",
            ],
        },
    },
]

# --- Data -------------------------------------------------------------------------------------------------

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), home=VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MEDIA_ROOT = VAR / "media"
MEDIA_URL = "/media/"
CUIDAR_SERVE_MEDIA = False  # the front server does it, with byte ranges for video
STATIC_ROOT = VAR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Certificates, exports, identity documents: no address leads here, a view checks who asks.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR / "private"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# All processes of the machine share it: a limit on sign-ins counts once, and what one has read the others know.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# --- Languages --------------------------------------------------------------------------------------------

LANGUAGE_CODE = "es"
LANGUAGES = [
    ("es", _("Spanish")),
    ("en", _("English")),
    ("pt", _("Portuguese")),
    ("fr", _("French")),
]
BORROWED_LOCALES = VAR / "locales"  # written by `manage.py compile_catalogues`
LOCALE_PATHS = [ROOT / "locales", BORROWED_LOCALES]
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
FORMAT_MODULE_PATH = [
    "curriculum.site.formats"
]  # English dates begin with the day, as everybody here writes them
USE_TZ = True
TIME_ZONE = "America/Montevideo"

# A fixed superset: LANGUAGES may change without a migration in the plugins.
MODELTRANSLATION_LANGUAGES = ("es", "pt", "en", "fr")
MODELTRANSLATION_DEFAULT_LANGUAGE = "es"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("es", "en", "pt", "fr")

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = [("es", _("Spanish")), ("pt", _("Portuguese")), ("en", _("English"))]
# Otherwise a new translation goes live while its text is still in the source language.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# --- Wagtail ----------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Cuidar"
WAGTAILADMIN_BASE_URL = os.environ.get("CUIDAR_BASE_URL", "http://127.0.0.1:8000")
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "svg"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "curriculum.site.uploads.SafeImageForm"
# No pages and no programs: what is uploaded is served from the site's own address.
WAGTAILDOCS_EXTENSIONS = [
    *("pdf", "txt", "csv", "rtf", "odt", "ods", "odp", "docx", "xlsx", "pptx", "epub", "zip"),
    *("mp3", "m4a", "ogg", "oga", "wav", "mp4", "m4v", "webm", "vtt"),
]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# The admin would otherwise call strangers' servers.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

# --- Sign-in ----------------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "curriculum.site.password_rules.LongEnough"},
    {"NAME": "curriculum.site.password_rules.NotHerself"},
    {"NAME": "curriculum.site.password_rules.NotWhatEverybodyUses"},
    {"NAME": "curriculum.site.password_rules.NotOnlyNumbers"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "enter"
LOGOUT_REDIRECT_URL = "/"
# Wagtail offers password pages of its own unless told that they are kept elsewhere.
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
# Nor may a password or the address for resetting it be changed in Wagtail's own forms.
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ACCOUNT_ADAPTER = "curriculum.site.adapter.AccountAdapter"
# A phone number stands for the user name of its one owner (`sign_in`): it never suffices, and is never texted to.
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_FORMS = {
    "login": "curriculum.site.sign_in.SignInForm",
    "signup": "curriculum.site.sign_up.SignUpForm",
}
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# The roles that sign in with a second step, once the days that their institution gives them are over.
CUIDAR_SECOND_STEP_ROLES: list[str] = ["trainer", "assessor", "administrator", "auditor"]

# --- The browser's side of safety -------------------------------------------------------------------------

X_FRAME_OPTIONS = "DENY"  # Wagtail itself allows the frames of its previews
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "media-src": [SELF, "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

# --- Mail, log, background work, this project's own --------------------------------------------------------

EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "Cuidar <cuidar@localhost>")

EMAIL_TIMEOUT = 10

# Faults are written to the console: Django would only mail them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "curriculum.site.logs.JsonFormatter"},
        "plain": {"()": "curriculum.site.logs.PlainFormatter"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING"}},
}

# `manage.py check_health` and `/healthz`: what is watched beside the site itself (docs/operate.md).
CUIDAR_HEALTH_TOKEN = os.environ.get("CUIDAR_HEALTH_TOKEN", "")
CUIDAR_BACKUP_FOLDER = os.environ.get("CUIDAR_BACKUP_FOLDER", "")
CUIDAR_CERTIFICATES = [path for path in os.environ.get("CUIDAR_CERTIFICATES", "").split(",") if path]

# `manage.py db_worker` does the work; another engine is another BACKEND.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Whether awards may be given on modules that are only an outline, as the demonstration school does.
CUIDAR_ALLOW_DEMONSTRATION = False

# Credentials that others can check: vocabularies from `install_contexts`, private keys in the private storage.
CUIDAR_CONTEXTS = VAR / "contexts"
CUIDAR_KEY_PASSPHRASE = os.environ.get(
    "CUIDAR_KEY_PASSPHRASE", ""
)  # without it, the site's secret key locks them

# Phones may work without signal; "no" retires every service worker safely (docs/decisions/offline.md).
CUIDAR_OFFLINE = os.environ.get("CUIDAR_OFFLINE", "yes") == "yes"
