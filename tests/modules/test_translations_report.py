"""The list of what is translated: it opens, in order, and holds the reader's own school alone."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Locale
from wagtail_localize.models import Translation, TranslationSource

from curriculum.enums import Role
from curriculum.people.staff import give_staff_access

from .school import School, make_lesson, make_school, make_staff

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/localize/reports/translations/"


def begin_translation(school: School, title: str) -> None:
    page = make_lesson(school.module_page, title)
    source, _created = TranslationSource.get_or_create_from_instance(page)
    portuguese, _created = Locale.objects.get_or_create(language_code="pt")
    Translation.objects.create(source=source, target_locale=portuguese)


@pytest.fixture
def trainer() -> Client:
    here, other = make_school("escuela"), make_school("otra")
    for school, title in [(here, "Lavarse"), (here, "Moverse"), (other, "De la otra")]:
        begin_translation(school, title)
    rights = Group.objects.create(name="here")
    right = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=rights, page=here.programme_page, permission=right)
    account = make_staff("Tomás", here.institution, Role.TRAINER)
    account.groups.add(rights)
    give_staff_access(account.person, Role.TRAINER)
    client = Client()
    client.force_login(account)
    return client


@pytest.mark.parametrize("tail", ["", "results/"])
def test_it_lists_the_pages_of_the_own_school_with_the_newest_first(trainer: Client, tail: str) -> None:
    answer = trainer.get(ADDRESS + tail)
    assert answer.status_code == 200
    assert [each.source.object_repr for each in answer.context["object_list"]] == ["Moverse", "Lavarse"]


def test_it_can_be_narrowed(trainer: Client) -> None:
    answer = trainer.get(ADDRESS, {"source_title": "lava", "waiting_for_translation": "true"})
    assert [each.source.object_repr for each in answer.context["object_list"]] == ["Lavarse"]
