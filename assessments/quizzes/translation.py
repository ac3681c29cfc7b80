"""Which texts of questions and quizzes stand in several languages."""

from modeltranslation.translator import TranslationOptions, register

from .models import Option, Question, Quiz


@register(Question)
class QuestionTexts(TranslationOptions):
    fields = ("text", "unit", "feedback_correct", "feedback_wrong")


@register(Option)
class OptionTexts(TranslationOptions):
    fields = ("text", "match", "feedback")


@register(Quiz)
class QuizTexts(TranslationOptions):
    fields = ()
