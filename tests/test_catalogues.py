"""Every text of the interface is translated into every language of the site, soundly and in the same words."""

import re
import unicodedata
from pathlib import Path

import polib
import pytest
from django.conf import settings

from curriculum.site.catalogues.files import PLURALS, catalogue_path, faults, read_catalogue
from curriculum.site.catalogues.messages import Message, messages_of_the_project

pytestmark = pytest.mark.catalogues

LANGUAGES = [code for code, _name in settings.LANGUAGES]
GLOSSARY_COLUMNS = ("en", "es", "pt", "fr")
PLACES_TO_GO = ("My path", "My hours", "My record", "Supervise", "Administer")
FAILED = {
    "en": r"\bfail(ed|ure)?\b",
    "es": r"\b(reprob|suspend|fracas)",
    "pt": r"\b(reprov|fracass)",
    "fr": r"\b(échou|échec|recal|ajourn)",
}


def texts(language: str) -> list[tuple[polib.POEntry, str]]:
    """Each entry with each of its translated forms."""
    catalogue = read_catalogue(catalogue_path(settings.ROOT, language))
    return [
        (entry, form)
        for entry in catalogue
        for form in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
    ]


def terms() -> list[dict[str, list[str]]]:
    """The rows of the glossary's first table: the forms that stand for one term, by language."""
    table = Path(settings.ROOT, "docs", "glossary.md").read_text(encoding="utf-8").split("\n## ")[1]
    rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")][2:]
    return [
        {code: cell.strip().split(", ") for code, cell in zip(GLOSSARY_COLUMNS, row, strict=False)}
        for row in rows
    ]


def without_values(text: str) -> str:
    return re.sub(r"%\(\w+\)s|\{\w*\}", "", text)


def plain(text: str) -> str:
    """In small letters and without accents: a file name has none."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    return messages_of_the_project(settings.ROOT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_unfinished_or_at_odds_with_its_text(language, messages):
    found = list(faults(settings.ROOT, language, messages))
    assert not found, f"{len(found)} texts; run `make messages` and translate:\n" + "\n".join(found[:40])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_says_whose_it_is_and_changes_only_with_its_texts(language):
    catalogue = read_catalogue(catalogue_path(settings.ROOT, language))
    assert catalogue.metadata["Language"] == language
    assert catalogue.metadata["Plural-Forms"] == PLURALS[language]
    places = {place for entry in catalogue for place in entry.occurrences}
    assert not [file for file, line in places if line or Path(file).is_absolute()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_fails(language):
    assert not [text for _entry, text in texts(language) if re.search(FAILED[language], text, re.IGNORECASE)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_places_to_go_fit_side_by_side_on_a_small_screen(language):
    labels = [text for entry, text in texts(language) if entry.msgid in PLACES_TO_GO]
    assert len(labels) == len(PLACES_TO_GO)
    words = [word for label in labels for word in label.split()]
    assert max(map(len, words)) <= 10  # what a fifth of 320 pixels holds


def test_spanish_opens_its_questions_and_exclamations():
    uneven = [
        text
        for _entry, text in texts("es")
        if text.count("¿") != text.count("?") or text.count("¡") != text.count("!")
    ]
    assert not uneven


def test_french_keeps_its_marks_on_the_line_of_their_word():
    loose = re.compile(r" [:;?!»]|« |\w[;?!]")
    assert not [text for _entry, text in texts("fr") if loose.search(text)]


@pytest.mark.parametrize("language", [code for code in GLOSSARY_COLUMNS if code in LANGUAGES])
def test_the_words_of_the_glossary_are_kept(language):
    translated = [(entry, text) for entry, text in texts(language) if text]
    strayed = [
        f"{entry.msgid!r} → {text!r}: {' or '.join(term[language])}"
        for term in terms()
        for entry, text in translated
        if re.search(rf"\b({'|'.join(term['en'])})s?\b", without_values(entry.msgid), re.IGNORECASE)
        and not any(plain(form) in plain(text) for form in term[language])
    ]
    assert not strayed, "\n".join(strayed)
