"""Addresses under the CMS."""

from django.urls import path

from . import views

app_name = "modules_recordings"

urlpatterns = [
    path("<int:page_id>/", views.keep, name="keep"),
    path("<int:page_id>/take-away/", views.take_away, name="take_away"),
]
