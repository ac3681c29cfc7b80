"""A file to keep or print."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from .groups import SHOW


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("What it is"),
        max_length=150,
        help_text=_("In words: “Form for the shift note”, not a file name."),
    )

    class Meta:
        group = SHOW
        description = _("A sheet to keep or print")
        icon = "doc-full"
        label = _("Document")
        template = "modules/blocks/document.html"
