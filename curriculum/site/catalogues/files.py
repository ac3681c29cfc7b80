"""The catalogues in `locales/`: brought up to date, compared with the sources, compiled."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from curriculum.site.catalogues.messages import Message
from curriculum.site.catalogues.placeholders import same_placeholders

PLURALS = {
    "en": "nplurals=2; plural=(n != 1);",
    "es": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "pt": "nplurals=2; plural=(n > 1);",
}


def catalogue_path(root: Path, language: str) -> Path:
    return root / "locales" / language / "LC_MESSAGES" / "django.po"


def read_catalogue(path: Path) -> polib.POFile:
    """The catalogue in the file; an empty one where there is no file yet."""
    if path.exists():
        return polib.pofile(str(path), wrapwidth=110)
    return polib.POFile(wrapwidth=110)


def bring_up_to_date(root: Path, language: str, messages: Iterable[Message]) -> polib.POFile:
    """Adds what is new with an empty translation and drops what nobody asks for; English is its own."""
    old = {
        (entry.msgctxt or "", entry.msgid): entry for entry in read_catalogue(catalogue_path(root, language))
    }
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS.get(language, PLURALS["en"]),
    }
    for key, uses in sorted(_by_key(messages).items(), key=lambda item: (item[1][0].file, item[0])):
        entry = _entry(uses, old.get(key))
        if language == "en":
            _translate_as_itself(entry)
        catalogue.append(entry)
    return catalogue


def faults(root: Path, language: str, messages: Iterable[Message]) -> Iterator[str]:
    """What a reader of this language would miss: a sentence for each text without a sound translation."""
    entries = {
        (entry.msgctxt or "", entry.msgid): entry
        for entry in read_catalogue(catalogue_path(root, language))
        if not entry.obsolete
    }
    for key, uses in sorted(_by_key(messages).items()):
        entry = entries.get(key)
        where = f"{language}: {uses[0].text!r} ({uses[0].file})"
        if entry is None:
            yield f"{where} is missing"
        elif entry.fuzzy or not entry.translated():
            yield f"{where} is not translated"
        elif bool(entry.msgid_plural) != any(use.plural for use in uses):
            yield f"{where} has a plural on one side only"
        elif not same_placeholders(entry):
            yield f"{where} has other placeholders than its translation"


def compile_catalogue(path: Path) -> bool:
    """Writes the binary catalogue beside the readable one; False where it was already newer."""
    compiled = path.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
        return False
    read_catalogue(path).save_as_mofile(str(compiled))
    return True


def _by_key(messages: Iterable[Message]) -> dict[tuple[str, str], list[Message]]:
    uses: dict[tuple[str, str], list[Message]] = {}
    for message in messages:
        uses.setdefault(message.key, []).append(message)
    return uses


def _entry(uses: list[Message], old: polib.POEntry | None) -> polib.POEntry:
    first = uses[0]
    plural = next((use.plural for use in uses if use.plural), "")
    entry = polib.POEntry(
        msgid=first.text,
        msgid_plural=plural,
        msgctxt=first.context or None,
        occurrences=[(file, "") for file in sorted({use.file for use in uses})],
        flags=["python-format"] if "%(" in first.text else [],
    )
    if old is None:
        entry.msgstr_plural = {0: "", 1: ""} if plural else {}
    elif plural:
        entry.msgstr_plural = old.msgstr_plural or {0: old.msgstr, 1: old.msgstr}
    else:
        entry.msgstr = old.msgstr or old.msgstr_plural.get(0, "")
    if old is not None:
        entry.tcomment = old.tcomment
    return entry


def _translate_as_itself(entry: polib.POEntry) -> None:
    if entry.msgid_plural:
        entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
    else:
        entry.msgstr = entry.msgid
