"""Three invented people ask for a place: one has all, one completes school, one has only begun."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from PIL import Image, ImageDraw

from curriculum.admission.enums import CatchUpState
from curriculum.admission.models import AdmissionPolicy, Application, Intake, Proof
from curriculum.admission.naming import name_reader
from curriculum.admission.papers import Paper
from curriculum.admission.services import (
    begin,
    declare_birth,
    note_catch_up,
    review_proof,
    send,
    send_proof,
)
from curriculum.enums import FactKind
from curriculum.people.accounts import open_account
from curriculum.people.grouping import open_group
from curriculum.people.models import Group, Person
from curriculum.standards.models import ProgrammeVersion

from .cast import BEATRIZ, MARTA
from .days import Days
from .enrolling import Office, account_of

NEXT_GROUP = "la-teja-noche"
PLACES = 2
ADVICE = (
    "La primaria para personas adultas es gratis. Pregunte en la escuela de su barrio por el turno de la noche, o "
    "venga a la oficina: buscamos el lugar con usted."
)


@dataclass(frozen=True, slots=True)
class Applicant:
    username: str
    name: str
    born: date


ROSA = Applicant("rosa", "Rosa Ferreira Olmos", date(1979, 4, 9))
DELIA = Applicant("delia", "Delia Cuello Barrios", date(1971, 11, 2))
NAHIR = Applicant("nahir", "Nahir Pintos Sellanes", date(1990, 6, 21))


def open_intake(office: Office, version: ProgrammeVersion, workers: Mapping[str, Person], days: Days) -> None:
    """The next group with two places, who opens sensitive papers, and three applications at different points."""
    group = open_group(
        programme_version=version,
        key=NEXT_GROUP,
        name="La Teja, por la noche",
        starts_on=days.ago(0) + timedelta(days=40),
        ends_on=None,
        trainers=[workers[BEATRIZ.username]],
    )
    Intake.objects.create(group=group, places=PLACES, open_until=days.ago(0) + timedelta(days=25))
    AdmissionPolicy.objects.create(institution=office.institution, catch_up_advice=ADVICE)
    name_reader(
        person=workers[BEATRIZ.username],
        institution_ids=[office.institution.pk],
        named_by=workers[MARTA.username],
        since=days.ago(200),
    )
    clerk = account_of(workers[MARTA.username])

    rosa = _begin(office, ROSA, group, days.at(6, 20))
    school = _send_paper(rosa, "primary_completed", days.at(6, 20, 10))
    send(application=rosa, at=days.at(6, 20, 30))
    review_proof(proof=school, accepted=True, reviewed_by=clerk, at=days.at(4, 11))

    delia = _begin(office, DELIA, group, days.at(3, 21))
    note_catch_up(
        person=delia.person,
        institution=office.institution,
        level="primary_completed",
        place="Escuela de adultos n.º 12 (inventada)",
        state=CatchUpState.STUDYING,
        noted_by=account_of(delia.person),
        at=days.at(3, 21, 15),
    )
    send(application=delia, at=days.at(3, 21, 20))

    _send_paper(_begin(office, NAHIR, group, days.at(1, 22)), "primary_completed", days.at(1, 22, 5))


def _begin(office: Office, applicant: Applicant, group: Group, at: datetime) -> Application:
    """She has signed up by herself: the school knows of her what she says."""
    person = Person.objects.create(name=applicant.name)
    account = open_account(person=person, user_name=applicant.username)
    account.first_name, account.password = applicant.name, office.password_hash
    account.save(update_fields=["first_name", "password"])
    declare_birth(person=person, day=applicant.born)
    return begin(account=account, programme_version=group.programme_version, group=group, at=at)


def _send_paper(application: Application, subject: str, at: datetime) -> Proof:
    return send_proof(
        uuid=uuid5(NAMESPACE_URL, f"cuidar:demo:{application.person.name}:{subject}"),
        person=application.person,
        institution=application.institution,
        kind=FactKind.EDUCATION,
        subject=subject,
        pages=[_drawn_paper(application.person.name)],
        at=at,
    )


def _drawn_paper(name: str) -> Paper:
    """A sheet that looks like a certificate from afar, and says that it is invented."""
    sheet = Image.new("RGB", (900, 640), "#fbf7ec")
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((30, 30, 870, 610), outline="#1f5f5b", width=6)
    pen.text((80, 90), "ESCUELA PRIMARIA (INVENTADA)", fill="#1f5f5b", font_size=34)
    pen.text((80, 220), name, fill="#222222", font_size=44)
    pen.text((80, 320), "Primaria completa", fill="#222222", font_size=34)
    pen.text((80, 520), "Documento de muestra, sin valor", fill="#8a3b12", font_size=26)
    file = BytesIO()
    sheet.save(file, "PNG", optimize=True)
    return Paper(file.getvalue(), "image/png")
