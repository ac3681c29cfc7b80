"""The texts are found in sources and templates, and a bad translation is noticed."""

from pathlib import Path

import polib
import pytest

from curriculum.site.catalogues.files import bring_up_to_date, catalogue_path, compile_catalogue, faults
from curriculum.site.catalogues.messages import Message, messages_of_file

HOURS = Message("%(hours)s hour is missing.", "%(hours)s hours are missing.", file="a.py")
NAME = Message("Hello, %(name)s.", file="a.py")


def found(tmp_path: Path, name: str, text: str) -> list[Message]:
    (tmp_path / name).write_text(text)
    return [Message(m.text, m.plural, m.context) for m in messages_of_file(tmp_path / name, tmp_path)]


def write(root: Path, language: str, entries: list[polib.POEntry]) -> None:
    catalogue = polib.POFile()
    catalogue.extend(entries)
    path = catalogue_path(root, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('_("One " "text")', Message("One text")),
        ('ngettext("%(n)s hour", "%(n)s hours", n)', Message("%(n)s hour", "%(n)s hours")),
        ('translation.pgettext("verb", "Open")', Message("Open", context="verb")),
    ],
)
def test_texts_of_python(tmp_path, source, expected):
    assert found(tmp_path, "a.py", source) == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% translate 'say \"x\"' context 'speech' %}", Message('say "x"', context="speech")),
        ('{{ _("it\'s") }}', Message("it's")),
        (
            "{% blocktranslate count n=n trimmed %}\n {{ n }} hour\n{% plural %}{{ n }} hours"
            "{% endblocktranslate %}",
            Message("%(n)s hour", "%(n)s hours"),
        ),
    ],
)
def test_texts_of_templates(tmp_path, source, expected):
    assert found(tmp_path, "a.html", "{% load i18n %}<p>gettext('no')</p>" + source) == [expected]


def test_a_text_that_is_not_a_call_is_left_alone(tmp_path):
    assert found(tmp_path, "a.py", "\"gettext('no')\"; _(name)") == []


def test_each_kind_of_fault_is_named(tmp_path):
    write(
        tmp_path,
        "es",
        [
            polib.POEntry(msgid="Empty", msgstr=""),
            polib.POEntry(msgid="Doubtful", msgstr="Dudoso", flags=["fuzzy"]),
            polib.POEntry(msgid=NAME.text, msgstr="Hola, %(nombre)s."),
            polib.POEntry(msgid=HOURS.text, msgstr="Faltan %(hours)s horas."),
            polib.POEntry(msgid="Sound", msgstr="Bien"),
        ],
    )
    texts = [Message("Absent"), Message("Empty"), Message("Doubtful"), NAME, HOURS, Message("Sound")]
    said = "\n".join(faults(tmp_path, "es", texts))
    assert said.splitlines() == [
        "es: '%(hours)s hour is missing.' (a.py) has a plural on one side only",
        "es: 'Absent' () is missing",
        "es: 'Doubtful' () is not translated",
        "es: 'Empty' () is not translated",
        "es: 'Hello, %(name)s.' (a.py) has other placeholders than its translation",
    ]


def test_a_plural_may_say_one_without_its_number(tmp_path):
    forms = {0: "Falta una hora.", 1: "Faltan %(hours)s horas."}
    write(tmp_path, "es", [polib.POEntry(msgid=HOURS.text, msgid_plural=HOURS.plural, msgstr_plural=forms)])
    assert list(faults(tmp_path, "es", [HOURS])) == []


def test_an_update_keeps_translations_adds_what_is_new_and_drops_what_is_gone(tmp_path):
    write(
        tmp_path,
        "es",
        [polib.POEntry(msgid=NAME.text, msgstr="Hola, %(name)s."), polib.POEntry(msgid="Gone")],
    )
    catalogue = bring_up_to_date(tmp_path, "es", [NAME, HOURS])
    assert {entry.msgid: entry.msgstr for entry in catalogue} == {
        NAME.text: "Hola, %(name)s.",
        HOURS.text: "",
    }


def test_english_is_its_own_translation(tmp_path):
    catalogue = bring_up_to_date(tmp_path, "en", [NAME, HOURS])
    assert [entry.translated() for entry in catalogue] == [True, True]


def test_a_language_nobody_thought_of_begins_with_everything_to_do(tmp_path):
    catalogue = bring_up_to_date(tmp_path, "gn", [NAME, HOURS])
    assert len(catalogue.untranslated_entries()) == 2
    assert catalogue.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"


def test_a_catalogue_is_compiled_once(tmp_path):
    write(tmp_path, "es", [polib.POEntry(msgid="Sound", msgstr="Bien")])
    path = catalogue_path(tmp_path, "es")
    assert [compile_catalogue(path), compile_catalogue(path)] == [True, False]
    assert polib.mofile(str(path.with_suffix(".mo"))).find("Sound").msgstr == "Bien"
