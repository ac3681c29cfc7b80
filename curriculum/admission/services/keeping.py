"""What is done once a day: reminders of documents that end, and pages whose time is over."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.core.files.storage import storages
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from curriculum.admission.enums import SENSITIVE, ProofState
from curriculum.admission.models import AdmissionPolicy, Proof
from curriculum.credentials.requirements import REQUIREMENT_TITLES
from curriculum.rules.calendar import add_months
from curriculum.standards.clock import local_date
from curriculum.standards.models import Institution


def policy_of(institution: Institution) -> AdmissionPolicy:
    """Its own choices, or the defaults."""
    found = AdmissionPolicy.objects.filter(institution=institution).first()
    return found or AdmissionPolicy(institution=institution)


def remind_of_expiry(*, at: datetime | None = None) -> int:
    """Remind whoever has sent a document that ends soon, once for each document; how many were reminded.

    It stands on her path; who has an e-mail address gets it there too.
    """
    moment = at or timezone.now()
    return sum(_remind(proof, moment) for proof in list(_ending(moment)))


def _ending(moment: datetime) -> Iterator[Proof]:
    for institution in Institution.objects.all():
        today = local_date(moment, institution)
        limit = today + timedelta(days=policy_of(institution).remind_days)
        yield from Proof.objects.filter(
            institution=institution,
            state=ProofState.ACCEPTED,
            reminded_at__isnull=True,
            valid_until__range=(today, limit),
        ).select_related("person", "institution")


@transaction.atomic
def _remind(proof: Proof, moment: datetime) -> int:
    """The mark is set before the mail goes, so that two runs at once remind once."""
    if not Proof.objects.filter(pk=proof.pk, reminded_at__isnull=True).update(reminded_at=moment):
        return 0
    if proof.person.email and proof.valid_until:
        transaction.on_commit(lambda: _write_to(proof, proof.valid_until))
    return 1


def _write_to(proof: Proof, ends: date) -> None:
    with translation.override(proof.person.language):
        title = str(REQUIREMENT_TITLES.get(proof.subject, proof.subject))
        values = {"document": title, "day": date_format(ends), "school": proof.institution.name}
        subject = _("Your document ends soon: %(document)s") % values
        text = _(
            "%(school)s has a document of yours (%(document)s) that is valid until %(day)s. "
            "Get a new one in time and send a photograph of it."
        )
        send_mail(subject, text % values, None, [proof.person.email], fail_silently=True)


def erase_old_pages(*, at: datetime | None = None) -> int:
    """Erase the pages of sensitive documents that were kept long enough; how many documents lost theirs.

    The row stays: that there was one, who looked at it, what came of it, and when its pages went.
    """
    moment = at or timezone.now()
    erased = 0
    for institution in Institution.objects.all():
        months = policy_of(institution).keep_months
        today = local_date(moment, institution)
        for proof in Proof.objects.filter(
            institution=institution,
            subject__in=SENSITIVE,
            erased_at__isnull=True,
        ):
            last_needed = local_date(proof.reviewed_at or proof.sent_at, institution)
            if add_months(last_needed, months) <= today:
                with transaction.atomic():
                    erase_pages(proof, moment)
                erased += 1
    return erased


def erase_pages(proof: Proof, moment: datetime) -> None:
    """The files go after the rows: a rollback loses nothing, a crash leaves a file that no address reaches."""
    names = list(proof.pages.values_list("file", flat=True))
    proof.pages.all().delete()
    proof.erased_at = moment
    proof.save(update_fields=["erased_at"])
    for name in names:
        transaction.on_commit(lambda name=name: storages["private"].delete(name))
