from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.urls import reverse
from pypdf import PdfReader

from curriculum.credentials.models import Award
from curriculum.credentials.services import revoke_award
from curriculum.people.models import Participation
from tests.factories import PersonFactory

from .test_settling import module_draft, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def award(participation: Participation) -> Award:
    record(participation, module_draft("levelling", 1200))
    return Award.objects.get()


@pytest.mark.parametrize("renderer", ["weasyprint", "xhtml2pdf"])
def test_one_page_with_name_title_and_code(award: Award, client: Client, renderer: str) -> None:
    client.force_login(award.person.user)
    with override_settings(CUIDAR_PDF_RENDERER=renderer):
        answer = client.get(reverse("my_certificate", args=[award.code]))
    paper = PdfReader(BytesIO(answer.content))
    assert len(paper.pages) == 1
    text = " ".join(paper.pages[0].extract_text().split())
    for words in ("Ana Píriz", "Escuela de Cuidados", "certifica que", award.title, award.code[:4]):
        assert words in text
    assert paper.pages[0].images


def test_it_is_hers_alone_and_there_is_none_of_what_was_taken_back(
    award: Award, client: Client, administrator: User
) -> None:
    address = reverse("my_certificate", args=[award.code])
    assert client.get(address).status_code == 302
    for other in (administrator, PersonFactory(user__username="otra").user):
        client.force_login(other)
        assert client.get(address).status_code == 404
    revoke_award(award=award, reason="The attendance sheet was not hers.", revoked_by=administrator)
    client.force_login(award.person.user)
    assert client.get(address)["Location"] == reverse("my_credential", args=[award.code])
    page = client.get(reverse("my_credential", args=[award.code])).content.decode()
    assert "se retiró el" in page
    assert "es verdadero" not in page.split("<footer")[0]
