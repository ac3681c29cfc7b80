"""The door to `curriculum` for other packages: what is not named here may change without notice."""

from curriculum.credentials.queries import Step, current_awards, progress_towards
from curriculum.credentials.recording import Recorded, record_evidence
from curriculum.credentials.services import revoke_award, settle_awards
from curriculum.people.permissions import can_administer, can_see_group, can_see_record, has_role
from curriculum.people.queries import open_participations, person_of
from curriculum.people.services import lock_person
from curriculum.people.teaching import (
    PinnedModule,
    groups_seen_by,
    learners_of,
    modules_of_versions,
    participation_with_module,
    pinned_module,
    roles_by_institution,
)
from curriculum.records.queries import is_recorded
from curriculum.records.services import EvidenceConflict, EvidenceDraft
from curriculum.standards.clock import local_date

__all__ = [
    "EvidenceConflict",
    "EvidenceDraft",
    "PinnedModule",
    "Recorded",
    "Step",
    "can_administer",
    "can_see_group",
    "can_see_record",
    "current_awards",
    "groups_seen_by",
    "has_role",
    "is_recorded",
    "learners_of",
    "local_date",
    "lock_person",
    "modules_of_versions",
    "open_participations",
    "participation_with_module",
    "person_of",
    "pinned_module",
    "progress_towards",
    "record_evidence",
    "revoke_award",
    "roles_by_institution",
    "settle_awards",
]
