"""What is uploaded in the CMS is served from the site's own address, so nothing that acts there is taken."""

from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from curriculum.packs.drawings import drawing_fault
from modules.blocks.media import AUDIO_TYPES, CAPTION_TYPES, VIDEO_TYPES

PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4"/>%s</svg>'


@pytest.fixture(autouse=True)
def root(db: None) -> Collection:
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


def upload(drawing: bytes, name: str = "manos.svg") -> list[str]:
    """What the form of the CMS has against a drawing, or another picture."""
    image_model = get_image_model()
    form = get_image_form(image_model)(
        {"title": "Manos"},
        {"file": SimpleUploadedFile(name, drawing)},
        instance=image_model(),
        user=User(is_superuser=True, is_active=True),
    )
    return [str(fault) for fault in form.errors.get("file", [])]


@pytest.mark.parametrize(
    ("inside", "taken"),
    [("", True), ("<script>alert(1)</script>", False), ('<a href="javascript:alert(1)"/>', False)],
)
def test_a_drawing_with_a_program_is_not_taken(inside: str, taken: bool) -> None:
    assert (upload((PLAIN % inside).encode()) == []) is taken


@pytest.mark.parametrize(
    ("language", "said"), [("es", "pero es una imagen de otro tipo (png)"), ("fr", "d’un autre type (png)")]
)
def test_a_picture_under_a_wrong_name_is_refused_in_her_language(language: str, said: str) -> None:
    picture = BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    with translation.override(language):
        (fault,) = upload(picture.getvalue(), "manos.jpg")
    assert said in fault


@pytest.mark.parametrize(
    "drawing",
    [
        b'<?xml-stylesheet type="text/xsl" href="/media/x.xsl"?>' + (PLAIN % "").encode(),
        ("<!DOCTYPE svg>" + PLAIN % "").encode("utf-16"),
    ],
)
def test_a_drawing_does_not_hide_what_it_is(drawing: bytes) -> None:
    assert drawing_fault("manos.svg", drawing) is not None


@pytest.mark.parametrize(
    "name", ["page.html", "page.xhtml", "drawing.svg", "program.js", "sheet.xsl", "page"]
)
def test_a_page_or_a_program_is_no_document(name: str) -> None:
    document = get_document_model()(title="Hoja", file=ContentFile(b"x", name=name))
    with pytest.raises(ValidationError):
        document.clean()


@pytest.mark.parametrize("kind", ["pdf", *sorted(AUDIO_TYPES | VIDEO_TYPES | CAPTION_TYPES)])
def test_what_lessons_use_is_taken(kind: str) -> None:
    get_document_model()(title="Hoja", file=ContentFile(b"x", name=f"hoja.{kind}")).clean()
