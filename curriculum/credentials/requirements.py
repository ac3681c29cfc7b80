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
    "literacy": _("reading, writing and arithmetic"),
    "basic_primary": _("basic primary schooling"),
    "grade_9": _("ninth grade completed"),
    "professional_degree": _("professional degree"),
    "work": _("Work experience"),
    "care": _("work as a carer"),
    "assessment_certification": _("assessment and certification"),
    "identity_document": _("identity document"),
    "residence_permit": _("residence permit"),
    "dimex": _("DIMEX"),
    "pep": _("special stay permit (PEP)"),
    "ppt": _("temporary protection permit (PPT)"),
    "foreigner_card": _("foreigner card"),
    "study_permit": _("legal status to study"),
    "birth_certificate": _("birth certificate"),
    "vaccination_card": _("vaccination card"),
    "health_certificate": _("health card"),
    "health_condition": _("health that fits the work"),
    "criminal_record": _("criminal record certificate"),
    "disqualification_certificate": _("certificate of no disqualification"),
    "psychological_test": _("psychological test"),
    "diagnostic_test": _("diagnostic test"),
    "technical_interview": _("technical interview"),
    "food_handling_certificate": _("food handling certificate"),
    "workplace_approval": _("approval of the workplace"),
    "work_roster": _("listing on the work roster"),
    "letter_of_agreement": _("letter of agreement"),
    "letter_signed_by_worker": _("letter of agreement signed by the worker"),
    "letter_signed_by_centre": _("letter of agreement signed by the centre"),
    "admission_process_passed": _("the school's admission process is passed"),
    "meets_entry_profile": _("the skills of the entry profile"),
    "no_other_income": _("no other civil service income"),
    "not_related_to_beneficiary": _("not related to the person cared for"),
    "no_exclusion_criterion": _("nothing that excludes from this work"),
    "noe_strategy": _("part of the strategy for new opportunities of employment (NOE)"),
    "venezuelan_migrant": _("migrant from Venezuela"),
    "test_at_workplace": _("the test is at your workplace"),
    "test_elsewhere": _("the test is not at your workplace"),
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
