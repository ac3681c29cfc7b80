"""What the applicant does with her application: begin, choose a group, send, take back."""

from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.admission.enums import OPEN_STATES, ApplicationState
from curriculum.admission.errors import Closed, Refused
from curriculum.admission.models import Application
from curriculum.admission.standing import standing_of
from curriculum.people.accounts import person_behind
from curriculum.people.models import Group
from curriculum.people.queries import open_participations
from curriculum.standards.accounts import Account
from curriculum.standards.models import ProgrammeVersion


@transaction.atomic
def begin(
    *,
    account: Account,
    programme_version: ProgrammeVersion,
    group: Group | None = None,
    at: datetime | None = None,
) -> Application:
    """Open a draft, or find the one that is open already: beginning twice begins once.

    Raises Refused where she takes part already, and where nobody may start on the version.
    """
    get_user_model()._default_manager.select_for_update(no_key=True).only("pk").get(pk=account.pk)
    if not programme_version.is_open_for_enrolment:
        raise Refused(_("Nobody can start this course at the moment. Ask the school which one is open."))
    person = person_behind(account)
    if open_participations(person).filter(programme_version=programme_version).exists():
        raise Refused(_("You take part in this course already. You find it on your path."))
    application, _made = Application.objects.get_or_create(
        person=person,
        programme_version=programme_version,
        state__in=OPEN_STATES,
        defaults={
            "institution": programme_version.programme.institution,
            "group": group,
            "state": ApplicationState.DRAFT,
            "started_at": at or timezone.now(),
        },
    )
    return application


def locked(application: Application) -> Application:
    """The application as it is now, held until the transaction ends; with all that screens name of it."""
    rows = Application.objects.select_for_update(of=("self",), no_key=True)
    related = "person", "institution", "programme_version__programme__institution", "group"
    return rows.select_related(*related).get(pk=application.pk)


@transaction.atomic
def choose_group(*, application: Application, group: Group | None) -> Application:
    """Ask for a place in a group, or in whichever has one. Raises Closed."""
    application = locked(application)
    if not application.is_open:
        raise Closed
    application.group = group
    application.save(update_fields=["group"])
    return application


@transaction.atomic
def send(*, application: Application, at: datetime | None = None) -> Application:
    """Hand it to the office; sending twice sends once.

    What the office may let her hand in later, and what only it can settle, does not hold it back: she sends when
    she has done what she can. Raises Closed, and Refused before anything at all was answered.
    """
    application = locked(application)
    if application.state in (ApplicationState.SENT, ApplicationState.WAITING_LIST):
        return application
    if not application.is_open:
        raise Closed
    standing = standing_of(application, at)
    if standing.rows and all(row.is_open for row in standing.rows):
        raise Refused(_("Answer at least one of the questions first. What you have is kept."))
    application.state, application.sent_at = ApplicationState.SENT, at or timezone.now()
    application.save(update_fields=["state", "sent_at"])
    return application


@transaction.atomic
def withdraw(*, application: Application, at: datetime | None = None) -> Application:
    """Take it back; what she has sent stays hers. Taking back twice takes back once. Raises Closed once decided."""
    application = locked(application)
    if application.state == ApplicationState.WITHDRAWN:
        return application
    if not application.is_open:
        raise Closed
    application.state, application.closed_at = ApplicationState.WITHDRAWN, at or timezone.now()
    application.save(update_fields=["state", "closed_at"])
    return application
