"""The methods of assessment that plugins bring, by key."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, runtime_checkable

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from curriculum.api import FileToKeep

from .models import Assessment


class UnknownMethod(LookupError):
    """No installed plugin runs this method."""


class AssessmentMethod(Protocol):
    """What a plugin must say about its way of assessing."""

    key: str
    """Stored in `Assessment.method` and in the evidence; never changes."""

    block_template: str
    """How the assessment looks inside a lesson: what it is, how much work, whether it is done, one button."""

    @property
    def label(self) -> str | Promise:
        """What a person reads: "Quiz"."""
        ...

    def address(self, assessment: Assessment) -> str:
        """Where the learner does it."""
        ...

    def block_context(self, assessment: Assessment, request: HttpRequest | None) -> dict[str, Any]:
        """What `block_template` needs; `request` is None where nobody is asking. At most one query."""
        ...

    def what_is_missing(self, assessment: Assessment) -> str | Promise:
        """What keeps learners from doing it, and what to do about it; empty where nothing does."""
        ...

    def change_address(self, assessment: Assessment) -> str:
        """Where staff change it in the CMS; empty where there is no such screen."""
        ...

    def copy(self, assessment: Assessment) -> Assessment | None:
        """The same again with an identity of its own; None where the method cannot."""
        ...


@runtime_checkable
class KeepableMethod(Protocol):
    """A method whose assessments can be done on a phone without signal, when their module is kept on it."""

    def files_to_keep(self, assessments: Sequence[Assessment]) -> Iterable[FileToKeep]:
        """Every address that doing these needs. Nothing behind them may tell a right answer."""
        ...


_methods: dict[str, AssessmentMethod] = {}


def register_method(method: AssessmentMethod) -> None:
    """Make a method known; called once, when the plugin's app is ready."""
    known = _methods.get(method.key)
    if known is not None and type(known) is not type(method):
        raise ValueError(f"two plugins bring the method {method.key!r}")
    _methods[method.key] = method


def method_of(assessment: Assessment) -> AssessmentMethod:
    """The method that runs this assessment. Raises UnknownMethod where its plugin is not installed."""
    try:
        return _methods[assessment.method]
    except KeyError:
        raise UnknownMethod(assessment.method) from None


def what_is_missing(assessment: Assessment) -> str | Promise:
    """What keeps learners from doing this assessment; empty where it can be done."""
    if not assessment.is_active:
        return _("This assessment is closed to learners. Open it, or choose another one.")
    try:
        return method_of(assessment).what_is_missing(assessment)
    except UnknownMethod:
        return _("The plugin of this assessment is not installed. Choose another one.")


def change_address(assessment: Assessment) -> str:
    """Where staff change this assessment; empty where nobody can."""
    try:
        return method_of(assessment).change_address(assessment)
    except UnknownMethod:
        return ""


def copy_assessment(assessment: Assessment) -> Assessment | None:
    """A copy with an identity of its own, so that a changed one leaves learners of the old one alone."""
    try:
        return method_of(assessment).copy(assessment)
    except UnknownMethod:
        return None
