from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuizzesConfig(AppConfig):
    name = "assessments.quizzes"
    label = "quizzes"
    verbose_name = _("Quizzes")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from assessments.api import register_method
        from curriculum.api import register_act, register_section

        from . import revisions, verbs
        from .acts import HAND_IN, take_answers
        from .method import QuizMethod
        from .pack.section import QuizSection

        register_method(QuizMethod())
        register_section(QuizSection())
        register_act(HAND_IN, take_answers)
        revisions.watch()
        verbs.register()
