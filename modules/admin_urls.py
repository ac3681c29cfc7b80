"""Addresses under the CMS."""

from django.urls import path

from .views.groups import GroupView, MyGroupsView

app_name = "modules_admin"

urlpatterns = [
    path("", MyGroupsView.as_view(), name="groups"),
    path("<int:group_id>/", GroupView.as_view(), name="group"),
]
