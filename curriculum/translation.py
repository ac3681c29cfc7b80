"""Which database texts stand in several languages (docs/decisions/languages)."""

from modeltranslation.translator import TranslationOptions, register

from curriculum.standards import models


class Named(TranslationOptions):
    fields = ("name",)


class Titled(TranslationOptions):
    fields = ("title",)


register(models.Institution)(Named)
register(models.Standard)(Named)
register(models.Programme)(Named)
register(models.Activity)(Titled)


@register(models.StandardVersion)
class StandardVersionTexts(TranslationOptions):
    fields = ("general_competence", "includes", "excludes")


@register(models.Unit)
class UnitTexts(TranslationOptions):
    fields = ("title", "description")


@register(models.Module)
class ModuleTexts(TranslationOptions):
    fields = ("title", "aim")


@register(models.ProgrammeVersion)
class ProgrammeVersionTexts(TranslationOptions):
    fields = ("summary", "audience", "next_steps")


@register(models.Achievement)
class AchievementTexts(TranslationOptions):
    fields = ("name", "description", "criteria")


@register(models.Pathway)
class PathwayTexts(TranslationOptions):
    fields = ("target", "means")
