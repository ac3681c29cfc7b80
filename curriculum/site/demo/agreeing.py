"""What the school has agreed with its places of practice, and who goes there in which part of the day."""

from collections.abc import Mapping
from datetime import time
from itertools import cycle

from assessments.placements.models import Agreement, Host, HostShift
from assessments.placements.services import place_learner
from curriculum.enums import Setting
from curriculum.people.models import Participation, Person

from .cast import PLACES, Place
from .days import Days
from .enrolling import account_of
from .learners import Learner

BEGAN = 300  # days ago
GOES_ON = 180  # days from now
PLACES_IN_ALL = 12
MINUTES_A_PLACE = 12 * 60  # what the course asks for
IN_THE_DAY = (("Mañana", time(7), time(13)), ("Tarde", time(13), time(19)))
AT_ONCE = 4


def agree_on_places(participations: Mapping[Learner, Participation], office: Person, days: Days) -> None:
    """Both sides have signed; whoever practises and has not ended the course has a place there now."""
    agreements = {place: _agree(place, office, days) for place in PLACES}
    by_turns = {place: cycle(agreement.shifts.all()) for place, agreement in agreements.items()}
    for learner, participation in participations.items():
        if learner.practice and participation.ended_on is None:
            place = learner.practice.place
            place_learner(
                participation=participation,
                agreement=agreements[place],
                shift=next(by_turns[place]),
                placed_by=account_of(office),
                at=days.now,
            )


def _agree(place: Place, office: Person, days: Days) -> Agreement:
    agreement = Agreement.objects.create(
        host=Host.objects.get(key=place.key, institution__memberships__person=office),
        starts_on=days.ago(BEGAN),
        ends_on=days.ago(-GOES_ON),
        places=PLACES_IN_ALL,
        minutes_a_place=MINUTES_A_PLACE,
        institution_signer=office.name,
        institution_signed_on=days.ago(BEGAN + 7),
        host_signer=place.person_cared_for or place.supervisor.name,
        host_signed_on=days.ago(BEGAN + 5),
        consent_on=days.ago(BEGAN + 5) if place.kind == Setting.HOME else None,
        recorded_by=account_of(office),
    )
    HostShift.objects.bulk_create(
        HostShift(agreement=agreement, name=name, starts=starts, ends=ends, capacity=AT_ONCE)
        for name, starts, ends in IN_THE_DAY
    )
    return agreement
