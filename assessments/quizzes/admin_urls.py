"""Addresses under the CMS."""

from django.urls import path

from .results.views import ResultsView

app_name = "quizzes_admin"

urlpatterns = [path("<int:group_id>/", ResultsView.as_view(), name="results")]
