from dataclasses import replace

from tertium.narrate.messages import Gap, Stated
from tertium.narrate.stating import gaps, stating
from tertium.narrate.topics import Topic, topics_of
from tests.narrate.builders import UNKNOWN, Fact, about, compare, fact


def _topics(one: list[Fact], other: list[Fact]) -> tuple[Topic, ...]:
    return topics_of(compare(about("Ada", *one), about("Bo", *other)).rows, {})


def _sizes(one: list[Fact], other: list[Fact]) -> list[list[int]]:
    told = (planned.message for planned in stating(_topics(one, other)))
    return [[len(part) for part in m.side.parts] for m in told if isinstance(m, Stated)]


def test_single_things_are_packed_and_lists_stand_alone() -> None:
    facts = [fact("ideology", "A"), fact("doctrine", "B"), fact("party", "C"), fact("role", "D")]
    assert _sizes(facts, []) == [[1, 1, 1], [1]]
    assert _sizes([*facts[:1], fact("role", "D"), fact("role", "E")], []) == [[2], [1]]


def test_long_lists_are_told_in_two_parts() -> None:
    assert _sizes([fact("role", name) for name in "ABCDEFGH"], []) == [[3], [3]]


def test_nothing_to_say_is_nothing_said() -> None:
    assert _sizes([], []) == []


def test_a_gap_is_told_only_of_rows_that_matter() -> None:
    topics = _topics([fact("ideology", "A")], [])
    assert [one.message for one in gaps(topics, 2.0)] == []
    (gap,) = gaps(topics, 0.0)
    assert isinstance(gap.message, Gap)
    assert gap.message.absent == (about("Bo").iri,)


def test_what_is_unknown_of_all_is_no_gap() -> None:
    assert not list(gaps(_topics([fact("party", UNKNOWN)], [fact("party", UNKNOWN)]), 0.0))


def test_where_too_many_others_state_it_there_is_no_gap() -> None:
    (topic,) = _topics([fact("ideology", "A")], [])
    told, silent = topic.row.cells
    row = replace(topic.row, cells=(told, replace(silent, crowded=True)))
    assert not list(gaps([replace(topic, row=row)], 0.0))
