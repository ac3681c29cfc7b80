"""The form of a lesson. A new one is no empty page: it has the shape of a good lesson, to be filled in."""

from typing import Any
from uuid import uuid4

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue

OUTCOMES = [("outcome", "")]
BODY = [("heading", ""), ("text", ""), ("remember", {"items": ["", "", ""]})]


class LessonForm(WagtailAdminPageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.is_bound:
            self._begin("outcomes", OUTCOMES)
            self._begin("body", BODY)

    def _begin(self, name: str, shape: list[tuple[str, Any]]) -> None:
        if not self.initial.get(name) and name in self.fields:
            block = self.instance._meta.get_field(name).stream_block
            raw = [{"type": kind, "value": value, "id": str(uuid4())} for kind, value in shape]
            self.initial[name] = StreamValue(block, raw, is_lazy=True)
