from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from curriculum.credentials.checking.codes import code_from, grouped
from curriculum.credentials.checking.naming import is_name_of
from curriculum.credentials.checking.state import AwardState, state_on
from curriculum.credentials.models import CODE_ALPHABET, CODE_LENGTH

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
MAYBE = st.none() | DAYS
CODES = st.text(CODE_ALPHABET, min_size=CODE_LENGTH, max_size=CODE_LENGTH)


def test_the_last_valid_day_is_still_valid() -> None:
    last = date(2026, 3, 14)
    assert state_on(last, expires_on=last) is AwardState.VALID
    assert state_on(last + timedelta(days=1), expires_on=last) is AwardState.EXPIRED


@given(DAYS, DAYS, MAYBE, MAYBE)
def test_what_was_taken_back_is_never_valid_again(
    day: date, revoked: date, expires: date | None, superseded: date | None
) -> None:
    state = state_on(day, expires_on=expires, revoked_on=revoked, superseded_on=superseded)
    assert (state is AwardState.REVOKED) == (day >= revoked)


@given(DAYS, DAYS, MAYBE)
def test_a_renewed_one_leads_to_the_newer_even_when_its_time_is_over(
    day: date, superseded: date, expires: date | None
) -> None:
    state = state_on(day, expires_on=expires, superseded_on=superseded)
    assert (state is AwardState.SUPERSEDED) == (day >= superseded)


@given(CODES, st.sampled_from(["{}", " {} ", "https://example.org/v/{}", "/es/v/{}/"]))
def test_a_code_is_read_however_it_is_written(code: str, around: str) -> None:
    assert code_from(around.format(grouped(code).lower())) == code
    assert code_from(around.format(code)) == code


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_a_code_or_nothing(typed: str) -> None:
    code = code_from(typed)
    assert code is None or (len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET))


def test_a_name_matches_whole_or_not_at_all() -> None:
    assert is_name_of(" ana  PIRIZ de León ", "Ana Píriz de León")
    for typed in ("Ana", "Ana Píriz", "Píriz de León Ana", "", " ", "Ana Píriz de León Silva"):
        assert not is_name_of(typed, "Ana Píriz de León")
    assert not is_name_of("", "")
