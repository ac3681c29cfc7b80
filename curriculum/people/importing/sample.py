"""The file to start from: the right headings and two invented people."""

from django.http import HttpResponse

from .columns import Column

EXAMPLES = (
    (
        "Ana Ejemplo Pérez",
        "31/12/1985",
        "UY",
        "identity_card",
        "1.234.567-8",
        "ana@example.org",
        "099 123 456",
        "es",
        "ana-ejemplo",
    ),
    ("Beatriz Exemplo", "1979-05-02", "BR", "passport", "FX123456", "", "", "pt", ""),
)


def sample_file(group: str) -> HttpResponse:
    """With semicolons and a byte order mark, which spreadsheets of the region open as columns with right accents."""
    rows = [tuple(Column), *((*example, group) for example in EXAMPLES)]
    text = "\r\n".join(";".join(row) for row in rows)
    response = HttpResponse(f"\ufeff{text}\r\n", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="people-to-enrol.csv"'
    return response
