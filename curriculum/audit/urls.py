"""Below the language."""

from django.urls import path

from .views import reading

app_name = "audit"
urlpatterns = [
    path("audit/", reading.institutions, name="institutions"),
    path("audit/award/<uuid:award>/", reading.dossier, name="dossier"),
    path("audit/award/<uuid:award>/dossier.pdf", reading.dossier_paper, name="paper"),
    path("audit/award/<uuid:award>/dossier.json", reading.dossier_data, name="data"),
    path("audit/<slug:institution>/", reading.awards, name="awards"),
    path("audit/<slug:institution>/sample/", reading.sample, name="sample"),
]
