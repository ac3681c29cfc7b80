from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuizzesConfig(AppConfig):
    name = "assessments.quizzes"
    label = "quizzes"
    verbose_name = _("Quizzes")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from assessments.api import register_method
        from curriculum.api import register_act, register_place, register_section, register_seen_page

        from . import revisions, verbs
        from .acts import HAND_IN, take_answers
        from .method import QuizMethod
        from .pack.section import QuizSection
        from .seen import SEEN_PAGES

        register_method(QuizMethod())
        register_section(QuizSection())
        for page in SEEN_PAGES:
            register_seen_page(page)
        from .places import RESULT, find_result

        register_place(RESULT, find_result)
        register_act(HAND_IN, take_answers)
        revisions.watch()
        verbs.register()
