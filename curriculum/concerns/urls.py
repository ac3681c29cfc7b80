"""The door for a concern. Include it where the site's language prefix stands."""

from django.urls import path

from .views import listening, telling

app_name = "concerns"
urlpatterns = [
    path("concern/", telling.door, name="door"),
    path("concern/policy/", telling.policy, name="policy"),
    path("concern/answer/", telling.come_back, name="come_back"),
    path("concern/listening/", listening.MyListeningView.as_view(), name="listening"),
    path("concern/listening/<uuid:uuid>/", listening.read_one, name="read"),
    path("concern/at/<slug:institution>/", telling.tell, name="tell"),
]
