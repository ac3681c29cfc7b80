"""What teaching adds to the CMS."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from curriculum.api import groups_seen_by

from .author_urls import urlpatterns as author_urls


class MyGroupsItem(MenuItem):
    """Shown to those who have a group to look after."""

    def is_shown(self, request: HttpRequest) -> bool:
        return groups_seen_by(request.user).exists()


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    return [path("my-groups/", include("modules.admin_urls")), *author_urls]


@hooks.register("register_admin_menu_item")
def my_groups_item() -> MenuItem:
    return MyGroupsItem(
        _("My groups"), reverse("modules_admin:groups"), name="my-groups", icon_name="group", order=150
    )
