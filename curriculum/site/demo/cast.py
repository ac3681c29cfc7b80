"""Who works at the two schools, and where learners practise. Every name is invented."""

from dataclasses import dataclass

from curriculum.enums import Role, Setting

MONTEVIDEO = "America/Montevideo"


@dataclass(frozen=True, slots=True)
class School:
    """An institution of the demonstration; `name` and `introduction` by language."""

    key: str
    name: dict[str, str]
    introduction: dict[str, str]


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works for a school, by what she does there."""

    username: str
    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A host, and the worker who signs for the hours there."""

    key: str
    name: str
    kind: Setting
    department: str
    supervisor: Worker
    person_cared_for: str = ""


SUR = School(
    key="escuela-del-sur",
    name={
        "es": "Escuela de Cuidados del Sur",
        "pt": "Escola de Cuidados do Sul",
        "en": "Southern School of Care",
        "fr": "École de soins du Sud",
    },
    introduction={
        "es": (
            "Aquí se aprende a cuidar a personas que necesitan apoyo en su vida diaria. Se estudia desde el "
            "celular, un paso por vez, y se practica en lugares reales. Lo que usted aprende queda reconocido."
        ),
        "pt": (
            "Aqui se aprende a cuidar de pessoas que precisam de apoio na vida diária. Estuda-se pelo celular, um "
            "passo de cada vez, e pratica-se em lugares reais. O que você aprende fica reconhecido."
        ),
        "en": (
            "Here you learn to care for people who need support in their daily life. You study on your phone, one "
            "step at a time, and practise in real places. What you learn is recognised."
        ),
    },
)
COSTA = School(
    key="cuidados-de-la-costa",
    name={
        "es": "Taller de Cuidados de la Costa",
        "pt": "Oficina de Cuidados da Costa",
        "en": "Coast Care Workshop",
        "fr": "Atelier de soins de la Côte",
    },
    introduction={},
)

MARTA = Worker("marta", "Marta Ibarra Pintos", (Role.ADMINISTRATOR,))
TOMAS = Worker("tomas", "Tomás Arbelo Rijo", (Role.TRAINER,))
BEATRIZ = Worker("beatriz", "Beatriz Lemos Pereyra", (Role.TRAINER, Role.ASSESSOR))
SONIA = Worker("sonia", "Sonia Umpiérrez Rocha", (Role.SUPERVISOR,))
HUGO = Worker("hugo", "Hugo Saldivia Techera", (Role.SUPERVISOR,))
MABEL = Worker("mabel", "Mabel Curbelo Vidal", (Role.SUPERVISOR,))
CELIA = Worker("celia", "Celia Bonilla Ramos", (Role.ASSESSOR,))
OSCAR = Worker("oscar", "Óscar Luzardo Bica", (Role.ASSESSOR,))
ALBA = Worker("alba", "Alba Mederos Fripp", ())  # an auditor has no role
NORA = Worker("nora", "Nora Iturralde Sosa", (Role.ADMINISTRATOR,))

WORKERS_OF_SUR = (MARTA, TOMAS, BEATRIZ, SONIA, HUGO, MABEL, CELIA, OSCAR)

RESIDENCE = Place(
    "los-ceibos", "Residencial Los Ceibos del Prado", Setting.RESIDENCE, "Montevideo", supervisor=SONIA
)
HOME = Place("hogar-14", "Hogar 14", Setting.HOME, "Canelones", supervisor=HUGO, person_cared_for="P-014")
DAY_CENTRE = Place("el-timbo", "Centro de Día El Timbó", Setting.DAY_CENTRE, "Montevideo", supervisor=MABEL)

PLACES = (RESIDENCE, HOME, DAY_CENTRE)
