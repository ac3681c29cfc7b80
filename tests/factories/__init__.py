"""People and institutions of tests, invented."""

from .people import AccountFactory, PersonFactory
from .standards import InstitutionFactory

__all__ = ["AccountFactory", "InstitutionFactory", "PersonFactory"]
