"""The rules, in the order in which they are read."""

from . import assessing, media, reading, structure, wording
from .looking import Rule

RULES: tuple[Rule, ...] = (
    structure.opens_with_outcomes,
    structure.headings,
    structure.minutes,
    media.pictures,
    media.recordings,
    wording.links,
    reading.reading,
    wording.long_sentences,
    wording.how_we_speak,
    assessing.assessments,
    structure.ends_with_what_to_remember,
    structure.says_its_sources,
    structure.still_says_what_was_reviewed,
)
