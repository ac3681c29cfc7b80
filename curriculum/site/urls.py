"""The addresses of the site. Wagtail's pages come last: they answer whatever nobody else claims."""

from importlib.util import find_spec

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView
from django.views.i18n import set_language
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
to_password_reset = RedirectView.as_view(pattern_name="account_reset_password")

ROOMS = ["curriculum", "modules", "assessments", "assessments.quizzes", "assessments.placements"]

urlpatterns: list[URLPattern | URLResolver] = [
    path("language/", set_language, name="set_language"),
    path("documents/", include(wagtaildocs_urls)),
    # Wagtail's own sign-in and password reset would walk round the second factor.
    path("admin/login/", to_sign_in),
    re_path(r"^admin/password_reset/", to_password_reset),
    path("admin/", include(wagtailadmin_urls)),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(
        path("_util/login/", to_sign_in),
        path("accounts/", include("allauth.urls")),
        *(path("", include(f"{room}.urls")) for room in ROOMS if find_spec(f"{room}.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]
