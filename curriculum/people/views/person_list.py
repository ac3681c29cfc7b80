"""Everyone on an institution's books, in one list."""

from datetime import timedelta
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from curriculum.standards.models import Programme

from ..enums import Role
from ..listing import Standing, activity_text, last_activity, matching, people_of, silent_since
from ..managers import PersonQuerySet
from ..models import Group, Membership, Participation, Person
from ..scope import administered
from .personal_list import PersonalList

SILENCES = [("7", gettext_lazy("1 week")), ("21", gettext_lazy("3 weeks")), ("60", gettext_lazy("2 months"))]


def groups_here(request: HttpRequest | None) -> QuerySet[Group]:
    return Group.objects.filter(institution__in=administered(request.user) if request else ())


def programmes_here(request: HttpRequest | None) -> QuerySet[Programme]:
    return Programme.objects.filter(institution__in=administered(request.user) if request else ())


class PersonFilters(WagtailFilterSet):
    """By role, group, programme, standing, and by how long nothing was heard."""

    role = django_filters.ChoiceFilter(label=gettext_lazy("Role"), choices=Role, method="with_role")
    group = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Group"), queryset=groups_here, method="in_group"
    )
    programme = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Programme"), queryset=programmes_here, method="on_programme"
    )
    standing = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=Standing)
    silent = django_filters.ChoiceFilter(
        label=gettext_lazy("Nothing heard for"), choices=SILENCES, method="silent_for"
    )

    class Meta:
        model = Person
        fields: list[str] = []

    def with_role(self, people: PersonQuerySet, name: str, value: str) -> PersonQuerySet:
        held = Membership.objects.filter(role=value, until__isnull=True, person=OuterRef("pk"))
        return people.filter(Exists(held.filter(institution__in=administered(self.request.user))))

    def in_group(self, people: PersonQuerySet, name: str, value: Group) -> PersonQuerySet:
        return people.filter(Exists(Participation.objects.filter(group=value, person=OuterRef("pk"))))

    def on_programme(self, people: PersonQuerySet, name: str, value: Programme) -> PersonQuerySet:
        on = Participation.objects.filter(programme_version__programme=value, person=OuterRef("pk"))
        return people.filter(Exists(on))

    def silent_for(self, people: PersonQuerySet, name: str, value: str) -> PersonQuerySet:
        return silent_since(people, timezone.now() - timedelta(days=int(value)))


def groups_of(person: Any) -> str:
    return ", ".join(dict.fromkeys(p.group.name for p in person.participations_here if p.group))


def programmes_of(person: Any) -> str:
    return ", ".join(dict.fromkeys(p.programme_version.programme.name for p in person.participations_here))


def roles_of(person: Any) -> str:
    return ", ".join(dict.fromkeys(str(m.get_role_display()) for m in person.memberships_here))


class PersonList(PersonalList):
    model = Person
    person_path = "pk"
    page_title = gettext_lazy("People")
    introduction = gettext_lazy(
        "Learners, trainers, supervisors, assessors and administrators of your institution. "
        "Open a name to see how far she has come, to enrol her or to give her a role."
    )
    beside = (
        ("people:slips", gettext_lazy("Sign-in slips")),
        ("people:alike", gettext_lazy("Records that look alike")),
        ("people:document_kinds", gettext_lazy("Kinds of documents")),
    )
    is_searchable = True  # by what people have in hand: `listing.matching`
    filterset_class = PersonFilters
    default_ordering = "name"
    detail_url_name = "people:file"
    columns = [
        TitleColumn(
            "name",
            label=gettext_lazy("Name"),
            sort_key="name",
            get_url=lambda person: reverse("people:file", args=[person.pk]),
        ),
        Column("groups", label=gettext_lazy("Group"), accessor=groups_of),
        Column("programmes", label=gettext_lazy("Programme"), accessor=programmes_of),
        Column("roles", label=gettext_lazy("Role"), accessor=roles_of),
        Column("activity", label=gettext_lazy("Last activity"), accessor=activity_text),
        Column(
            "standing",
            label=gettext_lazy("State"),
            accessor=lambda person: Standing(person.standing).label,
            sort_key="standing",
        ),
    ]
    list_export = [
        "person_id",
        "name",
        "groups",
        "programmes",
        "roles",
        "last_activity",
        "state",
        "email",
        "phone",
    ]
    export_filename = "people"

    def get_base_queryset(self) -> PersonQuerySet:
        return people_of(self.institution_ids)

    def search_queryset(self, queryset: PersonQuerySet) -> PersonQuerySet:
        return matching(queryset, self.search_query, self.institution_ids) if self.is_searching else queryset

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Add a person"), url=reverse("people:add"), icon_name="plus")]

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Keys and codes, the same whatever the language of the screen."""
        heard = last_activity(item)
        here = item.participations_here
        return {
            "person_id": str(item.uuid),
            "name": item.name,
            "groups": " ".join(sorted({p.group.key for p in here if p.group})),
            "programmes": " ".join(sorted({p.programme_version.programme.key for p in here})),
            "roles": " ".join(sorted({m.role for m in item.memberships_here})),
            "last_activity": heard.isoformat(timespec="seconds") if heard else "",
            "state": item.standing,
            "email": item.email,
            "phone": item.phone,
        }
