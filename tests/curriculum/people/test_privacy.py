"""Free text is looked at before it is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.people.privacy import Identifier, identifiers_in

DOCUMENT, PHONE, EMAIL, NAME = Identifier.DOCUMENT, Identifier.PHONE, Identifier.EMAIL, Identifier.NAME


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Me llamó la hija al 099 123 456", PHONE),
        ("+598 99 12 34 56", PHONE),
        ("(011) 4555-1234 de tarde", PHONE),
        ("４５５５１２３４", PHONE),
        ("La cédula es 1.234.567-8", DOCUMENT),
        ("cedula de ella es 45678", DOCUMENT),
        ("CPF 123.456.789-09", DOCUMENT),
        ("12.345.678-K", DOCUMENT),
        ("pasaporte AB123456", DOCUMENT),
        ("Mostró el C1234567", DOCUMENT),
        ("escribir a ana.p@correo.com.uy", EMAIL),
        ("ana arroba correo punto com", EMAIL),
        ("ana (at) correo.org", EMAIL),
        ("Hoy doña Elsa no quiso bañarse", NAME),
        ("La Sra. Pérez comió bien", NAME),
        ("O seu João dormiu", NAME),
        ("Mrs Lee and I went out", NAME),
        ("Mme Dupont a souri", NAME),
    ],
)
def test_what_identifies_a_person_is_found(text: str, kind: Identifier) -> None:
    assert kind in identifiers_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hoy aprendí a bañar con dignidad.",
        "De 8:00 a 12:30, con 30 minutos de pausa",
        "Presión 120/80 y después 130/85",
        "Pulso 80 72 75 90",
        "El 12/03/2026 y el 2026-03-13",
        "500 mg cada 8 horas, 3 veces",
        "1.200 ml en la mañana y 2.000 ml en el día",
        "Habitación 12, documento 3 de la carpeta",
        "La señora que cuido tiene el don de reír",
        "O seu quarto é grande. Dona de casa.",
        "Cuidadores don gratis",
    ],
)
def test_care_can_be_written_about(text: str) -> None:
    assert identifiers_in(text) == frozenset()


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert identifiers_in(text) <= set(Identifier)


@given(
    st.text(alphabet="abcñé ,.", max_size=40),
    st.integers(1_000_000, 99_999_999_999),
    st.text(alphabet="abcñé ,", max_size=40),
)
def test_a_long_number_is_found_wherever_it_stands(before: str, number: int, after: str) -> None:
    assert identifiers_in(f"{before} {number} {after}")
