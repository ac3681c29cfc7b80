"""Which texts of assessments stand in several languages."""

from modeltranslation.translator import TranslationOptions, register

from .models import Assessment


@register(Assessment)
class AssessmentTexts(TranslationOptions):
    fields = ("title",)
