"""Lessons from files: loaded once, in every language, and never over a trainer's work."""

from pathlib import Path
from uuid import UUID

import pytest
import yaml
from django.contrib.auth.models import User
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Site
from wagtail_localize.models import StringTranslation, Translation

from assessments.models import Assessment
from curriculum.models import Institution, Person
from curriculum.packs.folder import PackFolder
from curriculum.packs.sections import LoadContext, LoadReport
from curriculum.packs.services import export_pack, load_pack
from curriculum.people.services import enrol
from modules.models import CataloguePage, Lesson, LessonPage, ModulePage, ProgrammePage
from modules.pack.section import LessonSection

from .pack_files import LANGUAGES, make_lesson_folder, make_pack, write
from .school import STARTED, lesson_address


@pytest.fixture
def institution(db: None) -> Institution:
    return Institution.objects.create(
        key="escuela", name="Escuela", country="UY", time_zone="America/Montevideo", emergency_number="911"
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return make_pack(tmp_path / "small", "one", "two")


def load(pack: Path, institution: Institution) -> LoadReport:
    return load_pack(folder=PackFolder(pack), institution=institution)[1]


def text_of(pack: Path, key: str, language: str) -> dict:
    return yaml.safe_load((folder_of(pack, key) / f"{language}.yaml").read_text())


def folder_of(pack: Path, key: str) -> Path:
    return next((pack / "lessons" / "levelling").glob(f"*-{key}"))


def page(key: str, language: str = "es") -> LessonPage:
    return LessonPage.objects.get(source_key=key, locale__language_code=language)


def retitle(pack: Path, key: str, language: str, title: str) -> None:
    text = text_of(pack, key, language)
    write(folder_of(pack, key) / f"{language}.yaml", {**text, "title": title})


def test_a_pack_becomes_pages_in_every_language(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    for model, count in ((ProgrammePage, 1), (ModulePage, 1), (LessonPage, 2)):
        assert model.objects.live().filter(alias_of=None).count() == count * len(LANGUAGES)
    assert {each.translation_key for each in LessonPage.objects.filter(source_key="one")} == {
        page("one").translation_key
    }
    assert list(Lesson.objects.current().values_list("source_key", flat=True)) == ["one", "two"]
    assert [block.value["text"] for block in page("one", "pt").body if block.block_type == "warning"] == [
        "Llame [[emergency_number]] pt"
    ]
    story = next(block.value.source for block in page("one", "en").body if block.block_type == "text")
    assert (
        story
        == "<p>Doña Elvira toma <b>tres en</b> y <i>una</i> más.</p><ol><li>Leer</li><li>Mirar en</li></ol>"
    )


def test_the_welcome_page_gives_way_to_a_catalogue(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    front = Site.objects.get().root_page.specific
    assert isinstance(front, CataloguePage)
    assert front.institution is None


def test_an_adopters_own_front_page_is_kept(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    front = Site.objects.get().root_page
    second = Institution.objects.create(key="otra", name="Otra", country="UY", time_zone="UTC")
    load(pack, second)
    assert Site.objects.get().root_page == front
    assert page_keys(institution).isdisjoint(page_keys(second))


def page_keys(institution: Institution) -> set[UUID]:
    return set(Lesson.objects.filter(institution=institution).values_list("key", flat=True))


def test_loading_again_changes_nothing(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    before = list(LessonPage.objects.order_by("pk").values_list("pk", "latest_revision_id"))
    report = load(pack, institution)
    assert (report.created, report.updated, report.kept) == ([], [], [])
    assert list(LessonPage.objects.order_by("pk").values_list("pk", "latest_revision_id")) == before


def test_what_the_pack_changes_is_brought_in(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    retitle(pack, "one", "es", "Uno nuevo")
    retitle(pack, "two", "pt", "Dois novo")
    report = load(pack, institution)
    assert page("one").title == "Uno nuevo"
    assert page("two", "pt").title == "Dois novo"
    assert (report.created, report.kept) == ([], [])
    assert page("two").title == "two es"


def test_what_a_trainer_has_changed_is_left_alone_and_said(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    changed = page("one")
    changed.title = "Título de la docente"
    changed.save_revision().publish()
    retitle(pack, "one", "es", "Otro título")
    report = load(pack, institution)
    assert page("one").title == "Título de la docente"
    assert report.kept == ["Otro título (es)"]


def test_a_trainers_draft_and_a_page_taken_down_are_left_alone(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    page("one").save_revision()
    page("two").unpublish()
    for key in ("one", "two"):
        retitle(pack, key, "es", f"Otro {key}")
    report = load(pack, institution)
    assert report.kept == ["Otro one (es)", "Otro two (es)"]
    assert not page("two").live


def test_a_lesson_that_was_deleted_does_not_come_back(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    LessonPage.objects.filter(source_key="one").first().delete()
    report = load(pack, institution)
    assert not LessonPage.objects.filter(source_key="one", locale__language_code="es").exists()
    assert "one es (es)" in report.kept


def test_a_string_that_a_person_translated_stays(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    hers = StringTranslation.objects.get(context__path="title", data="one pt")
    hers.data, hers.last_translated_by = "O primeiro", User.objects.create_user("tradutora")
    hers.save()
    retitle(pack, "one", "pt", "Outro")
    report = load(pack, institution)
    assert page("one", "pt").title == "O primeiro"
    assert report.kept == ["O primeiro (pt)"]


def test_translations_can_be_worked_on_in_the_cms(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    translation = Translation.objects.get(
        source__object_id=page("one").translation_key, target_locale__language_code="pt"
    )
    assert (
        translation.get_progress()
        == (
            StringTranslation.objects.filter(
                context__object_id=page("one").translation_key, locale__language_code="pt"
            ).count(),
        )
        * 2
    )
    translation.save_target(publish=True)
    assert page("one", "pt").title == "one pt"


def test_block_ids_do_not_change_between_reads(pack: Path, institution: Institution) -> None:
    load(pack, institution)

    def ids(language: str) -> list[str]:
        body = page("one", language).body
        checklist = next(block.value for block in body if block.block_type == "checklist")
        return [block.id for block in body] + [item.id for item in checklist["items"].bound_blocks]

    assert ids("es") == ids("es") == ids("pt")


def test_the_same_picture_is_kept_once(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    assert get_image_model().objects.filter(collection__name="escuela").count() == 2


def test_a_lesson_put_between_others_stands_there(pack: Path, institution: Institution) -> None:
    load(pack, institution)
    (folder_of(pack, "two")).rename(pack / "lessons" / "levelling" / "03-two")
    make_lesson_folder(pack, 2, "between")
    load(pack, institution)
    assert list(Lesson.objects.current().values_list("source_key", flat=True)) == ["one", "between", "two"]


def test_a_quiz_comes_into_the_lesson_when_it_is_there(pack: Path, institution: Institution) -> None:
    folder = folder_of(pack, "one")
    for language in LANGUAGES:
        text = text_of(pack, "one", language)
        text["blocks"].append({"id": "quiz", "type": "assessment", "quiz": "the-quiz"})
        write(folder / f"{language}.yaml", text)
    meta = yaml.safe_load((folder / "lesson.yaml").read_text())
    write(folder / "lesson.yaml", {**meta, "quiz": "the-quiz"})
    quiz = Assessment.objects.create(institution=institution, key="the-quiz", title="Quiz", method="none")

    load(make_pack(pack.parent / "bare"), institution)
    version = institution.programmes.get().versions.get()
    LessonSection().load(PackFolder(pack), LoadContext(institution, version, LoadReport()))
    assert [each.assessment for each in Lesson.objects.get(source_key="one").activities.all()] == [quiz]


def test_what_is_written_is_what_was_read(pack: Path, institution: Institution, tmp_path: Path) -> None:
    load(pack, institution)
    version = institution.programmes.get().versions.get()
    export_pack(programme_version=version, target=tmp_path / "out")
    written, read = tmp_path / "out" / "lessons", pack / "lessons"
    names = sorted(path.relative_to(read) for path in read.rglob("*") if path.is_file())
    assert sorted(path.relative_to(written) for path in written.rglob("*") if path.is_file()) == names
    for name in names:
        if name.suffix == ".yaml":
            assert yaml.safe_load((written / name).read_text()) == yaml.safe_load((read / name).read_text())
        else:
            assert (written / name).read_bytes() == (read / name).read_bytes()


def test_a_loaded_lesson_is_read_by_a_learner(pack: Path, institution: Institution, client: Client) -> None:
    load(pack, institution)
    person = Person.objects.create(name="Ana", user=User.objects.create_user("ana"))
    enrol(
        person=person,
        programme_version=institution.programmes.get().versions.get(),
        enrolled_by=None,
        on=STARTED,
    )
    client.force_login(person.user)
    response = client.get(lesson_address(page("one").translation_key, "en"))
    assert "Llame 911 en" in response.text
    assert "fallback-note" not in response.text
