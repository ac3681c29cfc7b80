"""Which texts of observed tests stand in several languages."""

from modeltranslation.translator import TranslationOptions, register

from .models import SkillsTest, TestCriterion


@register(SkillsTest)
class SkillsTestTexts(TranslationOptions):
    fields = ()


@register(TestCriterion)
class CriterionTexts(TranslationOptions):
    fields = ("text", "evidence")
