"""Who listens at the school, and whom to call. The numbers are invented, except that of emergencies."""

from collections.abc import Mapping

from curriculum.concerns.services import name_confidant, settle_promises
from curriculum.people.models import Person
from curriculum.standards.models import Institution

from .cast import CELIA, MARTA, OSCAR
from .days import Days
from .enrolling import account_of

HELP_LINES = (
    ("Línea de apoyo a mujeres (inventada)", "0800 0000", "Todos los días, a toda hora"),
    ("Inspección del trabajo (inventada)", "0800 0001", "De lunes a viernes, de 9 a 17"),
)
LISTENING = (
    (CELIA, "trabajadora social, de fuera de la escuela"),
    (OSCAR, "evalúa, no da clases aquí"),
)


def open_door(institution: Institution, workers: Mapping[str, Person], days: Days) -> None:
    """A social worker from outside and an assessor listen; the office reads nothing."""
    settle_promises(institution=institution, answer_days=3, keep_months=24, help_lines=HELP_LINES)
    for worker, about in LISTENING:
        name_confidant(
            institution=institution,
            person=workers[worker.username],
            about=about,
            since=days.ago(200),
            named_by=account_of(workers[MARTA.username]),
        )
