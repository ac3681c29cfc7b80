"""Classes on a phone. Include them where the site's language prefix stands."""

from django.urls import path

from .views import attending, learning, planning

app_name = "classes"
urlpatterns = [
    path("classes/", attending.today, name="today"),
    path("classes/mine/", learning.mine, name="mine"),
    path("classes/group/<int:pk>/", planning.plan, name="group"),
    path("classes/<uuid:uuid>/", attending.session, name="session"),
    path("classes/<uuid:uuid>/sheet/", attending.sheet, name="sheet"),
    path("classes/<uuid:uuid>/change/", planning.change, name="change"),
]
