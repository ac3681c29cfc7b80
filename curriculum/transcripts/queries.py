"""Whose transcripts, and from which institutions."""

from curriculum.people.models import Group, Membership, Participation, Person
from curriculum.standards.models import Institution, Programme

from .building import build_transcripts
from .lines import Transcript


def transcripts_of(person: Person) -> list[Transcript]:
    """What each institution has on record for a person, one transcript each."""
    institutions = Institution.objects.filter(
        pk__in=Membership.objects.filter(person=person).values("institution")
    ).order_by("pk")
    return [
        transcript
        for institution in institutions
        for transcript in build_transcripts(person_ids=[person.pk], institution=institution)
    ]


def people_of_group(group: Group) -> list[int]:
    """Ids of everyone who is or was in a group, by name."""
    rows = Participation.objects.filter(group=group).order_by("person__name", "person_id")
    return list(dict.fromkeys(rows.values_list("person_id", flat=True)))


def people_of_programme(programme: Programme) -> list[int]:
    """Ids of everyone who takes or took part in any version of a programme, by name."""
    rows = Participation.objects.filter(programme_version__programme=programme)
    return list(dict.fromkeys(rows.order_by("person__name", "person_id").values_list("person_id", flat=True)))
