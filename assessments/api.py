"""The door to `assessments` for other packages: what is not named here may change without notice."""

from .blocks import AssessmentBlock
from .methods import (
    AssessmentMethod,
    KeepableMethod,
    UnknownMethod,
    change_address,
    copy_assessment,
    method_of,
    register_method,
    what_is_missing,
)
from .models import Assessment, Attempt
from .next_steps import NextStep, next_step, register_next_step
from .queries import competent_assessment_ids
from .results import Result, ResultHandler, record_result, register_result_handler

__all__ = [
    "Assessment",
    "AssessmentBlock",
    "AssessmentMethod",
    "Attempt",
    "KeepableMethod",
    "NextStep",
    "Result",
    "ResultHandler",
    "UnknownMethod",
    "change_address",
    "competent_assessment_ids",
    "copy_assessment",
    "method_of",
    "next_step",
    "record_result",
    "register_method",
    "register_next_step",
    "register_result_handler",
    "what_is_missing",
]
