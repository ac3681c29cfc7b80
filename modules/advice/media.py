"""Nobody is left out: pictures in words, recordings with their text."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .looking import Advice, Draft

FILE_NAME = re.compile(
    r"\.(avif|gif|jpe?g|png|svg|webp)\b|^(img|dsc|image|foto|imagem?|imagen)[ _-]?\d+", re.IGNORECASE
)
SAYS_PICTURE = re.compile(
    r"^(imagen|imagem|foto|fotografía|fotografia|dibujo|desenho|image|photo|picture|drawing|dessin)\s+(de|do|da|of|d['’])",
    re.IGNORECASE,
)
LONGEST_ALT = 200
SHORTEST_TRANSCRIPT = 40  # characters; less is no recording worth its data


def pictures(draft: Draft) -> Iterator[Advice]:
    for passage in draft.of_kind("picture"):
        yield from _alt(passage.value.get("alt") or "", passage.value.get("caption") or "", passage.id)
    for passage in draft.of_kind("procedure"):
        for step in passage.value.get("steps") or ():
            if step.get("image"):
                yield from _alt(step.get("alt") or "", "", passage.id)


def _alt(alt: str, caption: str, block_id: str) -> Iterator[Advice]:
    if not alt.strip():
        yield Advice("alt", _("Say in words what the picture shows, for those who do not see it."), block_id)
    elif FILE_NAME.search(alt):
        yield Advice("alt-file", _("This is a file's name. Say what the picture shows."), block_id, alt)
    elif SAYS_PICTURE.match(alt):
        text = _("Leave out “picture of”: say at once what is to be seen.")
        yield Advice("alt-picture-of", text, block_id, alt)
    elif caption and alt.strip().casefold() == caption.strip().casefold():
        text = _("The picture's words and its caption say the same: she would hear it twice.")
        yield Advice("alt-twice", text, block_id, alt)
    elif len(alt) > LONGEST_ALT:
        text = _("Shorten the picture's words, and tell the rest in the text, for everybody.")
        yield Advice("alt-long", text, block_id)


def recordings(draft: Draft) -> Iterator[Advice]:
    for passage in draft.of_kind("audio", "video"):
        if len((passage.value.get("transcript") or "").strip()) < SHORTEST_TRANSCRIPT:
            text = _(
                "Write down everything that is said, for those who do not hear it or have no data to spare."
            )
            yield Advice("transcript", text, passage.id)
        if passage.kind == "video" and not passage.value.get("captions"):
            yield Advice("captions", _("Add captions (.vtt). A video without them is not shown."), passage.id)
