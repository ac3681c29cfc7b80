"""One block for every method: a new plugin brings no migration to a site's pages."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from .methods import UnknownMethod, method_of
from .models import Assessment

UNAVAILABLE = "assessments/blocks/unavailable.html"


class AssessmentBlock(SnippetChooserBlock):
    """An assessment inside a lesson, drawn by its method's own template."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("assessments.Assessment", **kwargs)

    def render(self, value: Assessment | None, context: dict[str, Any] | None = None) -> SafeString:
        """The block as HTML. What is closed, deleted or has lost its plugin says so, and the lesson goes on."""
        if value is None or not value.is_active:
            return render_to_string(UNAVAILABLE)
        try:
            method = method_of(value)
        except UnknownMethod:
            return render_to_string(UNAVAILABLE)
        request = (context or {}).get("request")
        return render_to_string(
            method.block_template,
            {
                "assessment": value,
                "address": method.address(value),
                **method.block_context(value, request),
            },
        )

    class Meta:
        icon = "form"
        group = _("4. Do and answer")
        description = _("A quiz or another way to show what was learned")
