from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModulesConfig(AppConfig):
    name = "modules"
    label = "modules"
    verbose_name = _("Modules")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from assessments.api import register_next_step, register_result_handler
        from curriculum.api import (
            Guard,
            Home,
            Panel,
            protect,
            register_act,
            register_panel,
            register_place,
            register_section,
            register_seen_page,
        )

        from . import reviewing, signals
        from .acts import FINISH_LESSON, take_finished_lesson
        from .completion import answer_result
        from .next_steps import after_assessment
        from .pack.guides import GuideSection
        from .pack.section import LessonSection
        from .panels import build_path
        from .places import LESSON, find_lesson
        from .seen import SEEN_PAGES
        from .simulation import register_verbs

        protect(Guard("modules_lessonprogress"))
        signals.connect()
        reviewing.register()
        register_result_handler(answer_result)
        register_next_step(after_assessment)
        register_section(LessonSection())
        register_section(GuideSection())
        register_act(FINISH_LESSON, take_finished_lesson)
        register_panel(Home.PATH, Panel("modules", order=10, build=build_path))
        for page in SEEN_PAGES:
            register_seen_page(page)
        register_place(LESSON, find_lesson)
        register_verbs()
