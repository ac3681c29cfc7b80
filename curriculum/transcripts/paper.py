"""Transcripts on paper: one HTML template, and whichever renderer the site has.

WeasyPrint makes tagged, accessible PDF; xhtml2pdf is the pure-Python fallback, whose PDF is untagged.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Protocol

import zipstream
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.text import slugify

from curriculum.standards.speaking import made_in

from .lines import Transcript


class Renderer(Protocol):
    """HTML in, PDF out."""

    def __call__(self, html: str) -> bytes: ...


def weasyprint_pdf(html: str) -> bytes:
    weasyprint = import_module("weasyprint")
    return bytes(weasyprint.HTML(string=html, url_fetcher=_fetch_nothing).write_pdf(pdf_variant="pdf/ua-1"))


def _fetch_nothing(url: str, *args: object, **kwargs: object) -> dict[str, object]:
    """A document brings everything it needs: nothing is fetched while printing."""
    raise ValueError(f"not fetched: {url}")


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


def transcript_pdf(transcript: Transcript) -> bytes:
    """One transcript as PDF, in the current language."""
    return renderer()(transcript_html(transcript))


def transcript_html(transcript: Transcript) -> str:
    return render_to_string("curriculum/transcripts/paper.html", {"transcript": transcript})


def file_name(transcript: Transcript) -> str:
    """A name that people recognise and no two persons share."""
    return f"{slugify(transcript.name) or 'transcript'}-{transcript.person_uuid[:8]}.pdf"


def pdf_zip(transcripts: Iterable[Transcript], *, language: str) -> Iterator[bytes]:
    """A zip with a PDF for each person in one language, each made and sent before the next is begun."""
    archive = zipstream.ZipStream(compress_type=zipstream.ZIP_STORED)
    papers = ((transcript_pdf(transcript), file_name(transcript)) for transcript in transcripts)
    for paper, name in made_in(language, papers):
        archive.add(paper, name)
        yield from archive.all_files()
    yield from archive.finalize()
