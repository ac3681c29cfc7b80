"""Classes in the menu of Wagtail's admin, and in a person's file."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from curriculum.api import register_file_panel, taught_or_administered

from .file_panel import build_attendance

register_file_panel("classes", 25, build_attendance)


class ClassesItem(MenuItem):
    """Leads to the lists, which are made for a phone and stand outside the admin."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(taught_or_administered(request.user))


@hooks.register("register_admin_menu_item")
def classes_item() -> MenuItem:
    return ClassesItem(
        _("Classes"), reverse_lazy("classes:today"), name="classes", icon_name="date", order=155
    )
