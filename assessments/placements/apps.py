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
            SeenPage,
            protect,
            register_act,
            register_dossier_section,
            register_entrance,
            register_last_visit,
            register_line,
            register_opening_check,
            register_panel,
            register_place,
            register_seen_page,
        )
        from curriculum.enums import Role

        from . import messages, verbs  # noqa: F401  messages registers its job
        from .acts import LOG_SHIFT, take_shift
        from .dossier import signatures
        from .lines import supervisors_above
        from .models.agreement import TERMS
        from .opening import practice_guaranteed
        from .panels import build_hours
        from .places import SHIFT, find_shift

        # Words (reflections, reasons) stand in tables of their own and can be erased; what was signed cannot.
        protect(Guard("placements_shift"))
        protect(Guard("placements_shiftactivity"))
        protect(Guard("placements_shiftdecision"))
        protect(Guard("placements_signaturedoubt"))
        protect(Guard("placements_pinattempt"))
        protect(Guard("placements_amendment"))
        signed = "OLD.institution_signed_on IS NOT NULL AND OLD.host_signed_on IS NOT NULL"
        protect(Guard("placements_agreement", columns=TERMS, when=signed))
        protect(Guard("placements_countersignature"))
        protect(Guard("placements_amendmentoutcome"))
        register_entrance(Role.SUPERVISOR, "placements:supervise")
        register_panel(Home.PATH, Panel("hours", order=4, build=build_hours))
        register_seen_page(SeenPage("placements:log", _("My hours")))
        register_opening_check(practice_guaranteed)
        register_place(SHIFT, find_shift)
        register_line("supervisors", supervisors_above)
        register_dossier_section("signatures", 50, signatures)
        register_act(LOG_SHIFT, take_shift)
        register_last_visit("placements:log")
        register_last_visit("placements:new_shift")
        verbs.register()
