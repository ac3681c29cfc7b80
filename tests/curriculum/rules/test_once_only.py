from curriculum.rules import MissingCode, State
from tests.curriculum.rules.builders import any_of, asks_module, award, codes, judged, module, practice


def once_only(*members: dict[str, object]) -> dict[str, object]:
    return {"node": "no_double_counting", "of": list(members)}


def sums(hours: int, *members: str) -> dict[str, object]:
    return {"node": "member_hours", "minutes": hours * 60, "members": list(members)}


def test_one_fact_cannot_serve_two_members() -> None:
    root = once_only(sums(10, "a", "b"), sums(10, "b", "c"))
    b = module("b", 10)

    alone = judged(root, b)

    assert alone.state is State.UNMET
    assert MissingCode.COUNTED_TWICE in codes(alone)
    assert judged(root, b, module("c", 10)).state is State.MET


def test_the_search_leaves_each_member_what_it_alone_can_use() -> None:
    root = once_only(any_of(asks_module("a"), asks_module("b")), asks_module("a"))
    a, b = module("a"), module("b")

    finding = judged(root, a, b)

    assert finding.state is State.MET
    assert [child.evidence for child in finding.children] == [(b.id,), (a.id,)]


def test_sums_are_shared_out_exactly() -> None:
    root = once_only(sums(7, *"abcd"), sums(7, *"abcd"))
    facts = [award(key, minutes=hours * 60) for key, hours in {"a": 5, "b": 4, "c": 3, "d": 2}.items()]

    finding = judged(root, *facts)

    assert finding.state is State.MET
    first, second = (set(child.evidence) for child in finding.children)
    assert not first & second
    assert judged(root, *facts[:3]).state is State.UNMET


def test_ten_members_compete_for_nine_facts() -> None:
    root = once_only(*(any_of(*(asks_module(key) for key in "abcdefghi")) for _ in range(10)))

    assert judged(root, *(module(key) for key in "abcdefghi")).state is State.UNMET


def test_more_combinations_than_can_be_tried_are_undetermined_and_never_met() -> None:
    halves = {"node": "practice_hours", "minutes": 12_345}
    shifts = [practice("1", id=f"s:{number}") for number in range(400)]

    finding = judged(once_only(halves, halves | {"minutes": 11_655}), *shifts)

    assert finding.state is State.UNDETERMINED
    assert codes(finding) == [MissingCode.TOO_MANY_COMBINATIONS]
