"""What the core of assessments must know of conversations."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from assessments.api import Assessment

METHOD = "conversation"


class ConversationMethod:
    key = METHOD
    label = _("Conversation")
    block_template = "conversations/block.html"

    def address(self, assessment: Assessment) -> str:
        return reverse("conversations:conversation", args=[assessment.uuid])

    def block_context(self, assessment: Assessment, request: HttpRequest | None) -> dict[str, Any]:
        return {"what_to_bring": _("Bring your own example.")}

    def what_is_missing(self, assessment: Assessment) -> str:
        return ""

    def copy(self, assessment: Assessment) -> Assessment | None:
        return None

    def change_address(self, assessment: Assessment) -> str:
        return ""
