"""The questions of a lesson can be answered."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from assessments.api import what_is_missing
from modules.blocks import OPTIONAL_ASSESSMENT, REQUIRED_ASSESSMENT

from .looking import Advice, Draft


def assessments(draft: Draft) -> Iterator[Advice]:
    for passage in draft.of_kind(REQUIRED_ASSESSMENT, OPTIONAL_ASSESSMENT):
        if passage.value is not None and (missing := what_is_missing(passage.value)):
            yield Advice("assessment", str(missing), passage.id, passage.value.title)
    if not draft.of_kind(REQUIRED_ASSESSMENT):
        text = _("Nothing shows yet that it was learned: add an assessment, such as a short quiz.")
        yield Advice("no-assessment", text, "body")
