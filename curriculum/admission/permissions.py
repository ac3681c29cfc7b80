"""Who may act on applications and papers. Views, services and lists ask here and nowhere else."""

from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from curriculum.people.scope import administered
from curriculum.people.twins import people_behind
from curriculum.standards.accounts import Visitor

from .enums import SENSITIVE, ApplicationState
from .models import Application, DocumentReader, Proof

REMEMBERED = 600  # seconds


def own_applications(user: Visitor) -> QuerySet[Application]:
    """The applicant's own, the latest first."""
    if not user.is_authenticated:
        return Application.objects.none()
    own = Application.objects.filter(person__user=user.pk).order_by("-started_at", "-pk")
    return own.select_related("person", "institution", "programme_version__programme__institution", "group")


def applications_for(user: Visitor) -> QuerySet[Application]:
    """What has come in at the institutions that this account administers; drafts are the applicant's alone."""
    if not user.is_authenticated:
        return Application.objects.none()
    here = Application.objects.filter(institution__in=administered(user))
    return here.exclude(state=ApplicationState.DRAFT).select_related(
        "person", "institution", "programme_version__programme__institution", "group__intake"
    )


def read_institutions(user: Visitor) -> frozenset[int]:
    """Where this account is named to open sensitive documents today; one query."""
    if not user.is_authenticated:
        return frozenset()
    today = timezone.localdate()
    named = DocumentReader.objects.filter(person__user=user.pk, since__lte=today).exclude(until__lt=today)
    return frozenset(named.values_list("institution_id", flat=True))


def handles_papers(user: Visitor) -> frozenset[int]:
    """Where the screens of documents open: what stands on them is asked anew by `proofs_for`.

    The menu asks on every page of the desk, so a naming is remembered, and forgotten when it changes.
    """
    if not user.is_authenticated:
        return frozenset()
    named = cache.get_or_set(_key(user.pk), lambda: sorted(read_institutions(user)), REMEMBERED)
    return administered(user) | frozenset(named or ())


def forget_namings_when_they_change() -> None:
    for signal in (post_save, post_delete):
        signal.connect(_forget, sender=DocumentReader, dispatch_uid="curriculum.admission.readers")


def _forget(instance: DocumentReader, **kwargs: Any) -> None:
    key = _key(instance.person.user_id)
    cache.delete(key)
    transaction.on_commit(lambda: cache.delete(key))


def _key(user_id: int | None) -> str:
    return f"curriculum:reads-documents:{user_id}"


def proofs_for(user: Visitor) -> QuerySet[Proof]:
    """The documents that this account opens and judges for the office, never those of the human being behind it.

    Sensitive ones only where it was named, whatever its role; the others where it administers.
    """
    if not user.is_authenticated:
        return Proof.objects.none()
    plain = Q(institution__in=administered(user)) & ~Q(subject__in=SENSITIVE)
    named = Q(institution__in=read_institutions(user), subject__in=SENSITIVE)
    return Proof.objects.filter(plain | named).exclude(person__in=people_behind(user).values("pk"))


def is_about_herself(user: Visitor, person_id: int) -> bool:
    """Whether the account and the person seem to be one human being."""
    return people_behind(user).filter(pk=person_id).exists()


def openable_by(user: Visitor) -> QuerySet[Proof]:
    """Her own, and those she looks at for the office."""
    if not user.is_authenticated:
        return Proof.objects.none()
    return Proof.objects.filter(Q(person__user=user.pk) | Q(pk__in=proofs_for(user).values("pk")))
