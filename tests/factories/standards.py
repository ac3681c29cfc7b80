"""Institutions."""

import factory

from curriculum.standards.models import Institution


class InstitutionFactory(factory.django.DjangoModelFactory):
    """A school in Uruguay."""

    class Meta:
        model = Institution

    key = factory.Sequence(lambda number: f"escuela-{number}")
    name_es = factory.LazyAttribute(lambda school: f"Escuela {school.key}")
    country = "UY"
    time_zone = "America/Montevideo"
