"""Rich text of pages that is tidied before it is kept."""

from typing import Any

from django.db import models
from wagtail.fields import RichTextField

from modules.tidying import tidy


class TidyRichTextField(RichTextField):
    def clean(self, value: str, model_instance: models.Model | None) -> Any:
        return super().clean(tidy(value), model_instance)
