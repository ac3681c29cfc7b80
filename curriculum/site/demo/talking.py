"""What the people of the school say to each other. Every word is invented."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from curriculum.circles.circle import Circle, Standing
from curriculum.circles.enums import Channel
from curriculum.circles.services import (
    Words,
    announce,
    answer_learner,
    ask_trainer,
    choose_contact,
    take_seat,
    write_post,
)
from curriculum.people.models import Group, Participation, Person

from .acts import Act
from .days import Days
from .enrolling import account_of
from .learners import Learner

# Who, by what name (empty: her own), how many days ago, the words, and to which of the posts (by place) they answer.
POSTS = (
    ("gladys", "", 6, "¿A alguien más se le mezclan los turnos con el estudio? Yo leo en el ómnibus.", None),
    ("wilson", "", 6, "A mí también. Escucho la lección con el botón y repaso a la noche.", 0),
    (
        "mirta",
        "Flor de ceibo",
        4,
        "Hoy la persona que cuido eligió su ropa por primera vez en meses. Tardamos el doble y valió la pena.",
        None,
    ),
    ("odalys", "", 3, "Qué lindo. Yo ofrezco dos prendas y dejo elegir: así no se cansa.", 2),
)
TRAINER_SAYS = "Eso es autonomía. Guarden estos ejemplos: sirven para la prueba de competencias."
NEWS = (
    "El jueves nos vemos a las 18 en el salón comunal. Repasamos traslados: traigan ropa cómoda. Hay espacio de "
    "juego para niñas y niños."
)
WAITING = "Profe, ¿la media pastilla la puedo partir yo o tiene que venir ya partida?"
ANSWERED = "¿Puedo hacer las horas que me faltan un domingo?"
ANSWER = (
    "Sí, si el lugar de práctica está de acuerdo. Avise antes a quien supervisa y anote el turno esa noche."
)


def conversations(
    participations: Mapping[Learner, Participation], group: Group, trainer: Person, days: Days
) -> Iterator[Act]:
    """A circle with a few posts, one announcement, one question answered and one that waits."""
    people = {learner.username: participation for learner, participation in participations.items()}
    circle = Circle(group.institution, group)
    for number, (username, name, ago, words, answers) in enumerate(POSTS):
        standing = Standing(circle, people[username].person)
        yield Act(days.at(ago, 20, number), Posting(standing, number, name, words, answers))
    yield Act(days.at(3, 21), Posting(Standing(circle, trainer, True), len(POSTS), "", TRAINER_SAYS, 2))
    yield Act(days.at(2, 9), Announcing(group, trainer, days))
    yield Act(days.at(5, 19), Asking(people["ana"], ANSWERED))
    yield Act(days.at(4, 8), Answering(people["ana"], trainer))
    yield Act(days.at(1, 21), Asking(people["sandra"], WAITING))
    yield Act(days.at(30, 12), Choosing(people["elida"].person))


@dataclass(frozen=True, slots=True)
class Posting:
    standing: Standing
    number: int
    name: str
    words: str
    answers: int | None

    def __call__(self, moment: datetime) -> None:
        circle = self.standing.circle
        take_seat(standing=self.standing, pen_name=self.name, at=moment)
        above = None if self.answers is None else circle.posts().get(uuid=_uuid(*circle.key, self.answers))
        uuid = _uuid(*circle.key, self.number)
        write_post(uuid=uuid, standing=self.standing, words=self.words, answers=above, at=moment)


@dataclass(frozen=True, slots=True)
class Announcing:
    group: Group
    trainer: Person
    days: Days

    def __call__(self, moment: datetime) -> None:
        announce(
            uuid=_uuid(self.group.key, "news"),
            group=self.group,
            text=NEWS,
            shown_until=self.days.ago(0) + timedelta(days=12),
            announced_by=account_of(self.trainer),
            at=moment,
        )


@dataclass(frozen=True, slots=True)
class Asking:
    participation: Participation
    text: str

    def __call__(self, moment: datetime) -> None:
        ask_trainer(
            words=Words(_uuid(self.participation.uuid, "question"), self.text),
            participation=self.participation,
            asked_by=account_of(self.participation.person),
            at=moment,
        )


@dataclass(frozen=True, slots=True)
class Answering:
    participation: Participation
    trainer: Person

    def __call__(self, moment: datetime) -> None:
        answer_learner(
            words=Words(_uuid(self.participation.uuid, "answer"), ANSWER),
            conversation=self.participation.conversations.get(),
            answered_by=account_of(self.trainer),
            at=moment,
        )


@dataclass(frozen=True, slots=True)
class Choosing:
    """She has gone silent since, and this is how she may be reached."""

    person: Person

    def __call__(self, moment: datetime) -> None:
        self.person.phone = "+598 90 000 123"
        self.person.save(update_fields=["phone"])
        choose_contact(
            channel=Channel.WHATSAPP,
            quiet_from=time(21),
            quiet_until=time(7),
            chosen_by=account_of(self.person),
        )


def _uuid(*parts: object) -> UUID:
    return uuid5(NAMESPACE_URL, "/".join(map(str, parts)))
