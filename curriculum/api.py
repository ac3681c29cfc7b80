"""The door to `curriculum` for other packages: what is not named here may change without notice."""

from curriculum.credentials.queries import Step, current_awards, progress_towards
from curriculum.credentials.recording import Recorded, record_evidence
from curriculum.credentials.services import revoke_award, settle_awards
from curriculum.people.permissions import can_administer, can_see_group, can_see_record, has_role
from curriculum.people.queries import open_participations, person_of
from curriculum.records.services import EvidenceConflict, EvidenceDraft
from curriculum.standards.clock import local_date

__all__ = [
    "EvidenceConflict",
    "EvidenceDraft",
    "Recorded",
    "Step",
    "can_administer",
    "can_see_group",
    "can_see_record",
    "current_awards",
    "has_role",
    "local_date",
    "open_participations",
    "person_of",
    "progress_towards",
    "record_evidence",
    "revoke_award",
    "settle_awards",
]
