"""The door to `curriculum` for other packages: what is not named here may change without notice."""

from curriculum.audit.sections import Section as DossierSection
from curriculum.audit.sections import register_dossier_section
from curriculum.credentials.offers import Offer, offer_of
from curriculum.credentials.queries import Step, current_awards, progress_towards, standings_of
from curriculum.credentials.recording import Recorded, record_evidence, record_evidence_for_many
from curriculum.credentials.services import revoke_award, settle_awards
from curriculum.health.enums import State as HealthState
from curriculum.health.registry import Expiring, Watched, register_expiring, register_health
from curriculum.health.registry import Finding as HealthFinding
from curriculum.homes.milestones import Progress
from curriculum.homes.places import (
    Place,
    PlaceNote,
    Pointer,
    find_place,
    register_place,
    register_place_note,
)
from curriculum.homes.registry import Home, Panel, PanelContent, Visit, register_entrance, register_panel
from curriculum.homes.steps import PathStep, Turn
from curriculum.jobs.models import private_storage
from curriculum.jobs.registry import job_kind
from curriculum.jobs.running import RunningJob
from curriculum.jobs.services import enqueue_job
from curriculum.looks.registry import SeenPage, register_seen_page
from curriculum.offline.acts import Act, ActRefused, Done
from curriculum.offline.enums import FileKind
from curriculum.offline.files import FileToKeep, digest_of, in_words, page_to_keep, stored_file, version_of
from curriculum.offline.registry import register_act, register_last_visit
from curriculum.packs.drawings import drawing_fault
from curriculum.packs.faults import PackError, PackFault
from curriculum.packs.folder import PackFolder
from curriculum.packs.hours import minutes_of
from curriculum.packs.located import Located
from curriculum.packs.models import LoadedItem
from curriculum.packs.pictures import PictureShelf
from curriculum.packs.schema import KEY, TEXT, TEXTS, list_of, shape, shape_faults
from curriculum.packs.sections import LoadContext, Section, register_section
from curriculum.packs.services import find_pack
from curriculum.people.documents import compact, documents_with
from curriculum.people.grouping import GroupCannotOpen, register_opening_check
from curriculum.people.importing.columns import plain as plain_heading
from curriculum.people.importing.reading import Line, Sheet, read_sheet
from curriculum.people.importing.refusal import SheetRefused
from curriculum.people.importing.vocabulary import Vocabulary
from curriculum.people.lines import line_of, lines_of, register_line
from curriculum.people.locks import lock_person, locked_by_query
from curriculum.people.panels import FilePanel, FileVisit, register_file_panel
from curriculum.people.permissions import can_administer, can_see_group, can_see_record, has_role
from curriculum.people.privacy import Identifier, identifiers_in
from curriculum.people.queries import (
    earning_in,
    earning_participations,
    open_participations,
    own_participations,
    participations_of,
    person_of,
)
from curriculum.people.rewriting import IdentifierFound, identifiers_text, refuse_identifiers
from curriculum.people.scope import administered, taught_or_administered
from curriculum.people.services import join_institution
from curriculum.people.teaching import (
    PinnedModule,
    groups_seen_by,
    is_only_an_outline,
    is_outline_in,
    learners_of,
    modules_of_versions,
    pinned_module,
    place_in_module,
    roles_by_institution,
)
from curriculum.people.timetables import timetable_of
from curriculum.people.trust import register_entrusted
from curriculum.people.twins import people_behind, people_like
from curriculum.people.views.personal_list import PersonalList, ReasonForm
from curriculum.records.guards import Guard, protect
from curriculum.records.queries import is_recorded
from curriculum.records.services import EvidenceConflict, EvidenceDraft
from curriculum.reviewing.models import SubjectKind
from curriculum.reviewing.queries import is_reviewed, latest_review
from curriculum.reviewing.subjects import Subject, find_subject, register_subjects
from curriculum.rules.conflicts import Conflict, HeldAward, Tie, conflicts
from curriculum.rules.conflicts import Policy as ConflictPolicy
from curriculum.rules.conflicts import Standing as ConflictStanding
from curriculum.rules.observed import (
    Criterion,
    Mark,
    Rubric,
    RubricFault,
    RubricFaultCode,
    UnitOutcome,
    judge_test,
    whole_outcome,
)
from curriculum.simulate.registry import register_event, register_expectation
from curriculum.simulate.world import CaseError, World
from curriculum.standards.accounts import Account, Visitor
from curriculum.standards.balance import Balance, balance_of, balance_of_all, minutes_a_week
from curriculum.standards.clock import local_date
from curriculum.standards.copying import copy_module
from curriculum.standards.desk import DeskForm, DeskList, DeskPage, DeskViewSet
from curriculum.standards.durations import hours_text
from curriculum.standards.memory import Memory, forget_everything, forget_when_changed
from curriculum.standards.pace import too_often
from curriculum.standards.practice import activities_of_version
from curriculum.standards.printing import renderer as pdf_renderer
from curriculum.standards.queries import institutions_for_choice
from curriculum.standards.spreadsheets import CSV_TYPE, XLSX_TYPE, csv_chunks
from curriculum.standards.texts import columns_of, texts_of
from curriculum.standards.workbook import workbook

