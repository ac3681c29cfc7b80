"""A small school for the tests of teaching: a programme, module pages, as many lessons as a test wants."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from assessments.models import Assessment
from curriculum.enums import AchievementKind, Origin, Role, ServiceType, Stage, Status
from curriculum.models import (
    Achievement,
    Institution,
    Module,
    Participation,
    Person,
    Programme,
    ProgrammeModule,
    ProgrammeRule,
    ProgrammeVersion,
    RuleSet,
)
from curriculum.people.services import enrol, join_institution
from curriculum.rules import digest
from modules.models import CataloguePage, Lesson, LessonPage, ModulePage, ProgrammePage

STARTED = date(2026, 3, 2)
NOON = datetime(2026, 3, 9, 15, tzinfo=UTC)
LANGUAGES = ("es", "pt", "en")


@dataclass
class School:
    """One institution with its programme and pages, in Spanish."""

    institution: Institution
    version: ProgrammeVersion
    programme_page: ProgrammePage
    module_pages: list[ModulePage] = field(default_factory=list)

    @property
    def module_page(self) -> ModulePage:
        return self.module_pages[0]


def make_school(key: str, *, modules: int = 1) -> School:
    institution = Institution.objects.create(
        key=key, name=f"Escuela {key}", country="UY", time_zone="America/Montevideo", emergency_number="911"
    )
    programme = Programme.objects.create(institution=institution, key="curso", name="Curso de cuidados")
    version = ProgrammeVersion.objects.create(
        programme=programme,
        version="1",
        status=Status.IN_FORCE,
        published_at=NOON,
        service_type=ServiceType.TRAINING,
    )
    root = _front_page().add_child(
        instance=CataloguePage(title=f"Escuela {key}", slug=key, institution=institution, locale=spanish())
    )
    programme_page = root.add_child(
        instance=ProgrammePage(title="Curso de cuidados", slug="curso", programme=programme, locale=spanish())
    )
    school = School(institution, version, programme_page)
    for number in range(1, modules + 1):
        add_module(school, number)
    return school


def _front_page() -> Page:
    """Wagtail's first page, as a front page that holds catalogues."""
    front = CataloguePage.objects.filter(institution=None).first()
    if front is None:
        front = Page.get_first_root_node().add_child(
            instance=CataloguePage(title="Cuidar", slug="cuidar", locale=spanish())
        )
        site = Page.objects.get(slug="home").sites_rooted_here.get()
        site.root_page = front
        site.save()
    return front


def add_module(school: School, number: int) -> ModulePage:
    module = Module.objects.create(
        institution=school.institution, key=f"module-{number}", title=f"Módulo {number}"
    )
    ProgrammeModule.objects.create(
        programme_version=school.version,
        module=module,
        order=number,
        online_minutes=60,
        class_minutes=90,
        independent_minutes=30,
        practice_minutes=600,
        hours_origin=Origin.SCHOOL,
    )
    page = school.programme_page.add_child(
        instance=ModulePage(title=module.title, slug=module.key, module=module, locale=spanish())
    )
    school.module_pages.append(page)
    return page


def spanish() -> Locale:
    return Locale.objects.get_or_create(language_code="es")[0]


def make_lesson(
    module_page: ModulePage, title: str, *, assessment: Assessment | None = None, text: str = "<p>Hola.</p>"
) -> LessonPage:
    """A published lesson of a heading, a text, a warning and, if given, an assessment."""
    body = [
        ("heading", f"Sobre {title}"),
        ("text", text),
        ("warning", {"level": "danger", "text": "Llame al [[emergency_number]]."}),
    ]
    if assessment:
        body.append(("assessment", assessment))
    page = module_page.add_child(
        instance=LessonPage(
            title=title, summary=f"Resumen de {title}", minutes=7, body=body, locale=spanish()
        )
    )
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_lessons(module_page: ModulePage, count: int) -> list[LessonPage]:
    return [make_lesson(module_page, f"Lección {number}") for number in range(1, count + 1)]


def make_assessment(institution: Institution, key: str) -> Assessment:
    return Assessment.objects.create(institution=institution, key=key, title=key, method="none")


def make_learner(name: str, school: School) -> Participation:
    person = Person.objects.create(name=name, user=User.objects.create_user(name))
    return enrol(person=person, programme_version=school.version, enrolled_by=None, on=STARTED)


def make_staff(name: str, institution: Institution, role: Role) -> User:
    user = User.objects.create_user(name)
    person = Person.objects.create(name=name, user=user)
    join_institution(person=person, institution=institution, role=role, since=STARTED)
    return user


def reward_module(school: School, module: Module) -> Achievement:
    """An achievement earned by completing this module."""
    achievement = Achievement.objects.create(
        institution=school.institution,
        key=f"{module.key}-credential",
        kind=AchievementKind.MICROCREDENTIAL,
        name="Nivelación",
    )
    document = {
        "schema": "cuidar/rules/1",
        "stage": "award",
        "root": {"node": "module_completed", "module": module.key},
    }
    rule_set = RuleSet.objects.create(
        institution=school.institution,
        key=achievement.key,
        version="1",
        status=Status.IN_FORCE,
        stage=Stage.AWARD.value,
        achievement=achievement,
        document=document,
        digest=digest(document),
        published_at=NOON,
    )
    ProgrammeRule.objects.create(programme_version=school.version, rule_set=rule_set)
    return achievement


def lesson_of(page: LessonPage) -> Lesson:
    return Lesson.objects.get(key=page.translation_key)


def lesson_address(key: UUID, language: str = "es", tail: str = "") -> str:
    return f"/{language}/learn/lesson/{key}/{tail}"


def module_address(key: UUID, language: str = "es") -> str:
    return f"/{language}/learn/module/{key}/"


NOT_COUNTED = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK")


@contextmanager
def exactly(count: int) -> Iterator[None]:
    """The block asks the database exactly so often; the start and end of transactions are not counted."""
    with CaptureQueriesContext(connection) as captured:
        yield
    asked = [query["sql"] for query in captured if not query["sql"].startswith(NOT_COUNTED)]
    assert len(asked) == count, "\n".join(asked)
