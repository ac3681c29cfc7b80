"""The recorded voice on a lesson's edit page. Pages name this panel, so it meets them only when it is shown."""

from typing import Any

from django import forms
from wagtail.admin.panels import Panel


class RecordingPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "modules/admin/recording_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from modules.permissions import may_record

            from .screen import recording_context

            page = self.instance
            allowed = bool(page.pk) and may_record(self.request.user, page)
            return {
                **super().get_context_data(parent_context),
                **recording_context(page, may_record=allowed),
            }

        @property
        def media(self) -> forms.Media:
            return super().media + forms.Media(js=["modules/recorder.js"])
