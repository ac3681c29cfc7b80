"""The advice at the top of the form of a lesson. The page's script asks for it again when something was written."""

from typing import Any

from django.forms import Media, Script
from django.urls import reverse
from wagtail.admin.panels import Panel


class AdvicePanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "modules/admin/advice_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "address": self._address(), **self._now()}

        def _address(self) -> str:
            """Where the form is looked over; empty where nobody knows under which page it will stand."""
            if self.instance.pk:
                return reverse("lesson_advice", args=[self.instance.pk])
            parent = getattr(self.form, "parent_page", None)
            if parent is None:
                return ""
            meta = self.instance._meta
            return reverse("new_lesson_advice", args=[meta.app_label, meta.model_name, parent.pk])

        def _now(self) -> dict[str, Any]:
            """What there is to say of the lesson as it was saved; a new one is not judged before it is begun."""
            from .looking import look_over

            return {"advice": look_over(self.instance)} if self.instance.pk else {"is_new": True}

        @property
        def media(self) -> Media:
            script: Any = Script("modules/advice.js", type="module")
            return Media(js=[script], css={"all": ["modules/advice.css"]})
