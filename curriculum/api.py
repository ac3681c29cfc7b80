"""The door to `curriculum` for other packages: what is not named here may change without notice."""

from curriculum.credentials.offers import Offer, offer_of
from curriculum.credentials.queries import Step, current_awards, progress_towards
from curriculum.credentials.recording import Recorded, record_evidence, record_evidence_for_many
from curriculum.credentials.services import revoke_award, settle_awards
from curriculum.homes.registry import Home, Panel, PanelContent, Visit, register_entrance, register_panel
from curriculum.homes.steps import PathStep, Turn
from curriculum.looks.registry import SeenPage, register_seen_page
from curriculum.packs.drawings import drawing_fault
from curriculum.packs.faults import PackError, PackFault
from curriculum.packs.folder import PackFolder
from curriculum.packs.hours import minutes_of
from curriculum.packs.located import Located
from curriculum.packs.models import LoadedItem
from curriculum.packs.pictures import PictureShelf
from curriculum.packs.schema import KEY, TEXT, TEXTS, list_of, shape, shape_faults
from curriculum.packs.sections import LoadContext, Section, register_section
from curriculum.people.permissions import can_administer, can_see_group, can_see_record, has_role
from curriculum.people.queries import earning_participations, open_participations, person_of
from curriculum.people.scope import administered, taught_or_administered
from curriculum.people.services import join_institution, lock_person
from curriculum.people.teaching import (
    PinnedModule,
    groups_seen_by,
    learners_of,
    modules_of_versions,
    pinned_module,
    place_in_module,
    roles_by_institution,
)
from curriculum.people.twins import people_behind
from curriculum.records.guards import Guard, protect
from curriculum.records.queries import is_recorded
from curriculum.records.services import EvidenceConflict, EvidenceDraft
from curriculum.reviewing.models import SubjectKind
from curriculum.reviewing.queries import is_reviewed, latest_review
from curriculum.reviewing.subjects import Subject, find_subject, register_subjects
from curriculum.simulate.registry import register_event, register_expectation
from curriculum.simulate.world import CaseError, World
from curriculum.standards.accounts import Account, Visitor
from curriculum.standards.balance import Balance, balance_of, balance_of_all, minutes_a_week
from curriculum.standards.clock import local_date
from curriculum.standards.copying import copy_module
from curriculum.standards.desk import DeskForm, DeskList, DeskViewSet
from curriculum.standards.durations import hours_text
from curriculum.standards.practice import activities_of_version
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
    "Balance",
    "CaseError",
    "DeskForm",
    "DeskList",
    "DeskViewSet",
    "EvidenceConflict",
    "EvidenceDraft",
    "Guard",
    "Home",
    "LoadContext",
    "LoadedItem",
    "Located",
    "Offer",
    "PackError",
    "PackFault",
    "PackFolder",
    "Panel",
    "PanelContent",
    "PathStep",
    "PictureShelf",
    "PinnedModule",
    "Recorded",
    "Section",
    "SeenPage",
    "Step",
    "Subject",
    "SubjectKind",
    "Turn",
    "Visit",
    "Visitor",
    "World",
    "activities_of_version",
    "administered",
    "balance_of",
    "balance_of_all",
    "can_administer",
    "can_see_group",
    "can_see_record",
    "columns_of",
    "copy_module",
    "csv_chunks",
    "current_awards",
    "drawing_fault",
    "earning_participations",
    "find_subject",
    "groups_seen_by",
    "has_role",
    "hours_text",
    "institutions_for_choice",
    "is_recorded",
    "is_reviewed",
    "join_institution",
    "latest_review",
    "learners_of",
    "list_of",
    "local_date",
    "lock_person",
    "minutes_a_week",
    "minutes_of",
    "modules_of_versions",
    "offer_of",
    "open_participations",
    "people_behind",
    "person_of",
    "pinned_module",
    "place_in_module",
    "progress_towards",
    "protect",
    "record_evidence",
    "record_evidence_for_many",
    "register_entrance",
    "register_event",
    "register_expectation",
    "register_panel",
    "register_section",
    "register_seen_page",
    "register_subjects",
    "revoke_award",
    "roles_by_institution",
    "settle_awards",
    "shape",
    "shape_faults",
    "taught_or_administered",
    "texts_of",
    "workbook",
]
