"""Our `pt` is Brazil's. Django speaks Portugal's there, and Wagtail and allauth know only `pt_BR`."""

from collections.abc import Iterator
from pathlib import Path

import django
import polib
from django.apps import apps
from django.utils import dates, translation

VARIANT = "pt_BR"
CALENDAR = (
    dates.MONTHS,
    dates.MONTHS_3,
    dates.MONTHS_ALT,
    dates.MONTHS_AP,
    dates.WEEKDAYS,
    dates.WEEKDAYS_ABBR,
)
DJANGO = Path(django.__file__).parent / "conf" / "locale"


def borrow_portuguese(into: Path) -> int:
    """Gathers the Brazilian texts of Django and of the installed packages as `pt`; returns how many there are."""
    target = into / "pt" / "LC_MESSAGES" / "django.mo"
    gathered = polib.MOFile()
    gathered.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n > 1);",
    }
    known: set[tuple[str, str]] = set()
    for entry in (*_calendar(), *_brazilian()):
        key = (entry.msgctxt or "", entry.msgid)
        if key not in known:
            known.add(key)
            gathered.append(entry)
    target.parent.mkdir(parents=True, exist_ok=True)
    gathered.save(str(target))
    return len(gathered)


def _calendar() -> Iterator[polib.MOEntry]:
    """Days and months in small letters, as Portuguese writes them in the middle of a sentence."""
    with translation.override(None):
        names = {str(name) for table in CALENDAR for name in table.values()}
    for entry in polib.mofile(str(_catalogue(DJANGO, "pt"))):
        if entry.msgid in names:
            entry.msgstr = entry.msgstr.lower()
            yield entry


def _brazilian() -> Iterator[polib.MOEntry]:
    for locale in (*(Path(config.path) / "locale" for config in apps.get_app_configs()), DJANGO):
        if (source := _catalogue(locale, VARIANT)).exists():
            yield from polib.mofile(str(source))


def _catalogue(locale: Path, language: str) -> Path:
    return locale / language / "LC_MESSAGES" / "django.mo"
