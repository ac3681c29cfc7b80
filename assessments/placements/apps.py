from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacementsConfig(AppConfig):
    name = "assessments.placements"
    label = "placements"
    verbose_name = _("Placements")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curriculum.api import (
            Guard,
            Home,
            Panel,
            protect,
            register_act,
            register_entrance,
            register_last_visit,
            register_panel,
        )
        from curriculum.enums import Role

        from . import verbs
        from .acts import LOG_SHIFT, take_shift
        from .panels import build_hours

        # Words (reflections, reasons) stand in tables of their own and can be erased; what was signed cannot.
        protect(Guard("placements_shift"))
        protect(Guard("placements_shiftactivity"))
        protect(Guard("placements_shiftdecision"))
        register_entrance(Role.SUPERVISOR, "placements:supervise")
        register_panel(Home.PATH, Panel("hours", order=60, build=build_hours))
        register_act(LOG_SHIFT, take_shift)
        register_last_visit("placements:log")
        register_last_visit("placements:new_shift")
        verbs.register()
