from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuizzesConfig(AppConfig):
    name = "assessments.quizzes"
    label = "quizzes"
    verbose_name = _("Quizzes")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from assessments.api import register_method
        from curriculum.api import register_section, register_seen_page

        from . import revisions, verbs
        from .method import QuizMethod
        from .pack.section import QuizSection
        from .seen import SEEN_PAGES

        register_method(QuizMethod())
        register_section(QuizSection())
        for page in SEEN_PAGES:
            register_seen_page(page)
        revisions.watch()
        verbs.register()
