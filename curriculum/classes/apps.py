from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClassesConfig(AppConfig):
    name = "curriculum.classes"
    label = "classes"
    verbose_name = _("Classes")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curriculum.api import (
            Guard,
            Home,
            Panel,
            forget_when_changed,
            protect,
            register_act,
            register_dossier_section,
            register_event,
            register_last_visit,
            register_panel,
        )

        from .acts import TAKE, take_list
        from .dossier import attendance
        from .models import ClassSession, PlayArea
        from .panels import build_next_session
        from .simulation import attend

        protect(Guard("classes_presence"))
        forget_when_changed(ClassSession, PlayArea)
        register_panel(Home.PATH, Panel("classes", order=38, build=build_next_session))
        register_act(TAKE, take_list)
        register_last_visit("classes:today")
        register_last_visit("classes:mine")
        register_event("attend_class", attend)
        register_dossier_section("attendance", 55, attendance)
