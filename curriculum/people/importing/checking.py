"""Is this row a person? Each cell is read with good will, and every doubt is said in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from django.conf import settings
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ..accounts import plain_user_name
from ..enums import DocumentKind
from ..plain_text import plain_name
from ..registering import DocumentDetails, PersonDetails
from .columns import Column, plain
from .reading import Line
from .sample import EXAMPLE_NAMES

DATE_STYLES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d")
EARLIEST = date(1900, 1, 1)
PHONE = re.compile(r"\+?[\d ()./-]{4,39}")
NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z ./-]{0,59}")
LONGEST_NAME = 200
LONGEST_EMAIL = MaxLengthValidator(254)

KIND_NAMES: Mapping[str, DocumentKind] = {
    **{kind.value: kind for kind in DocumentKind},
    **dict.fromkeys(
        [
            "cedula",
            "cedula_de_identidad",
            "ci",
            "c_i",
            "dni",
            "rg",
            "documento_de_identidad",
            "carteira_de_identidad",
            "carte_d_identite",
            "id",
            "id_card",
            "cpf",
            "dui",
        ],
        DocumentKind.IDENTITY_CARD,
    ),
    **dict.fromkeys(["pasaporte", "passaporte", "passeport", "passport"], DocumentKind.PASSPORT),
    **dict.fromkeys(
        ["residencia", "permiso_de_residencia", "autorizacao_de_residencia", "permis_de_sejour"],
        DocumentKind.RESIDENCE_PERMIT,
    ),
    **dict.fromkeys(["carnet_de_extranjeria", "cedula_de_extranjeria"], DocumentKind.FOREIGNER_CARD),
    **dict.fromkeys(["otro", "outro", "autre"], DocumentKind.OTHER),
}


@cache
def _kinds_in_words() -> Mapping[str, DocumentKind]:
    """The kinds as the screens call them, in every language of the site."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found.update({plain(str(kind.label)): kind for kind in DocumentKind})
    return found


@dataclass(slots=True)
class Checked:
    """A row as a person, with what is wrong (`errors`) and what should be looked at (`warnings`), in words.

    `same_as` is the uuid of the person on record of whom the administrator said that she is meant.
    """

    number: int
    details: PersonDetails
    document: DocumentDetails | None
    user_name: str
    group: str
    same_as: str = ""
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def check_line(line: Line, *, country: str, own_kinds: Mapping[str, str] | None = None) -> Checked:
    """Read one row. A document without a country is taken for one of `country`, and that is said.

    `own_kinds` are kinds of documents that the institution has added, by their plain name.
    """
    row = Checked(line.number, PersonDetails(name=""), None, "", line[Column.GROUP].lower())
    row.details = PersonDetails(
        name=_name(line, row),
        birth_date=_birth_date(line, row),
        language=_language(line, row),
        email=_email(line, row),
        phone=_phone(line, row),
    )
    row.document = _document(line, row, country, own_kinds or {})
    row.user_name = _user_name(line, row)
    if not row.group:
        row.errors.append(_("The group is missing. Write the short name of a group."))
    return row


def _name(line: Line, row: Checked) -> str:
    name = " ".join(line[Column.NAME].split())
    if not name:
        row.errors.append(_("The name is missing."))
    elif name in EXAMPLE_NAMES:
        row.errors.append(_("This is a row of the sample file. Delete it."))
    elif len(name) > LONGEST_NAME or not name[0].isalpha() or any(not sign.isprintable() for sign in name):
        row.errors.append(_("“%(text)s” is not a name. Write only the name.") % {"text": name[:40]})
    return name


def _birth_date(line: Line, row: Checked) -> date | None:
    text = line[Column.BIRTH_DATE]
    if not text:
        return None
    for style in DATE_STYLES:
        try:
            day = datetime.strptime(text, style).date()  # noqa: DTZ007 — a day, not a moment
        except ValueError:
            continue
        if EARLIEST <= day <= timezone.localdate():
            return day
        row.errors.append(
            _("The date of birth %(text)s cannot be right. Check the year.") % {"text": text[:40]}
        )
        return None
    row.errors.append(
        _("“%(text)s” cannot be read as a date. Write the day first, like 31/12/1985.") % {"text": text[:40]}
    )
    return None


