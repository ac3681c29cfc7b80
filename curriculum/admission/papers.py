"""Photographs and PDFs of documents: known by their content, kept where no address leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import filetype
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from PIL import Image, ImageFile, ImageOps

from .errors import Refused

LARGEST_BYTES = 8 * 1024 * 1024
"""A photograph of a cheap phone has 1 to 5 MB."""
MOST_PAGES = 6
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2400
"""Pixels; the small print of an identity card is readable."""
TYPES = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "application/pdf": "pdf",
}
SHOWN_IN_PLACE = frozenset({"image/jpeg", "image/png", "image/webp"})
"""Pictures cannot act; a PDF may carry a program, and is only ever taken away."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page that was looked at and not yet kept."""

    content: bytes
    content_type: str


def look_at(files: Iterable[UploadedFile]) -> tuple[Paper, ...]:
    """The pages of a document. Raises Refused for anything that is no photograph and no PDF."""
    pages = tuple(_look_at_one(file) for file in files)
    if not pages:
        raise Refused(_("Take a photograph of the document, or choose a file."))
    if len(pages) > MOST_PAGES:
        sentence = ngettext(
            "A document may have %(most)s page here.", "A document may have %(most)s pages here.", MOST_PAGES
        )
        raise Refused(sentence, most=MOST_PAGES)
    return pages


def _look_at_one(file: UploadedFile) -> Paper:
    if not file.size:
        raise Refused(_("“%(name)s” is empty. Take the photograph again."), name=file.name)
    if file.size > LARGEST_BYTES:
        sentence = _("“%(name)s” is larger than %(most)s MB. Take it again in a smaller size.")
        raise Refused(sentence, name=file.name, most=LARGEST_BYTES // (1024 * 1024))
    content = file.read()
    found = filetype.guess_mime(content)
    if found not in TYPES:
        sentence = _("“%(name)s” is neither a photograph nor a PDF. Take a photograph of the document.")
        raise Refused(sentence, name=file.name)
    return Paper(_picture_alone(content, file.name) if found in SHOWN_IN_PLACE else content, found)


def _picture_alone(content: bytes, name: str | None) -> bytes:
    """The picture upright, as large as a reader needs, without what a phone hides in it: place, time, owner."""
    out = BytesIO()
    _refuse_cut_pictures()
    try:
        with Image.open(BytesIO(content)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _too_many_pixels(name)
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            upright.info.clear()
            upright.save(out, image.format, quality=85)
    except Image.DecompressionBombError:  # so many that the library does not even measure them
        raise _too_many_pixels(name) from None
    except (OSError, SyntaxError, ValueError):
        raise Refused(_("“%(name)s” cannot be opened. Take the photograph again."), name=name) from None
    return out.getvalue()


def _refuse_cut_pictures() -> None:
    """Pillow's own default: WeasyPrint, once loaded, lets cut pictures pass in the whole process."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False


def _too_many_pixels(name: str | None) -> Refused:
    return Refused(_("“%(name)s” is too large to be shown. Take it again in a smaller size."), name=name)


def keep(paper: Paper, *, folder: str, number: int) -> str:
    """Put a page into the private storage; the name under which it lies there."""
    return storages["private"].save(
        f"{folder}/{number}.{TYPES[paper.content_type]}", ContentFile(paper.content)
    )
