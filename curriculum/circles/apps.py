from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CirclesConfig(AppConfig):
    name = "curriculum.circles"
    label = "circles"
    verbose_name = _("Circles")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curriculum.api import (
            Guard,
            Home,
            Panel,
            protect,
            register_act,
            register_last_visit,
            register_panel,
            register_place_note,
        )

        from .acts import ASK, take_question
        from .panels import build_news, build_note

        # The words stand in tables of their own and can be erased; that somebody wrote and who decided cannot.
        protect(Guard("circles_post"))
        protect(Guard("circles_postreport"))
        protect(Guard("circles_moderation", columns=("post_id", "verdict", "moderator_id", "decided_at")))
        register_panel(Home.PATH, Panel("news", order=5, build=build_news))
        register_place_note("ask", build_note)
        register_act(ASK, take_question)
        register_last_visit("circles:ask")
        register_last_visit("circles:messages")
