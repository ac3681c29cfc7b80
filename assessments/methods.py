"""The methods of assessment that plugins bring, by key."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, runtime_checkable

from django.http import HttpRequest
from django.utils.functional import Promise

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
