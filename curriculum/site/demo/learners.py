"""The learners and how far each of them has come. Every name is invented."""

from dataclasses import dataclass
from datetime import date

from .cast import BEATRIZ, DAY_CENTRE, HOME, RESIDENCE, TOMAS, Place, Worker


@dataclass(frozen=True, slots=True)
class Cohort:
    """A group with its trainer. `started` is in days ago."""

    key: str
    name: str
    trainer: Worker
    started: int


@dataclass(frozen=True, slots=True)
class Practice:
    """Shifts at one place, in minutes each, the earliest first; `waiting` ones come last."""

    place: Place
    approved: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Learner:
    """One learner's story.

    She began `started` days ago and was last here `seen` days ago. She has completed the first `modules` modules
    of the course and `lessons` of the next. Counting her lessons from 1, `stumbles` are those whose quiz she did
    not pass at once. `tries_in_vain` is how often she has handed in the quiz she has come to without passing it.
    """

    username: str
    name: str
    born: int
    cohort: Cohort
    started: int
    seen: int = 1
    modules: int = 0
    lessons: int = 0
    stumbles: tuple[int, ...] = ()
    tries_in_vain: int = 0
    practice: Practice | None = None
    first_aid: bool = False
    language: str = "es"
    schooling: str = "primary_completed"

    @property
    def birth_date(self) -> date:
        """Some day of her year, the same at every load."""
        return date(self.born, self.born % 12 + 1, self.born % 28 + 1)


MORNING = Cohort("prado-manana", "Prado, por la mañana", TOMAS, started=105)
EVENING = Cohort("las-piedras-tarde", "Las Piedras, por la tarde", BEATRIZ, started=34)
COAST = Cohort("piriapolis", "Piriápolis", BEATRIZ, started=60)
COHORTS = (MORNING, EVENING)

ALL_MODULES = 6

LEARNERS = (
    Learner(
        "ana",
        "Ana Píriz Cardozo",
        1978,
        MORNING,
        started=105,
        seen=1,
        modules=ALL_MODULES,
        stumbles=(3, 12),
        practice=Practice(RESIDENCE, approved=(180, 180, 150, 180), waiting=(30,)),
    ),
    Learner(
        "rosario",
        "Rosario Techera Silva",
        1971,
        MORNING,
        started=105,
        seen=9,
        modules=ALL_MODULES,
        stumbles=(8,),
        practice=Practice(HOME, approved=(240, 240, 240)),
    ),
    Learner(
        "wilson",
        "Wilson Cabrera Duarte",
        1983,
        MORNING,
        started=104,
        seen=2,
        modules=5,
        first_aid=True,
        practice=Practice(DAY_CENTRE, approved=(180, 180, 120), waiting=(180,)),
    ),
    Learner(
        "yusmary",
        "Yusmary Rondón Chirinos",
        1989,
        MORNING,
        started=103,
        seen=1,
        modules=4,
        lessons=1,
        stumbles=(5,),
        practice=Practice(RESIDENCE, approved=(180, 180, 210), returned=(300,)),
    ),
    Learner(
        "odalys",
        "Odalys Fuentes Pupo",
        1974,
        MORNING,
        started=103,
        seen=3,
        modules=4,
        practice=Practice(HOME, approved=(120, 240), waiting=(240,)),
    ),
    Learner(
        "elida",
        "Élida Moreira Acosta",
        1966,
        MORNING,
        started=105,
        seen=23,
        modules=2,
        lessons=3,
        stumbles=(2, 7),
        practice=Practice(DAY_CENTRE, approved=(180,)),
    ),
    Learner(
        "thais",
        "Thaís de Souza Lima",
        1991,
        MORNING,
        started=101,
        seen=1,
        modules=3,
        stumbles=(4,),
        language="pt",
        practice=Practice(DAY_CENTRE, approved=(180, 180), waiting=(120,)),
    ),
    Learner(
        "alex",
        "Alex Ferreira Núñez",
        1995,
        MORNING,
        started=100,
        seen=4,
        modules=5,
        practice=Practice(DAY_CENTRE, approved=(240, 180), returned=(180,)),
    ),
    Learner(
        "gladys",
        "Gladys Machado Brum",
        1969,
        MORNING,
        started=105,
        seen=6,
        modules=2,
        lessons=4,
        stumbles=(1, 6),
        tries_in_vain=3,
    ),
    Learner(
        "jose",
        "José Gregorio Márquez Salas",
        1986,
        MORNING,
        started=98,
        seen=2,
        modules=3,
        practice=Practice(HOME, approved=(180,)),
    ),
    Learner(
        "mirta", "Mirta Bentancor Olivera", 1964, MORNING, started=105, seen=5, modules=2, stumbles=(3, 9, 11)
    ),
    Learner(
        "sandra",
        "Sandra Olivera Techera",
        1976,
        MORNING,
        started=99,
        seen=1,
        modules=3,
        lessons=1,
        practice=Practice(RESIDENCE, approved=(180, 180), returned=(240,)),
    ),
    Learner("luz", "Luz Marina Correa Silvera", 1981, EVENING, started=0, seen=0),
    Learner("yanelis", "Yanelis Batista Reyes", 1987, EVENING, started=34, seen=2, lessons=8),
    Learner("carmen", "Carmen Silveira Umpiérrez", 1968, EVENING, started=34, seen=1, modules=1, lessons=1),
    Learner("nestor", "Néstor Fagúndez Larrosa", 1973, EVENING, started=33, seen=3, lessons=6, stumbles=(3,)),
    Learner(
        "daniela", "Daniela Quintero Rojas", 1993, EVENING, started=34, seen=1, modules=2, stumbles=(10,)
    ),
    Learner(
        "graciela", "Graciela Etcheverry Pons", 1962, EVENING, started=34, seen=7, lessons=4, stumbles=(1, 3)
    ),
    Learner("vanessa", "Vanessa Ribeiro Nunes", 1990, EVENING, started=30, seen=2, lessons=9),
    Learner("estela", "Estela Larrosa Viera", 1967, EVENING, started=34, seen=4, lessons=3, stumbles=(2,)),
    Learner("washington", "Washington Silvera Rey", 1985, EVENING, started=32, seen=1, lessons=7),
    Learner("norma", "Norma Viera Camejo", 1970, EVENING, started=28, seen=8, lessons=2),
    Learner("leidy", "Leidy Contreras Pernía", 1996, EVENING, started=34, seen=1, modules=1),
    Learner(
        "fernanda", "Fernanda Pintos Alonso", 1988, EVENING, started=25, seen=2, lessons=5, stumbles=(4,)
    ),
)

COAST_LEARNERS = (
    Learner("ester", "Ester Pereira Corbo", 1979, COAST, started=60),
    Learner("ramon", "Ramón Techera Vaz", 1982, COAST, started=60, schooling="secondary_lower_completed"),
    Learner("mailen", "Mailén Duarte Sosa", 1994, COAST, started=58, schooling="secondary_completed"),
)
