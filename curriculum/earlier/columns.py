"""The columns of a file of earlier records, under the names that people give them."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from curriculum.api import Vocabulary


class Column(StrEnum):
    DOCUMENT_NUMBER = "document_number"
    NAME = "name"
    KIND = "kind"
    MODULE = "module"
    HOURS = "hours"
    SETTING = "setting"
    DAY = "day"


EARLIER = Vocabulary(
    columns=Column,
    required=(Column.DOCUMENT_NUMBER, Column.KIND, Column.DAY),
    known_as={
        Column.DOCUMENT_NUMBER: ("document_number", "documento", "numero_de_documento", "document", "cedula"),
        Column.NAME: ("name", "nombre", "nome", "nom"),
        Column.KIND: ("kind", "tipo", "type"),
        Column.MODULE: ("module", "modulo", "curso"),
        Column.HOURS: ("hours", "horas", "heures"),
        Column.SETTING: ("setting", "lugar", "local", "lieu"),
        Column.DAY: ("day", "date", "fecha", "data", "dia"),
    },
    titles={
        Column.DOCUMENT_NUMBER: _("Number of the document"),
        Column.NAME: _("Full name"),
        Column.KIND: _("What it is"),
        Column.MODULE: _("Module"),
        Column.HOURS: _("Hours"),
        Column.SETTING: _("Kind of place"),
        Column.DAY: _("Day"),
    },
)
