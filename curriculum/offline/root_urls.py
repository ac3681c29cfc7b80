"""The service worker stands at the root of the site, or it could not serve the whole of it."""

from django.urls import path

from .views import service_worker

urlpatterns = [path("service-worker.js", service_worker, name="service_worker")]
