import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.errors import BadParameterError
from tertium.linking.mappings import MappingTable
from tertium.linking.reviewing import Session

TEXT = (
    "subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"
    "a:1\tOne\tskos:closeMatch\tb:1\tsemapv:LexicalMatching\t0.6\n"
    "a:2\t\tskos:closeMatch\tb:2\tsemapv:LexicalMatching\t0.5\n"
    "a:1\tOne\tskos:closeMatch\tb:3\tsemapv:LexicalMatching\t0.4\n"
    "a:3\tThree\tskos:exactMatch\tb:4\tsemapv:LexicalMatching\t0.97\n"
)
START = Session(MappingTable.parse(TEXT))


def decided(session: Session) -> list[tuple[str, str, str]]:
    return [
        (row["object_id"], row.get("predicate_modifier", ""), row["confidence"])
        for row in session.table.rows
        if row["mapping_justification"] == "semapv:ManualMappingCuration"
    ]


def test_what_is_open_comes_one_after_another() -> None:
    assert [case.label for case in START.open] == ["One", "a:2"]
    assert START.current == START.open[0]
    assert [row["object_id"] for row in START.open[0].candidates] == ["b:1", "b:3"]


def test_who_accepts_one_rejects_the_others() -> None:
    after = START.accept(2)
    assert decided(after) == [("b:1", "Not", "1"), ("b:3", "", "1")]
    assert {row["predicate_id"] for row in after.table.rows[::2]} == {"skos:exactMatch"}
    assert [case.subject for case in after.open] == ["a:2"]
    assert "reviewer_label" not in after.table.columns


def test_who_rejects_denies_all() -> None:
    assert decided(START.reject()) == [("b:1", "Not", "1"), ("b:3", "Not", "1")]


def test_what_is_skipped_waits_for_the_next_session() -> None:
    after = START.skip().accept()
    assert after.current is None
    assert [case.subject for case in Session(after.table).open] == ["a:1"]


def test_who_decided_is_written_down_if_named() -> None:
    named = Session(START.table, "Ann").reject()
    assert named.table.rows[0]["reviewer_label"] == "Ann"
    assert "reviewer_label" not in named.table.rows[1]


@pytest.mark.parametrize("number", [0, 3, -1])
def test_there_is_no_other_candidate(number: int) -> None:
    with pytest.raises(BadParameterError, match="1 to 2 expected"):
        START.accept(number)


STEPS = {
    "a": Session.accept,
    "r": Session.reject,
    "s": Session.skip,
}


@settings(max_examples=40)
@given(st.lists(st.sampled_from("ars"), max_size=2))
def test_undoing_every_step_leads_back(keys: list[str]) -> None:
    session = START
    for key in keys:
        session = STEPS[key](session)
    again = Session(MappingTable.parse(session.table.text))
    assert len(again.open) == len(session.open) + len(session.skipped)
    for _ in (*keys, "once more"):
        session = session.undo()
    assert session.table.text == TEXT
    assert session == START
