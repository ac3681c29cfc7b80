"""Wagtail and allauth are translated for Brazil and for Portugal, but not for plain `pt`, which we speak."""

from pathlib import Path

import polib
from django.apps import apps

VARIANT = "pt_BR"


def borrow_portuguese(into: Path) -> int:
    """Gathers the Brazilian texts of the installed packages as `pt`; returns how many there are."""
    target = into / "pt" / "LC_MESSAGES" / "django.mo"
    gathered = polib.MOFile()
    gathered.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n > 1);",
    }
    known: set[tuple[str, str]] = set()
    for source in _catalogues_without_plain_portuguese():
        for entry in polib.mofile(str(source)):
            key = (entry.msgctxt or "", entry.msgid)
            if key not in known:
                known.add(key)
                gathered.append(entry)
    target.parent.mkdir(parents=True, exist_ok=True)
    gathered.save(str(target))
    return len(gathered)


def _catalogues_without_plain_portuguese() -> list[Path]:
    locales = [Path(config.path) / "locale" for config in apps.get_app_configs()]
    return [
        catalogue
        for locale in locales
        if not (locale / "pt").exists()
        and (catalogue := locale / VARIANT / "LC_MESSAGES" / "django.mo").exists()
    ]
