"""The columns of an enrolment file, under the names that people give them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Column(StrEnum):
    """What a column holds; the value is a heading that is always understood."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    DOCUMENT_COUNTRY = "document_country"
    DOCUMENT_KIND = "document_kind"
    DOCUMENT_NUMBER = "document_number"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"
    USER_NAME = "user_name"
    GROUP = "group"


REQUIRED = (Column.NAME, Column.GROUP)

# Headings as people write them in Spanish, Portuguese, English and French, after `plain`.
KNOWN_AS: Mapping[Column, Sequence[str]] = {
    Column.NAME: ("name", "full_name", "nombre", "nombre_completo", "nome", "nome_completo", "nom"),
    Column.BIRTH_DATE: (
        "birth_date",
        "date_of_birth",
        "fecha_de_nacimiento",
        "nacimiento",
        "data_de_nascimento",
        "nascimento",
        "date_de_naissance",
    ),
    Column.DOCUMENT_COUNTRY: (
        "document_country",
        "pais",
        "pais_del_documento",
        "pais_do_documento",
        "country",
        "pays",
        "pays_du_document",
    ),
    Column.DOCUMENT_KIND: (
        "document_kind",
        "tipo",
        "tipo_de_documento",
        "document_type",
        "type_de_document",
    ),
    Column.DOCUMENT_NUMBER: (
        "document_number",
        "documento",
        "numero",
        "numero_de_documento",
        "numero_do_documento",
        "document",
        "numero_de_document",
        "numero_du_document",
        "cedula",
        "dni",
    ),
    Column.EMAIL: ("email", "e_mail", "mail", "correo", "correo_electronico", "courriel", "adresse_e_mail"),
    Column.PHONE: ("phone", "telefono", "celular", "telefone", "telephone", "mobile", "movil"),
    Column.LANGUAGE: ("language", "idioma", "lengua", "lingua", "langue"),
    Column.USER_NAME: (
        "user_name",
        "username",
        "usuario",
        "nombre_de_usuario",
        "nome_de_usuario",
        "nom_d_utilisateur",
        "utilisateur",
    ),
    Column.GROUP: ("group", "group_key", "grupo", "clave_del_grupo", "grupo_clave", "turma", "groupe"),
}

# The headings of the sample file; in each language of the site they are understood too.
TITLES: Mapping[Column, Promise] = {
    Column.NAME: _("Full name"),
    Column.BIRTH_DATE: _("Date of birth"),
    Column.DOCUMENT_COUNTRY: _("Country of the document"),
    Column.DOCUMENT_KIND: _("Kind of document"),
    Column.DOCUMENT_NUMBER: _("Number of the document"),
    Column.EMAIL: _("E-mail"),
    Column.PHONE: _("Phone"),
    Column.LANGUAGE: _("Language"),
    Column.USER_NAME: _("User name"),
    Column.GROUP: _("Group"),
}


def title_of(column: Column) -> str:
    """The heading in the language of the moment."""
    return str(TITLES[column])


def plain(text: str) -> str:
    """A heading or a coded value without accents, capitals and signs: `Fecha de Nacimiento` → the same, joined."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", bare.lower()).strip("_")
