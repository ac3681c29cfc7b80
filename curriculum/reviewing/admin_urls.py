"""Under the CMS."""

from django.urls import path

from .views import ReviewsView, ReviewView

urlpatterns = [
    path("reviews/", ReviewsView.as_view(), name="reviews"),
    path("reviews/<slug:kind>/<str:key>/", ReviewView.as_view(), name="review"),
]
