"""A learner with lessons to finish, and the act that finishes one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from curriculum.models import Participation
from modules.acts import FINISH_LESSON
from modules.models import LessonPage
from tests.modules.school import School, make_learner, make_lessons, make_school

from .phone import act


@pytest.fixture
def school(db: None) -> School:
    return make_school("escuela")


@pytest.fixture
def lessons(school: School) -> list[LessonPage]:
    return make_lessons(school.module_page, 4)


@pytest.fixture
def learner(school: School) -> Participation:
    return make_learner("ana", school)


@pytest.fixture
def phone(learner: Participation) -> Client:
    """Hers, and signed in."""
    client = Client()
    client.force_login(learner.person.user)
    return client


@pytest.fixture
def finished() -> Callable[..., dict[str, Any]]:
    """The act of having finished a lesson."""

    def made(page: LessonPage, **told: Any) -> dict[str, Any]:
        return act(FINISH_LESSON, lesson=str(page.translation_key), **told)

    return made
