from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CurriculumConfig(AppConfig):
    name = "curriculum"
    label = "curriculum"
    verbose_name = _("Curriculum")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curriculum.admission.panels import build_applications
        from curriculum.admission.permissions import forget_namings_when_they_change
        from curriculum.audit import looking, own_sections
        from curriculum.audit.permissions import in_force_on
        from curriculum.health.expiring import keys_and_certificates
        from curriculum.health.registry import Watched, register_health
        from curriculum.homes.leaving import build_leaving
        from curriculum.homes.meetings import build_meetings
        from curriculum.homes.progress import build_progress, build_standing
        from curriculum.homes.registry import Home, Panel, register_entrance, register_panel
        from curriculum.jobs.health import work_is_done_in_time, worker_works
        from curriculum.looks.registry import SeenPage, register_seen_page
        from curriculum.offline.registry import register_last_visit
        from curriculum.people.context import (
            AUDITOR,
            forget_roles_when_they_change,
            register_held_otherwise,
        )
        from curriculum.people.enums import Role
        from curriculum.people.lines import register_line, trainers_above
        from curriculum.people.models import Group
        from curriculum.records import checks
        from curriculum.records.guards import Guard, protect
        from curriculum.records.health import guards_stand
        from curriculum.reviewing import own_subjects
        from curriculum.simulate import verbs
        from curriculum.standards.memory import forget_when_changed
        from curriculum.standards.models import (
            Achievement,
            Institution,
            Module,
            Programme,
            ProgrammeModule,
            ProgrammeRule,
            ProgrammeVersion,
            RuleSet,
            Unit,
        )

        protect(Guard("curriculum_evidence"))
        protect(Guard("curriculum_citation"))
        protect(Guard("curriculum_revocation"))
        protect(Guard("curriculum_exportlog"))
        protect(Guard("curriculum_look"))
        protect(Guard("curriculum_review"))
        protect(Guard("curriculum_departure"))
        protect(Guard("curriculum_auditmandate", columns=MANDATE_FROZEN))
        protect(Guard("curriculum_verdict"))
        protect(Guard("curriculum_proofopening"))
        protect(Guard("curriculum_award", columns=AWARD_FROZEN))
        protect(Guard("curriculum_credential", columns=CREDENTIAL_FROZEN))
        protect(Guard("curriculum_ruleset", columns=RULE_FROZEN, when="OLD.published_at IS NOT NULL"))
        forget_when_changed(Achievement, RuleSet, Institution, Unit, Module)
        forget_when_changed(Group, Programme, ProgrammeVersion, ProgrammeModule, ProgrammeRule)
        forget_roles_when_they_change()
        forget_namings_when_they_change()
        register_entrance(Role.ADMINISTRATOR, "wagtailadmin_home")
        register_entrance(Role.TRAINER, "wagtailadmin_home")
        register_entrance(AUDITOR, "audit:institutions")
        register_held_otherwise(AUDITOR, in_force_on)
        register_panel(Home.PATH, Panel("standing", order=3, build=build_standing))
        register_panel(Home.PATH, Panel("applications", order=35, build=build_applications))
        register_panel(Home.PATH, Panel("meetings", order=40, build=build_meetings))
        register_panel(Home.PATH, Panel("progress", order=50, build=build_progress))
        register_seen_page(SeenPage("my_path", _("My path")))
        register_seen_page(SeenPage("my_record", _("My record")))
        own_subjects.register()
        register_panel(Home.PATH, Panel("leaving", order=95, build=build_leaving))
        register_line("trainers", trainers_above)
        register_last_visit("my_path")
        own_sections.register()
        looking.register()
        register_health(Watched("guards", _("Protection of the ledger"), guards_stand, vital=True))
        register_health(Watched("worker", _("Worker"), worker_works))
        register_health(Watched("jobs", _("Background jobs"), work_is_done_in_time))
        register_health(Watched("expiring", _("Keys and certificates"), keys_and_certificates))
        verbs.register()
        register(checks.ledger_is_guarded, Tags.database)
        register(checks.ledger_is_guarded_in_production, Tags.database, deploy=True)
        post_migrate.connect(put_guards_back, sender=self, dispatch_uid="curriculum.put_guards_back")


# What was printed on an award (`inscription`) may be erased with the person; nothing else may change.
AWARD_FROZEN = (
    "person_id",
    "institution_id",
    "participation_id",
    "achievement_id",
    "rule_set_id",
    "rule_digest",
    "finding",
    "awarded_on",
    "expires_on",
    "cycle",
    "granted_at",
    "code",
    "uuid",
)
CREDENTIAL_FROZEN = (
    "uuid",
    "institution_id",
    "award_id",
    "list_number",
    "list_place",
    "document",
    "issued_at",
)
MANDATE_FROZEN = (
    "institution_id",
    "auditor_id",
    "since",
    "until",
    "reason",
    "appointed_by_id",
    "appointed_at",
)
RULE_FROZEN = ("key", "version", "stage", "achievement_id", "document", "digest", "published_at")


def put_guards_back(using: str, **kwargs: Any) -> None:
    """After every migration, because SQLite loses triggers when a table is remade."""
    from django.db import connections

    from curriculum.records import guards

    guards.install(connections[using])
