from .mark import CriterionMark, CriterionNote
from .observation import CandidateSignature, Observation, TieDeclaration
from .skills_test import RubricVersion, SkillsTest, TestCriterion

__all__ = [
    "CandidateSignature",
    "CriterionMark",
    "CriterionNote",
    "Observation",
    "RubricVersion",
    "SkillsTest",
    "TestCriterion",
    "TieDeclaration",
]
