"""What the tests of teaching start from."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from curriculum.enums import Role
from curriculum.models import Participation

from .school import School, make_learner, make_school, make_staff


@pytest.fixture
def school(db: None) -> School:
    return make_school("escuela")


@pytest.fixture
def other_school(db: None) -> School:
    return make_school("otra")


@pytest.fixture
def learner(school: School) -> Participation:
    return make_learner("ana", school)


@pytest.fixture
def trainer(school: School) -> User:
    return make_staff("teresa", school.institution, Role.TRAINER)


@pytest.fixture
def as_learner(client: Client, learner: Participation) -> Client:
    client.force_login(learner.person.user)
    return client
