"""Titles of what requirements ask about, of ways of assessing and of outcomes."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REQUIREMENT_TITLES: Mapping[str, str | Promise] = {
    "age": _("Age"),
    "primary-school": _("Primary school"),
    "primary_completed": _("primary school completed"),
    "secondary_lower_completed": _("lower secondary school completed"),
    "secondary_completed": _("secondary school completed"),
    "tertiary_completed": _("tertiary education completed"),
    "work_experience": _("work experience"),
    "previous_training": _("previous training"),
    "identity_document": _("identity document"),
    "health_certificate": _("health card"),
    "criminal_record": _("criminal record certificate"),
    "programme-hours": _("Programme hours"),
    "practice-hours": _("Practice hours"),
}

METHOD_TITLES: Mapping[str, str | Promise] = {
    "quiz": _("quiz"),
    "observation": _("observed test"),
    "recognition": _("recognition of prior learning"),
    "imported": _("brought in from earlier records"),
}

OUTCOME_TITLES: Mapping[str, str | Promise] = {
    "competent": _("Competent"),
    "pending_fulfilment": _("Pending fulfilment"),
    "not_yet_assessed": _("Not yet assessed"),
}
