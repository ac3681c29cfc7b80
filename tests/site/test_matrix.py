"""Every address × role × institution (`matrix.txt`), and that a page which opens elsewhere names nobody of here."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone, translation

from assessments.placements.models import Host, HostSupervisor
from assessments.quizzes.models import Quiz
from curriculum.admission.enums import ApplicationState
from curriculum.admission.models import Application, DocumentReader, Proof
from curriculum.audit.services import appoint_auditor
from curriculum.classes.services import add_session
from curriculum.classes.services.planning import Hour
from curriculum.credentials.models import Award
from curriculum.earlier.models import EarlierFile
from curriculum.enums import Role
from curriculum.jobs.models import Job
from curriculum.models import Group, Membership, Person, RuleSet, SignInSlip
from curriculum.people.models import PeopleFile
from curriculum.people.registering import give_role
from curriculum.people.services import join_institution
from curriculum.people.sign_in_slips import print_slips
from modules.services import complete_lesson
from tests.assessments.quizzes.questions import FIVE, make_quiz
from tests.modules.school import (
    STARTED,
    School,
    lesson_of,
    make_learner,
    make_lesson,
    make_school,
    reward_module,
)

from .matrix import NOBODY, ROLES, Places, answer, in_words, lines, own_and_foreign

pytestmark = pytest.mark.django_db
ANA, HOUSE, GROUP = "Anacleta Única", "Casa de la Esquina", "Grupo del Alba"


def member(name: str, school: School, role: Role) -> User:
    account = User.objects.create_user(f"{name}-{school.institution.key}")
    person = Person.objects.create(name=f"{name} {school.institution.key}", user=account)
    give_role(person=person, institution=school.institution, role=role, since=STARTED)
    return account


@pytest.fixture
def places() -> Places:
    school, other = make_school("escuela"), make_school("otra")
    here = school.institution
    staff = {
        role.value: member(role.value, school, role)
        for role in (Role.SUPERVISOR, Role.ASSESSOR, Role.TRAINER, Role.ADMINISTRATOR)
    }
    auditor = User.objects.create_user("auditor")
    today = timezone.localdate()
    mandate = appoint_auditor(
        institution=here,
        auditor=auditor,
        since=today,
        until=today + timedelta(days=9),
        reason="matrix",
        appointed_by=staff["administrator"],
    )
    group = Group.objects.create(
        institution=here, programme_version=school.version, key="alba", name=GROUP, starts_on=STARTED
    )
    group.trainers.add(staff["trainer"].person)
    ana = make_learner("anacleta", school)
    ana.group = group
    ana.save()
    Person.objects.filter(pk=ana.person_id).update(name=ANA)
    ana.refresh_from_db()
    join_institution(person=ana.person, institution=here, role=Role.LEARNER, since=STARTED)
    module = school.module_page.module
    achievement = reward_module(school, module)
    page = make_lesson(school.module_page, "Higiene")
    lesson = lesson_of(page)
    complete_lesson(lesson=lesson, participation=ana, recorded_by=None)
    award = Award.objects.get()
    host = Host.objects.create(
        institution=here, key="esquina", name=HOUSE, kind="home", time_zone="America/Montevideo"
    )
    beside = HostSupervisor.objects.create(host=host, person=staff["supervisor"].person, since=STARTED)
    quiz: Quiz = make_quiz(here, FIVE, module=module, unit_key="u")
    print_slips(people=[ana.person], institution=here, printed_by=staff["administrator"])
    file = PeopleFile.objects.create(institution=here, brought_by=auditor, brought_at=timezone.now())
    earlier = EarlierFile.objects.create(institution=here, brought_by=auditor, brought_at=timezone.now())
    hour = Hour(timezone.now() - timedelta(hours=2), timezone.now() - timedelta(hours=1))
    session = add_session(group=group, module=module, hour=hour, planned_by=None)
    job = Job.objects.create(kind="heartbeat", language="es", institution=here)
    application = Application.objects.create(
        institution=here,
        person=ana.person,
        programme_version=school.version,
        group=group,
        state=ApplicationState.SENT,
        started_at=timezone.now(),
        sent_at=timezone.now(),
    )
    proof = Proof.objects.create(
        institution=here,
        person=ana.person,
        kind="education",
        subject="primary_completed",
        sent_at=timezone.now(),
    )
    reader = DocumentReader.objects.create(
        institution=here, person=beside.person, since=today, named_by=staff["administrator"].person
    )
    person, uuid = ana.person_id, ana.person.uuid
    role = Membership.objects.get(person=person)
    arguments = {
        "see_as": (uuid, "path/"),
        **{f"audit:{page}": (award.uuid,) for page in ("dossier", "paper", "data")},
        **{f"audit:{page}": ("escuela",) for page in ("awards", "sample")},
        **dict.fromkeys(("job", "job_file", "stop_job", "jobs:job", "jobs:retry", "jobs:stop"), (job.pk,)),
        "slip_code": ("NOTACODE",),
        "leave_course": (ana.uuid,),
        "take_up_again": (ana.uuid,),
        "join": ("escuela", "curso"),
        "apply": ("escuela", "curso"),
        **dict.fromkeys(
            ("application", "send_application", "withdraw_application", "catch_up"), (application.uuid,)
        ),
        "answer_requirement": (application.uuid, "0"),
        "take_back_proof": (application.uuid, proof.uuid),
        "renew_proof": (proof.uuid,),
        "proof_page": (proof.uuid, 1),
        **{f"applications:{page}": (application.pk,) for page in ("one", "letter")},
        "papers:review": (proof.pk,),
        "intakes:one": (group.pk,),
        "admission_rules:one": (here.pk,),
        "document_readers:end": (reader.pk,),
        "my_transcript": ("escuela",),
        "my_credential_file": (award.code, "json"),
        "institution_did": ("escuela",),
        "status_list": ("escuela", 1),
        "published_rule": ("escuela", "00"),
        "published_achievement": ("escuela", achievement.key, "1"),
        **dict.fromkeys(
            ("my_credential", "my_certificate", "my_credential_name", "check_award"), (award.code,)
        ),
        "circles:circle": ("escuela", "alba"),
        "circles:seat": ("escuela", "alba"),
        **{f"circles:{act}": (uuid4(),) for act in ("answer", "report", "decide", "object")},
        "circles:ask_here": ("lesson", lesson.key),
        **{f"circles:{page}": (uuid4(),) for page in ("conversation", "voice")},
        "circles:beside_one": (uuid,),
        "classes:group": (group.pk,),
        **{f"classes:{page}": (session.uuid,) for page in ("session", "sheet", "change")},
        **{f"earlier:{page}": (earlier.pk,) for page in ("one", "proof")},
        "earlier:sample": ("csv",),
        "concerns:read": (uuid4(),),
        "concerns:tell": ("escuela",),
        "modules:module": (school.module_page.translation_key,),
        "modules:files_to_keep": (school.module_page.translation_key,),
        **{
            f"modules:{page}": (lesson.key,)
            for page in ("lesson", "finish_lesson", "lesson_done", "lesson_sheets")
        },
        "quizzes:quiz": (quiz.uuid,),
        "quizzes:result": (NOBODY, NOBODY),
        **{
            f"placements:{act}": (uuid4(),)
            for act in (
                "correct_shift",
                "take_back",
                "return_shift",
                "approve_with_words",
                "amend",
                "paper_file",
            )
        },
        **{f"people:{page}": (person,) for page in ("file", "edit", "role", "enrol", "slip")},
        "people:end_role": (person, role.pk),
        "people:end_participation": (ana.pk,),
        "people:side_by_side": (person, person),
        "people:cancel_slip": (SignInSlip.objects.get().pk,),
        "enrolments:undo": (file.pk,),
        "enrolments:sample": ("csv",),
        **{f"cohorts:{page}": (group.pk,) for page in ("slips", "timetable", "group", "edit")},
        **{f"awards:{page}": (award.pk,) for page in ("award", "revoke")},
        "programmes:one": (school.version.pk,),
        "standards:one": (1,),
        "achievements:one": (achievement.pk,),
        "rules:one": (RuleSet.objects.get(institution=here).pk,),
        "institutions:one": (here.pk,),
        "auditors:end": (mandate.pk,),
        "modules_admin:group": (group.pk,),
        "modules_recordings:keep": (page.pk,),
        "modules_recordings:take_away": (page.pk,),
        "copy_module": (school.module_page.pk,),
        "lesson_advice": (page.pk,),
        "new_lesson_advice": ("modules", "lessonpage", school.module_page.pk),
        "programme_glance": (school.programme_page.pk,),
        "review": ("lesson", lesson.key),
        "quizzes_admin:results": (group.pk,),
        "questions:answer": (1,),
        "announcements:take_back": (1,),
        "silent:write": (ana.pk,),
        "silent:mentor": (ana.pk,),
        "confidants:end": (1,),
        "placements:sign_link": ("x",),
        "placements:sign_here": (beside.pk,),
        **dict.fromkeys(("agreements:edit", "practice_rules:edit", "placed_learners:end"), (1,)),
        **dict.fromkeys(("sign_messages:send", "signed_sheets:confirm", "amendments:decide"), (1,)),
        "hosts:edit": (host.pk,),
        "host_supervisors:end": (beside.pk,),
    }
    accounts = {
        "stranger": None,
        "learner": ana.person.user,
        **staff,
        "auditor": auditor,
        "elsewhere": member("administrator", other, Role.ADMINISTRATOR),
    }
    return Places(arguments, accounts, (ANA, HOUSE, GROUP))


def signed_in(account: User | None) -> Client:
    client = Client(raise_request_exception=False)
    if account is not None:
        client.force_login(account)
    return client


def test_every_address_is_in_the_table() -> None:
    listed = [line.name for line in lines()]
    assert sorted(own_and_foreign() - set(listed)) == []
    assert sorted(set(listed) - own_and_foreign()) == []
    assert len(listed) == len(set(listed))


def test_every_address_opens_for_whom_the_table_says(places: Places) -> None:
    wrong = []
    with translation.override("es"):
        for role in ROLES:
            client = signed_in(places.accounts[role])
            for line in lines():
                if line.answers[role] == "-":
                    continue
                response = answer(client, line.method, places.address(line.name))
                found = in_words(response)
                if found != line.answers[role]:
                    wrong.append(f"{line.name} for {role}: {found} instead of {line.answers[role]}")
                if role == "elsewhere" and found == "200" and not response.streaming:
                    told = [name for name in places.names if name in response.text]
                    wrong += [f"{line.name} tells {role} of {name}" for name in told]
    assert wrong == []
