"""Earlier records in the menu of Wagtail's admin."""

from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from curriculum.api import DeskViewSet, administered

from .desk import Attest, ChooseFile, OneFile, Proof, SampleFile


class EarlierViewSet(DeskViewSet):
    name = "earlier"
    icon = "history"
    menu_label = _("Earlier records")
    menu_order = 165
    add_to_admin_menu = True
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.view(ChooseFile), name="index"),
            path("attest/", self.view(Attest), name="attest"),
            path("<int:pk>/", self.view(OneFile), name="one"),
            path("<int:pk>/proof/", self.view(Proof), name="proof"),
            re_path(r"^sample\.(?P<ending>csv|xlsx)$", self.view(SampleFile), name="sample"),
        ]


@hooks.register("register_admin_viewset")
def earlier_records() -> EarlierViewSet:
    return EarlierViewSet()
