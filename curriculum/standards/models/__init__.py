from .achievement import Achievement, RuleSet
from .institution import Institution
from .programme import Figure, Module, Pathway, Programme, ProgrammeModule, ProgrammeRule, ProgrammeVersion
from .standard import Activity, Standard, StandardVersion, Unit
from .versioning import Version

__all__ = [
    "Achievement",
    "Activity",
    "Figure",
    "Institution",
    "Module",
    "Pathway",
    "Programme",
    "ProgrammeModule",
    "ProgrammeRule",
    "ProgrammeVersion",
    "RuleSet",
    "Standard",
    "StandardVersion",
    "Unit",
    "Version",
]
