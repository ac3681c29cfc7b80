"""The verb that classes bring to simulated cases."""

from datetime import timedelta

from curriculum.api import CaseError, World, modules_of_versions

from .services import Mark, add_session, take_attendance
from .services.planning import Hour


def attend(world: World, *, person: str, module: str, minutes: int, late: int = 0) -> None:
    """A session of a module ends now, and a person was there, perhaps some minutes late."""
    learner = world.participation(person)
    placed = modules_of_versions([learner.programme_version_id]).filter(module__key=module).first()
    if placed is None:
        raise CaseError(f"There is no module “{module}” in this programme.")
    if learner.group is None:
        learner.group, _made = learner.programme_version.groups.get_or_create(
            institution=learner.institution,
            key="simulated",
            defaults={"name": "Simulated", "starts_on": learner.started_on},
        )
        learner.save(update_fields=["group"])
    hour = Hour(world.now - timedelta(minutes=minutes), world.now)
    session = add_session(group=learner.group, module=placed.module, hour=hour, planned_by=None)
    take_attendance(
        session=session,
        marks=[Mark(learner.uuid, late_minutes=late)],
        taken_by=None,
        at=world.now,
        recorded_at=world.now,
    )
