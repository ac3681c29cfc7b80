"""What a file would do to an institution's books. Nothing is written here; the queries do not grow with the rows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from curriculum.standards.models import Institution

from ..documents import compact, documents_with
from ..models import Group, Participation, Person
from ..phones import international
from ..plain_text import plain_name
from .checking import Checked

DocumentKey = tuple[str, str, str]
MOST_ALIKE = 3


class Intent(StrEnum):
    """What confirming does with a row."""

    REGISTER = "register"
    ENROL = "enrol"
    NOTHING = "nothing"
    REFUSE = "refuse"


@dataclass(slots=True)
class PlannedRow:
    """A row beside the person whom the institution knows already, and the group it leads to.

    `alike` are people on record who may be the same one: the administrator says whether they are.
    """

    row: Checked
    person: Person | None = None
    group: Group | None = None
    takes_part: bool = False
    alike: tuple[Person, ...] = ()

    @property
    def surely_alike(self) -> Person | None:
        """The one on record with the same name and the same date of birth, where there is just one."""
        born = self.row.details.birth_date
        same = [person for person in self.alike if born and person.birth_date == born]
        return same[0] if len(same) == 1 else None

    @property
    def intent(self) -> Intent:
        if self.row.errors:
            return Intent.REFUSE
        if self.person is None:
            return Intent.REGISTER
        return Intent.NOTHING if self.takes_part else Intent.ENROL


@dataclass(frozen=True, slots=True)
class Plan:
    """Every row of a file with what it would do."""

    institution: Institution
    rows: tuple[PlannedRow, ...]

    def of(self, intent: Intent) -> list[PlannedRow]:
        return [row for row in self.rows if row.intent is intent]

    @property
    def changes(self) -> int:
        return len(self.of(Intent.REGISTER)) + len(self.of(Intent.ENROL))


def make_plan(rows: Sequence[Checked], *, institution: Institution) -> Plan:
    """Compare checked rows with the books: who is here already, who would be new, what does not fit.

    The same person is one with the same document or, without one, the same user name or e-mail address.
    """
    known = _Known(rows, institution)
    planned = tuple(_planned(row, known) for row in rows)
    _refuse_doubles(planned)
    return Plan(institution, planned)


class _Known:
    """What the books say about the people and groups that a file names; at most eight queries."""

    def __init__(self, rows: Sequence[Checked], institution: Institution) -> None:
        here = Person.objects.filter(memberships__institution=institution).distinct()
        numbers = [row.document.number for row in rows if row.document]
        self.by_document = {
            (document.country, document.kind, compact(document.number)): document.person
            for document in documents_with(institution, numbers).select_related("person")
        }
        emails = {row.details.email.lower() for row in rows if row.details.email}
        self.by_email = {
            person.email.lower(): person
            for person in here.annotate(address=Lower("email")).filter(address__in=emails).order_by("-pk")
        }
        names = {row.user_name for row in rows if row.user_name}
        field = get_user_model().USERNAME_FIELD
        accounts = get_user_model()._default_manager.annotate(user_name=Lower(field))
        self.taken = set(accounts.filter(user_name__in=names).values_list("user_name", flat=True))
        self.by_user_name = {
            person.user_name: person
            for person in here.annotate(user_name=Lower(f"user__{field}")).filter(user_name__in=names)
        }
        self._remember_alike(here, rows, institution)
        self.groups = {
            group.key: group
            for group in Group.objects.filter(institution=institution, key__in={row.group for row in rows})
            .select_related("programme_version__programme")
            .order_by("pk")
        }
        people = [
            *self.by_document.values(),
            *self.by_email.values(),
            *self.by_user_name.values(),
            *self.by_uuid.values(),
        ]
        self.taking_part = set(
            Participation.objects.open()
            .filter(person__in={person.pk for person in people})
            .filter(Q(programme_version__groups__in=self.groups.values()))
            .values_list("person_id", "programme_version_id")
        )

    def _remember_alike(
        self, here: QuerySet[Person], rows: Sequence[Checked], institution: Institution
    ) -> None:
        """Who has the same name or the same phone number, and whom the administrator has named; two queries."""
        self.country = institution.country
        names = {plain_name(row.details.name) for row in rows}
        phones = {international(row.details.phone, self.country) for row in rows} - {""}
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        self.by_phone: dict[str, list[Person]] = defaultdict(list)
        for person in here.filter(Q(plain_name__in=names) | Q(phone_e164__in=phones)).order_by("pk"):
            self.by_name[person.plain_name].append(person)
            self.by_phone[person.phone_e164].append(person)
        named = {row.same_as for row in rows if row.same_as}
        self.by_uuid = {str(person.uuid): person for person in here.filter(uuid__in=named)}

    def alike(self, row: Checked) -> tuple[Person, ...]:
        """People with her name and no other date of birth, or with her phone number."""
        born = row.details.birth_date
        namesakes = [
            person
            for person in self.by_name[plain_name(row.details.name)]
            if born is None or person.birth_date in (None, born)
        ]
        number = international(row.details.phone, self.country)
        return tuple(dict.fromkeys([*namesakes, *(self.by_phone[number] if number else [])]))[:MOST_ALIKE]


def _planned(row: Checked, known: _Known) -> PlannedRow:
    planned = PlannedRow(row, _person(row, known), known.groups.get(row.group))
    if row.group and planned.group is None:
        row.errors.append(
            _("There is no group “%(key)s”. Open it first, or correct its short name.")
            % {"key": row.group[:40]}
        )
    elif planned.group and not planned.group.programme_version.is_open_for_enrolment:
        row.errors.append(
            _("Nobody can start in the group “%(key)s” any more, because its programme is closed.")
            % {"key": row.group}
        )
    if planned.person is None and not row.errors:
        planned.alike = known.alike(row)
    if planned.person and planned.group:
        pinned = (planned.person.pk, planned.group.programme_version_id)
        planned.takes_part = pinned in known.taking_part
    return planned


def _person(row: Checked, known: _Known) -> Person | None:
    if row.same_as in known.by_uuid:
        return known.by_uuid[row.same_as]
    key = _key(row)
    by_document = known.by_document.get(key) if key else None
    by_name = known.by_user_name.get(row.user_name)
    by_email = known.by_email.get(row.details.email.lower())
    found = [person for person in (by_document, by_name, by_email) if person]
    if len({person.pk for person in found}) > 1:
        row.errors.append(
            _("Document, user name and e-mail belong to different people here: %(names)s. Correct the row.")
            % {"names": ", ".join(dict.fromkeys(person.name for person in found))}
        )
        return None
    if not found:
        if row.user_name in known.taken:
            row.errors.append(
                _("The user name “%(name)s” is taken. Choose another.") % {"name": row.user_name}
            )
        return None
    if found[0].name.casefold() != row.details.name.casefold():
        row.warnings.append(
            _("On record her name is “%(name)s”. The record is left as it is.") % {"name": found[0].name}
        )
    return found[0]


def _key(row: Checked) -> DocumentKey | None:
    document = row.document
    return (document.country, document.kind, compact(document.number)) if document else None


def _refuse_doubles(planned: Sequence[PlannedRow]) -> None:
    """One row for each person: the second one says where the first stands."""
    seen: dict[object, int] = {}
    for plan in planned:
        row = plan.row
        marks: list[object] = [plan.person.pk if plan.person else None, _key(row)]
        marks += [("user", row.user_name) if row.user_name else None]
        marks += [("email", row.details.email.lower()) if row.details.email else None]
        first = min((seen[mark] for mark in marks if mark is not None and mark in seen), default=None)
        if first is not None:
            row.errors.append(
                _("The same person stands on line %(line)s already. Keep one of the two rows.")
                % {"line": first}
            )
        for mark in marks:
            if mark is not None:
                seen.setdefault(mark, row.number)
