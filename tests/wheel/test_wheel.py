"""The plugins live in a Wagtail project that has never heard of our site."""

import json
import zipfile
from typing import Any

import pytest

pytestmark = pytest.mark.wheel


def test_the_wheel_holds_the_plugins_and_not_the_site(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if name.startswith("curriculum/site/")]
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {
        "assessments",
        "curriculum",
        "modules",
    }


@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
def test_the_wheel_holds_the_compiled_texts(wheel, language):
    assert f"curriculum/locale/{language}/LC_MESSAGES/django.mo" in zipfile.ZipFile(wheel).namelist()


def test_the_wheel_holds_templates_styles_and_programmes(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for beginning in (
        "curriculum/templates/cuidar/base.html",
        "curriculum/static/cuidar/css/",
        "curriculum/packs/library/",
    ):
        assert any(name.startswith(beginning) for name in names), beginning


def test_a_wagtail_project_takes_the_plugins_in(project):
    assert "no issues" in project.manage("check")


def test_no_migration_is_left_for_the_adopter_to_write(project):
    project.manage("makemigrations", "--check", "--dry-run")


UNIT = "daily-living"


@pytest.fixture(scope="module")
def journey(project) -> dict[str, Any]:
    return json.loads(project.run("journey.py", UNIT).splitlines()[-1])


def test_a_lesson_is_served_in_spanish(journey):
    assert (journey["status"], journey["language"]) == (200, "es")
    assert "Leer la etiqueta de un medicamento" in journey["page"]
    assert '<html lang="es"' in journey["page"]


def test_somebody_elses_plugin_assesses_and_its_evidence_counts(journey):
    assert "Bring your own example." in journey["block"]
    assert journey["evidence"] == [
        {"kind": "unit_decision", "subject": UNIT, "outcome": "competent", "method": "conversation"}
    ]
