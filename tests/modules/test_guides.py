"""Pages that tell how something works: loaded from the pack, linked from the programme, light without a video."""

from pathlib import Path

import pytest
import yaml
from django.test import Client

from curriculum.api import LoadContext, PackFolder
from curriculum.packs.sections import LoadReport
from modules.models import CataloguePage, GuidePage
from modules.pack.guides import GuideSection
from modules.pack.keys import page_key

from .pack_files import DRAWING, LANGUAGES, make_pack, side_by_side, write
from .school import School


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    root = make_pack(tmp_path / "pack")
    steps = [
        {"id": "one", "text": side_by_side("Uno"), "picture": "a.svg", "alt": side_by_side("Una puerta")}
    ]
    guide = {
        "key": "how-to-start",
        "title": side_by_side("Cómo se empieza"),
        "summary": side_by_side("Dos pasos."),
        "steps": [*steps, {"id": "two", "text": side_by_side("Dos")}],
    }
    write(root / "guides/01-how-to-start/guide.yaml", guide)
    pictures = root / "guides/01-how-to-start/pictures"
    pictures.mkdir()
    (pictures / "a.svg").write_text(DRAWING.format(colour="#fff"))
    return root


def load(pack: Path, school: School) -> LoadReport:
    key = page_key(school.institution.key, "catalogue", "root")
    CataloguePage.objects.filter(institution=school.institution).update(translation_key=key)
    context = LoadContext(school.institution, school.version, LoadReport())
    GuideSection().load(PackFolder(pack), context)
    return context.report


def test_a_guide_is_loaded_in_every_language_and_once(pack: Path, school: School) -> None:
    load(pack, school)
    pages = {page.locale.language_code: page for page in GuidePage.objects.live()}
    assert set(pages) == set(LANGUAGES)
    assert pages["pt"].title == "Cómo se empieza pt"
    assert [step.value["text"] for step in pages["en"].steps] == ["Uno en", "Dos en"]
    assert load(pack, school).unchanged == 1


def test_a_change_of_the_pack_arrives_unless_a_person_was_there(pack: Path, school: School) -> None:
    load(pack, school)
    path = pack / "guides/01-how-to-start/guide.yaml"
    guide = yaml.safe_load(path.read_text())
    write(path, guide | {"summary": side_by_side("Otra")})
    load(pack, school)
    page = GuidePage.objects.get(locale__language_code="es")
    assert page.summary == "Otra es"
    page.summary = "La mía"
    page.save_revision().publish()
    write(path, guide)
    load(pack, school)
    page.refresh_from_db()
    assert page.summary == "La mía"


def test_what_is_exported_is_what_was_loaded(pack: Path, school: School, tmp_path: Path) -> None:
    load(pack, school)
    GuideSection().export(school.version, tmp_path / "out")
    wanted = yaml.safe_load((pack / "guides/01-how-to-start/guide.yaml").read_text())
    assert yaml.safe_load((tmp_path / "out/guides/01-how-to-start/guide.yaml").read_text()) == wanted
    assert (tmp_path / "out/guides/01-how-to-start/pictures/a.svg").exists()


def test_every_fault_is_said_with_its_file(pack: Path) -> None:
    path = pack / "guides/01-how-to-start/guide.yaml"
    guide = yaml.safe_load(path.read_text())
    del guide["title"]["pt"]
    guide["steps"][0]["picture"] = "missing.svg"
    write(path, guide)
    faults = list(GuideSection().check(PackFolder(pack)))
    assert len(faults) == 2
    assert {fault.path.partition("/")[0] for fault in faults} == {"guides"}


def test_the_page_is_public_light_and_known_to_the_programme(
    pack: Path, school: School, client: Client
) -> None:
    school.programme_page.save_revision().publish()
    load(pack, school)
    guide = GuidePage.objects.get(locale__language_code="es")
    page = client.get(guide.url)
    assert page.status_code == 200
    assert "<video" not in page.text
    assert "<iframe" not in page.text
    assert 'alt="Una puerta es"' in page.text
    assert 'width="400" height="300"' in page.text
    assert guide.url in client.get(school.programme_page.url).text