def _language(line: Line, row: Checked) -> str:
    offered = dict(settings.LANGUAGES)
    text = line[Column.LANGUAGE].lower()
    if not text:
        return settings.LANGUAGE_CODE[:2]
    if text in offered:
        return text
    row.warnings.append(
        _("The language “%(text)s” is not offered, so %(language)s is taken. Use one of: %(known)s.")
        % {"text": text[:40], "language": settings.LANGUAGE_CODE[:2], "known": ", ".join(offered)}
    )
    return settings.LANGUAGE_CODE[:2]


def _email(line: Line, row: Checked) -> str:
    text = line[Column.EMAIL]
    try:
        if text:
            validate_email(text)
            LONGEST_EMAIL(text)
    except ValidationError:
        row.errors.append(
            _("“%(text)s” is not an e-mail address. Correct it or leave it empty.") % {"text": text[:40]}
        )
        return ""
    return text


def _phone(line: Line, row: Checked) -> str:
    text = line[Column.PHONE]
    if text and not PHONE.fullmatch(text):
        row.errors.append(
            _("“%(text)s” is not a phone number. Write digits and spaces, or leave it empty.")
            % {"text": text[:40]}
        )
        return ""
    return text


def _document(line: Line, row: Checked, country: str, own_kinds: Mapping[str, str]) -> DocumentDetails | None:
    number = line[Column.DOCUMENT_NUMBER]
    if not number:
        row.warnings.append(
            _("There is no identity document, so she is recognised by e-mail or user name only.")
        )
        return None
    if re.fullmatch(r"\d([.,]\d+)?E\+\d+", number, re.IGNORECASE):
        row.errors.append(
            _("The spreadsheet has shortened the document number to %(text)s. Format that column as text.")
            % {"text": number[:40]}
        )
        return None
    if not NUMBER.fullmatch(number):
        row.errors.append(
            _("“%(text)s” is not a document number. Write letters, digits, dots and hyphens only.")
            % {"text": number[:40]}
        )
        return None
    return DocumentDetails(_country(line, row, country), _kind(line, row, own_kinds), number)


def _country(line: Line, row: Checked, country: str) -> str:
    text = line[Column.DOCUMENT_COUNTRY].upper()
    if not text:
        row.warnings.append(
            _("The country of the document is not given, so %(country)s is taken.") % {"country": country}
        )
        return country
    if not re.fullmatch(r"[A-Z]{2}", text):
        row.errors.append(
            _("“%(text)s” is not a country code. Write two letters, like UY or VE.") % {"text": text[:40]}
        )
    return text[:2]


def _kind(line: Line, row: Checked, own_kinds: Mapping[str, str]) -> str:
    text = line[Column.DOCUMENT_KIND]
    if not text:
        return DocumentKind.IDENTITY_CARD.value
    if plain_name(text) in own_kinds:
        return own_kinds[plain_name(text)]
    kind = KIND_NAMES.get(plain(text)) or _kinds_in_words().get(plain(text))
    if kind is None:
        row.errors.append(
            _("“%(text)s” is not a kind of document. Use one of: %(known)s.")
            % {
                "text": text[:40],
                "known": ", ".join([*(str(kind.label) for kind in DocumentKind), *own_kinds.values()]),
            }
        )
        return DocumentKind.OTHER.value
    return kind.value


def _user_name(line: Line, row: Checked) -> str:
    text = plain_user_name(line[Column.USER_NAME])
    try:
        if text:
            UnicodeUsernameValidator()(text)
    except ValidationError:
        text = text[:40]
        row.errors.append(
            _("“%(text)s” cannot be a user name. Use letters, digits and . - _ only.") % {"text": text}
        )
        return ""
    if len(text) > 150:
        row.errors.append(_("The user name is too long."))
        return ""
    return text
