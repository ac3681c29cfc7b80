"""Addresses that stand in credentials. Include them at the root of the site, without a language before them."""

from django.urls import path

from . import published

urlpatterns = [
    path(".well-known/did.json", published.site_did, name="site_did"),
    path("i/<slug:institution>/did.json", published.institution_did, name="institution_did"),
    path("i/<slug:institution>/status/<int:number>.json", published.status_list, name="status_list"),
    path("i/<slug:institution>/rules/<slug:digest>.json", published.rule, name="published_rule"),
    path(
        "i/<slug:institution>/achievements/<slug:key>/<str:version>",
        published.achievement,
        name="published_achievement",
    ),
]
