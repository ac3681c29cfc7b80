"""One learner in the adopter's project: a lesson in Spanish, and an assessment by a plugin of somebody else.

Prints what happened as JSON; the test judges it.
"""

import json
import sys
from datetime import date

import django

django.setup()

from conversations.services import record_conversation  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from assessments.api import Assessment, AssessmentBlock  # noqa: E402
from curriculum.enums import Outcome, Role  # noqa: E402
from curriculum.models import Evidence, Institution, Person, ProgrammeVersion  # noqa: E402
from curriculum.people.services import enrol, join_institution  # noqa: E402
from modules.models import Lesson  # noqa: E402

TODAY = date(2026, 5, 4)

school = Institution.objects.create(key="school", name="Escuela", country="UY", emergency_number="911")
call_command("load_pack", "uy-dependency-care", "--institution", "school", stdout=sys.stderr)
version = ProgrammeVersion.objects.get()

learner = Person.objects.create(name="Marta Olivera", user=User.objects.create_user("marta"))
trainer = Person.objects.create(name="Rosa Benítez", user=User.objects.create_user("rosa"))
join_institution(person=trainer, institution=school, role=Role.TRAINER, since=TODAY)
participation = enrol(person=learner, programme_version=version, enrolled_by=trainer.user, on=TODAY)

marta = Client(headers={"host": "localhost"})
marta.force_login(learner.user)
lesson = Lesson.objects.get(source_key="medicine-label")
reading = marta.get(f"/es/learn/lesson/{lesson.key}/")

conversation = Assessment.objects.create(
    institution=school, key="explain", title="Cuénteme", method="conversation", unit_key=sys.argv[1]
)
recorded = record_conversation(
    assessment=conversation,
    participation=participation,
    outcome=Outcome.COMPETENT,
    heard_by=trainer.user,
)

print(
    json.dumps(
        {
            "status": reading.status_code,
            "language": reading.headers.get("Content-Language"),
            "page": reading.content.decode(),
            "block": AssessmentBlock().render(conversation),
            "evidence": list(Evidence.objects.values("kind", "subject", "outcome", "method")),
        }
    )
)
