"""What the required rooms know: admission, documents, hours by part, evidence, later changes."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from curriculum.credentials.models import Award
from curriculum.credentials.showing import entry_rows
from curriculum.credentials.words import names_of
from curriculum.people.models import Admission, IdentityDocument, PersonFact
from curriculum.records.models import Evidence
from curriculum.rules import FactKind
from curriculum.standards.accounts import Account
from curriculum.standards.clock import local_date
from curriculum.standards.models import ProgrammeModule

from .sections import Cell, Section, register_dossier_section


def register() -> None:
    register_dossier_section("admission", 10, admission)
    register_dossier_section("documents", 20, documents)
    register_dossier_section("hours", 30, hours)
    register_dossier_section("evidence", 40, evidence)
    register_dossier_section("later", 90, later)


def admission(award: Award) -> Section:
    """Who decided on entry, when, by which edition of the requirements."""
    rows = Admission.objects.filter(person=award.person_id, institution=award.institution_id)
    if award.participation is not None:
        rows = rows.filter(programme_version=award.participation.programme_version_id)
    return Section(
        "admission",
        _("Admission"),
        {
            "decided_at": _("When"),
            "decision": _("Decision"),
            "decided_by": _("By"),
            "reason": _("Reason"),
            "requirements": _("Edition of the requirements"),
        },
        [
            (
                row.decided_at,
                row.get_decision_display(),
                _account(row.decided_by),
                row.reason,
                row.rule_digest,
            )
            for row in rows.select_related("decided_by__person").order_by("decided_at", "pk")
        ],
        _("No decision on entry is on record."),
    )


def documents(award: Award) -> Section:
    """Which documents and statements were seen, by whom and when; what stands in them stays closed."""
    here = {"person": award.person_id, "institution": award.institution_id}
    seen: list[tuple[Cell, ...]] = [
        (row.noted_at, f"{row.kind_name} ({row.country})", None, row.expires_on, row.ended_on)
        for row in IdentityDocument.objects.filter(**here).order_by("pk")
    ]
    facts = PersonFact.objects.filter(**here).select_related("attested_by__person").order_by("pk")
    seen += [
        (
            row.attested_at,
            f"{row.get_kind_display()} {row.subject}".strip(),
            _account(row.attested_by),
            row.valid_until,
            row.retired_at,
        )
        for row in facts
    ]
    columns = {
        "seen_at": _("When"),
        "document": _("Document or statement"),
        "seen_by": _("By"),
        "valid_until": _("Valid until"),
        "no_longer_used_since": _("No longer used since"),
    }
    return Section("documents", _("Documents seen"), columns, seen, _("No document is on record."))


def hours(award: Award) -> Section:
    """The modules of the version she is pinned to, their hours by part in minutes, and when she completed them."""
    done: dict[str, Evidence] = {}
    for entry in Evidence.objects.filter(
        person=award.person_id,
        institution=award.institution_id,
        kind=FactKind.MODULE_COMPLETED.value,
        recorded_at__lte=award.granted_at,
        withdrawn_by__isnull=True,
    ).order_by("pk"):
        done.setdefault(entry.subject, entry)
    links = ProgrammeModule.objects.none()
    if award.participation is not None:
        links = ProgrammeModule.objects.filter(
            programme_version=award.participation.programme_version_id
        ).select_related("module")
    return Section(
        "hours",
        _("Hours by part, in minutes"),
        {
            "module": _("Module"),
            "online": _("Online"),
            "class": _("In class"),
            "independent": _("Independent work"),
            "practice": _("Practice"),
            "completed_on": _("Completed"),
        },
        [
            (
                link.module.title,
                link.online_minutes,
                link.class_minutes,
                link.independent_minutes,
                link.practice_minutes,
                local_date(done[link.module.key].occurred_at, award.institution)
                if link.module.key in done
                else None,
            )
            for link in links
        ],
        _("The award hangs on no course."),
    )


def evidence(award: Award) -> Section:
    """The entries of the ledger on which the award rests, and who recorded each."""
    cited = Evidence.objects.filter(citations__award=award)
    return _ledger("evidence", _("What it rests on"), cited, award, _("Nothing is cited."))


def later(award: Award) -> Section:
    """What was recorded about her after the award was granted, what withdraws its evidence among it."""
    since = Evidence.objects.filter(
        person=award.person_id, institution=award.institution_id, recorded_at__gt=award.granted_at
    )
    return _ledger("later", _("Later changes"), since, award, _("Nothing was recorded afterwards."))


def _ledger(key: str, title: str, entries: QuerySet[Evidence], award: Award, none: str) -> Section:
    rows = list(
        entries.select_related("recorded_by__person")
        .prefetch_related("withdrawn_by")
        .order_by("occurred_at", "pk")
    )
    participation = award.participation
    names = names_of(participation.programme_version_id) if participation else {}
    columns = {
        "entry": _("Entry"),
        "happened_at": _("Happened"),
        "recorded_at": _("Recorded"),
        "kind": _("What"),
        "subject": _("Of what"),
        "amount": _("How much"),
        "outcome": _("Result"),
        "recorded_by": _("By"),
        "state": _("State"),
    }
    return Section(
        key,
        title,
        columns,
        [
            (
                row.entry.pk,
                row.entry.occurred_at,
                row.entry.recorded_at,
                row.kind,
                row.subject if not row.entry.withdraws_id else f"{_('Entry')} {row.entry.withdraws_id}",
                row.amount,
                row.outcome,
                _account(row.entry.recorded_by),
                _("Withdrawn") if row.is_withdrawn else _("Stands"),
            )
            for row in entry_rows(rows, names)
        ],
        none,
    )


def _account(account: Account | None) -> str:
    """The name behind an account; the system itself where there is none."""
    if account is None:
        return _("The system")
    person = getattr(account, "person", None)
    return person.name if person else account.get_username()
