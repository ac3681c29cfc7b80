"""Transcripts on paper: one HTML template, in the language of the reader."""

from collections.abc import Iterable, Iterator

import zipstream
from django.template.loader import render_to_string
from django.utils.text import slugify

from curriculum.standards.printing import renderer
from curriculum.standards.speaking import made_in

from .lines import Transcript


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
