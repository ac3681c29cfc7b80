"""What people who work in an institution may do in Wagtail's admin.

The rights of Django say who may come in and which tools stand there; whose data she sees there is decided by her
roles alone (`permissions.py`). Rights over pages hang on a place in the page tree, so a site gives those itself.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission
from wagtail.snippets.models import get_snippet_models

from curriculum.standards.accounts import Account

from .enums import Role
from .models import Membership, Person

GROUP_NAMES: Mapping[Role, str] = {Role.TRAINER: "Trainers", Role.ADMINISTRATOR: "Administrators"}
COLLECTION_RIGHTS = ("add_image", "choose_image", "add_document", "choose_document")
SNIPPET_RIGHTS = ("add", "change", "view")


class NoAccount(Exception):
    """The person has no account that could be let in."""


@transaction.atomic
def give_staff_access(person: Person, role: Role) -> Group:
    """Let the account of a trainer or an administrator into the admin; having access already is no error.

    Raises NoAccount for a person without one, KeyError for a role that does not work in the admin.
    """
    group = staff_group(role)
    if person.user is None:
        raise NoAccount(person)
    person.user.groups.add(group)
    return group


@transaction.atomic
def withdraw_staff_access(person: Person, role: Role) -> None:
    """Close the admin to an account that holds this role nowhere any more."""
    held = Membership.objects.filter(person=person, role=role, until__isnull=True)
    if person.user is not None and role in GROUP_NAMES and not held.exists():
        person.user.groups.remove(*Group.objects.filter(name=GROUP_NAMES[role]))


@transaction.atomic
def staff_group(role: Role) -> Group:
    """The group of a role with the rights it needs; rights that somebody added by hand stay."""
    group, _ = Group.objects.get_or_create(name=GROUP_NAMES[role])
    group.permissions.add(*_tools())
    root = Collection.get_first_root_node()
    if root is not None:
        for right in Permission.objects.filter(codename__in=COLLECTION_RIGHTS):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=right)
    return group


def second_step_needed_from(account: Account, *, roles: Iterable[str]) -> date | None:
    """The day from which one of these roles asks this account for a second step; None if it has none of them.

    Each institution gives some days from the day on which the role was given. A superuser has none: her account
    opens every page.
    """
    if getattr(account, "is_superuser", False):
        return date.min
    held = Membership.objects.filter(person__user=account, role__in=roles, until__isnull=True)
    days = held.values_list("since", "institution__second_factor_grace")
    return min((since + timedelta(days=grace) for since, grace in days), default=None)


def _tools() -> Iterable[Permission]:
    """Entering the admin, and writing what plugins offer there as snippets: questions, quizzes, assessments."""
    wanted = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    for model in get_snippet_models():
        codenames = [f"{right}_{model._meta.model_name}" for right in SNIPPET_RIGHTS]
        wanted |= Q(content_type__app_label=model._meta.app_label, codename__in=codenames)
    return Permission.objects.filter(wanted)
