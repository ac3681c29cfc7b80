"""A name as it is looked for: small letters, no accents, one space between words; letters of every script stay."""

import unicodedata
from typing import Any

from django.db import models


def plain_name(text: str) -> str:
    """`Píriz  de León` → `piriz de leon`."""
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in split if not unicodedata.combining(sign))
    return " ".join(unicodedata.normalize("NFC", bare).split())


class PlainNameField(models.CharField):
    """Holds `plain_name` of another field of its row, and follows it whenever the row is written."""

    def __init__(self, *args: Any, of: str, **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **{"editable": False, "max_length": 400, "default": "", **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        plain = plain_name(getattr(model_instance, self.of))[: self.max_length]
        setattr(model_instance, self.attname, plain)
        return plain
