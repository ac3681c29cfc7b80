"""HTML on paper: whichever renderer the site has.

WeasyPrint makes tagged, accessible PDF; xhtml2pdf is the pure-Python fallback, whose PDF is untagged.
"""

from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Protocol

from django.conf import settings


class Renderer(Protocol):
    """HTML in, PDF out."""

    def __call__(self, html: str) -> bytes: ...


def weasyprint_pdf(html: str) -> bytes:
    """A document brings everything it needs, its pictures too: nothing is fetched while printing."""
    weasyprint = import_module("weasyprint")
    nothing_else = import_module("weasyprint.urls").URLFetcher(allowed_protocols={"data"})
    document = weasyprint.HTML(string=html, url_fetcher=nothing_else)
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))


def xhtml2pdf_pdf(html: str) -> bytes:
    pisa = import_module("xhtml2pdf.pisa")
    target = BytesIO()
    result = pisa.CreatePDF(html, dest=target, encoding="utf-8")
    if result.err:
        raise RuntimeError("the page could not be printed")
    return target.getvalue()


RENDERERS: dict[str, Renderer] = {"weasyprint": weasyprint_pdf, "xhtml2pdf": xhtml2pdf_pdf}


def renderer() -> Renderer:
    """The renderer named by CUIDAR_PDF_RENDERER, else WeasyPrint where its libraries load, else xhtml2pdf."""
    named = getattr(settings, "CUIDAR_PDF_RENDERER", "")
    if named:
        return RENDERERS[named]
    return weasyprint_pdf if _loads("weasyprint") else xhtml2pdf_pdf


def _loads(module: str) -> bool:
    if find_spec(module) is None:
        return False
    try:
        import_module(module)
    except OSError:  # Pango is missing on this machine.
        return False
    return True
