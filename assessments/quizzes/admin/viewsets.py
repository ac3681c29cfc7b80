"""Questions and quizzes in the menu of the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from assessments.admin import OwnChooserViewSet, OwnSnippetViewSet
from assessments.quizzes.models import Question, Quiz

from .panels import QUESTION, QUIZ
from .quick_question import QuickQuestionForm


class QuestionChooserViewSet(OwnChooserViewSet):
    """Also writes a new question, so that the quiz is not left."""

    creation_tab_label = _("New question")
    create_action_label = _("Create and choose")
    creation_form_class = QuickQuestionForm


class QuestionViewSet(OwnSnippetViewSet):
    model = Question
    chooser_viewset_class = QuestionChooserViewSet
    icon = "help"
    edit_handler = QUESTION
    list_display = ["__str__", "type", "points"]
    list_filter = ["type"]
    search_fields = ["text_es", "text_pt", "text_en", "text_fr"]


class QuizViewSet(OwnSnippetViewSet):
    model = Quiz
    icon = "form"
    edit_handler = QUIZ
    list_display = ["title", "module", "pass_percent", "is_active"]
    list_filter = ["is_active"]
    search_fields = ["key", "title_es", "title_pt", "title_en", "title_fr"]


class QuizGroup(SnippetViewSetGroup):
    items = (QuizViewSet, QuestionViewSet)
    menu_label = _("Quizzes")
    menu_icon = "form"
    menu_name = "quizzes"
    menu_order = 210