__all__ = [
    "CSV_TYPE",
    "KEY",
    "TEXT",
    "TEXTS",
    "XLSX_TYPE",
    "Account",
    "Act",
    "ActRefused",
    "Balance",
    "CaseError",
    "Conflict",
    "ConflictPolicy",
    "ConflictStanding",
    "Criterion",
    "DeskForm",
    "DeskList",
    "DeskPage",
    "DeskViewSet",
    "Done",
    "DossierSection",
    "EvidenceConflict",
    "EvidenceDraft",
    "Expiring",
    "FileKind",
    "FilePanel",
    "FileToKeep",
    "FileVisit",
    "GroupCannotOpen",
    "Guard",
    "HealthFinding",
    "HealthState",
    "HeldAward",
    "Home",
    "Identifier",
    "IdentifierFound",
    "Line",
    "LoadContext",
    "LoadedItem",
    "Located",
    "Mark",
    "Memory",
    "Offer",
    "PackError",
    "PackFault",
    "PackFolder",
    "Panel",
    "PanelContent",
    "PathStep",
    "PersonalList",
    "PictureShelf",
    "PinnedModule",
    "Place",
    "PlaceNote",
    "Pointer",
    "Progress",
    "ReasonForm",
    "Recorded",
    "Rubric",
    "RubricFault",
    "RubricFaultCode",
    "RunningJob",
    "Section",
    "SeenPage",
    "Sheet",
    "SheetRefused",
    "Step",
    "Subject",
    "SubjectKind",
    "Tie",
    "Turn",
    "UnitOutcome",
    "Visit",
    "Visitor",
    "Vocabulary",
    "Watched",
    "World",
    "activities_of_version",
    "administered",
    "balance_of",
    "balance_of_all",
    "can_administer",
    "can_see_group",
    "can_see_record",
    "columns_of",
    "compact",
    "conflicts",
    "copy_module",
    "csv_chunks",
    "current_awards",
    "digest_of",
    "documents_with",
    "drawing_fault",
    "earning_in",
    "earning_participations",
    "enqueue_job",
    "find_pack",
    "find_place",
    "find_subject",
    "forget_everything",
    "forget_when_changed",
    "groups_seen_by",
    "has_role",
    "hours_text",
    "identifiers_in",
    "identifiers_text",
    "in_words",
    "institutions_for_choice",
    "is_only_an_outline",
    "is_outline_in",
    "is_recorded",
    "is_reviewed",
    "job_kind",
    "join_institution",
    "judge_test",
    "latest_review",
    "learners_of",
    "line_of",
    "lines_of",
    "list_of",
    "local_date",
    "lock_person",
    "locked_by_query",
    "minutes_a_week",
    "minutes_of",
    "modules_of_versions",
    "offer_of",
    "open_participations",
    "own_participations",
    "page_to_keep",
    "participations_of",
    "pdf_renderer",
    "people_behind",
    "people_like",
    "person_of",
    "pinned_module",
    "place_in_module",
    "plain_heading",
    "private_storage",
    "progress_towards",
    "protect",
    "read_sheet",
    "record_evidence",
    "record_evidence_for_many",
    "refuse_identifiers",
    "register_act",
    "register_dossier_section",
    "register_entrance",
    "register_entrusted",
    "register_event",
    "register_expectation",
    "register_expiring",
    "register_file_panel",
    "register_health",
    "register_last_visit",
    "register_line",
    "register_opening_check",
    "register_panel",
    "register_place",
    "register_place_note",
    "register_section",
    "register_seen_page",
    "register_subjects",
    "revoke_award",
    "roles_by_institution",
    "settle_awards",
    "shape",
    "shape_faults",
    "standings_of",
    "stored_file",
    "taught_or_administered",
    "texts_of",
    "timetable_of",
    "too_often",
    "version_of",
    "whole_outcome",
    "workbook",
]
