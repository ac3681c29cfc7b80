"""What a Wagtail project adds to take the plugins in: this is the whole of it."""

from school.settings.dev import *  # noqa: F403
from school.settings.dev import DATABASES, INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [
    "modeltranslation",
    "curriculum",
    "modules",
    "assessments",
    "assessments.quizzes",
    "assessments.placements",
    "assessments.observations",
    "wagtail_localize",
    "wagtail_localize.locales",
    "conversations",
    *INSTALLED_APPS,
]
MIDDLEWARE = [*MIDDLEWARE, "django.middleware.locale.LocaleMiddleware"]
ROOT_URLCONF = "cuidar_urls"
# The ledger's triggers must see the delete that hides in INSERT OR REPLACE.
DATABASES["default"]["OPTIONS"] = {"init_command": "PRAGMA recursive_triggers=ON;"}

LANGUAGE_CODE = "es"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("es", "Español"), ("pt", "Português"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
MODELTRANSLATION_LANGUAGES = ("es", "pt", "en", "fr")
MODELTRANSLATION_DEFAULT_LANGUAGE = "es"
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": "private"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
