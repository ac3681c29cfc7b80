"""Accounts and persons."""

import factory
from django.contrib.auth.models import User

from curriculum.people.models import Person


class AccountFactory(factory.django.DjangoModelFactory):
    """An account that nobody can sign in to by password."""

    class Meta:
        model = User
        django_get_or_create = ("username",)

    username = factory.Sequence(lambda number: f"cuenta-{number}")


class PersonFactory(factory.django.DjangoModelFactory):
    """A person with an account of her own."""

    class Meta:
        model = Person

    name = factory.Sequence(lambda number: f"Persona {number} Píriz")
    user = factory.SubFactory(AccountFactory)
