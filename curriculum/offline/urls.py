"""Where the language prefix stands."""

from django.urls import path

from . import views

urlpatterns = [
    path("app.webmanifest", views.manifest, name="app_manifest"),
    path("needs-signal/", views.needs_signal, name="needs_signal"),
    path("phone/", views.on_this_phone, name="on_this_phone"),
    path("phone/token/", views.token, name="offline_token"),
    path("phone/acts/", views.receive, name="offline_acts"),
]
