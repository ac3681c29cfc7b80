"""Portuguese is Brazil's, also where the text is Django's, Wagtail's or allauth's own."""

import polib
import pytest

from curriculum.site.catalogues.borrowed import borrow_portuguese


@pytest.fixture(scope="module")
def borrowed(tmp_path_factory):
    home = tmp_path_factory.mktemp("locales")
    count = borrow_portuguese(home)
    catalogue = polib.mofile(str(home / "pt" / "LC_MESSAGES" / "django.mo"))
    assert len(catalogue) == count
    return catalogue


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Password", "Senha"),  # Django: "Palavra-passe" in Portugal
        ("This password is too common.", "Esta senha é muito comum."),
        ("Save draft", "Salvar rascunho"),  # Wagtail has no plain pt
        ("Sign Up", "Cadastrar-se"),  # nor has allauth
    ],
)
def test_texts_of_the_packages(borrowed, text, said):
    assert borrowed.find(text).msgstr == said


@pytest.mark.parametrize(
    ("text", "context", "said"),
    [("November", False, "novembro"), ("November", "alt. month", "novembro"), ("Sat", False, "sáb")],
)
def test_days_and_months_are_written_small(borrowed, text, context, said):
    assert borrowed.find(text, msgctxt=context).msgstr == said
