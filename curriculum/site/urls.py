"""The addresses of the site. Wagtail's pages come last: they answer whatever nobody else claims."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from curriculum.health.views import healthz
from curriculum.site import doors, finding
from curriculum.site.language import choose_language
from curriculum.site.styleguide import styleguide

Patterns = list[URLPattern | URLResolver]

media: Patterns = [
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
]

cms: Patterns = [
    path("admin/login/", doors.sign_in),
    re_path(r"^admin/password_reset/", doors.reset_password),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

in_the_readers_language: Patterns = [
    # Only an address in the language of the page she comes from can be turned into the same page in another.
    path("language/", choose_language, name="set_language"),
    path("_util/login/", doors.sign_in),
    path("accounts/", include("allauth.urls")),
    path("", include("curriculum.urls")),
    path("", include("curriculum.circles.urls")),
    path("", include("curriculum.classes.urls")),
    path("", include("curriculum.concerns.urls")),
    path("", include("modules.urls")),
    path("", include("assessments.quizzes.urls")),
    path("", include("assessments.placements.urls")),
    path("", include(wagtail_urls)),
]

urlpatterns: Patterns = [
    *(media if settings.CUIDAR_SERVE_MEDIA else []),
    *([path("styleguide/", styleguide)] if settings.DEBUG else []),
    path("healthz", healthz, name="healthz"),
    path("robots.txt", finding.robots, name="robots"),
    path("sitemap.xml", finding.sitemap, name="sitemap"),
    path("", include("curriculum.offline.root_urls")),
    path("", include("curriculum.credentials.signing.urls")),
    *cms,
    *i18n_patterns(*in_the_readers_language, prefix_default_language=True),
]
