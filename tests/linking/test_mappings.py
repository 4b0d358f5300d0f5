import pytest

from tertium.errors import BadFileError
from tertium.linking.mappings import MappingTable, is_settled

HEAD = "# curie_map:\n#   a: http://a.example/\n"
COLUMNS = "subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"
SURE = "a:1\tOne\tskos:exactMatch\ta:x\tsemapv:LexicalMatching\t0.95\n"
OPEN = "a:2\tTwo\tskos:closeMatch\ta:y\tsemapv:LexicalMatching\t0.5\n"
MINE = "a:3\tThree\tskos:exactMatch\ta:z\tsemapv:ManualMappingCuration\t1\n"


def table(*rows: str) -> MappingTable:
    return MappingTable.parse(HEAD + COLUMNS + "".join(rows))


def test_a_table_is_written_as_it_was_read() -> None:
    text = HEAD + COLUMNS + SURE + OPEN + MINE
    assert MappingTable.parse(text).text == text
    assert MappingTable.parse("\ufeff" + text.replace("\n", "\r\n")).text == text


@pytest.mark.parametrize("label", ['say "a"', "tab\there", "line\u2028line", "  edges  ", "№ 5"])
def test_any_label_survives(label: str) -> None:
    known = table(SURE)
    row = {**known.rows[0], "subject_label": label, "comment": "new"}
    again = MappingTable.parse(known.with_rows([row]).text)
    assert again.rows == (row,)
    assert again.columns[-1] == "comment"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "links: no column subject_id"),
        ("# x\nsubject_id\tobject_id\n", "links:2: no column predicate_id"),
        (COLUMNS + "\n" + SURE[:-1] + "\t7\t8\n", "links:3: 8 cells, but 6 columns"),
    ],
)
def test_what_is_no_table_of_mappings_is_told(text: str, problem: str) -> None:
    with pytest.raises(BadFileError, match=problem):
        MappingTable.parse(text, "links")


@pytest.mark.parametrize(
    ("rows", "settled"),
    [
        ((SURE,), True),
        ((SURE.replace("0.95", ""),), True),
        ((SURE.replace("0.95", "high"),), False),
        ((SURE, SURE.replace("a:x", "a:y")), False),
        ((OPEN,), False),
        ((OPEN.replace("0.5", "0.99"),), False),
        ((OPEN, MINE.replace("a:3", "a:2")), True),
        ((OPEN.replace("a:y", "sssom:NoTermFound"),), True),
    ],
)
def test_what_is_certain_or_decided_is_settled(rows: tuple[str, ...], *, settled: bool) -> None:
    assert is_settled(table(*rows).rows) is settled


def test_one_candidate_that_is_denied_is_settled() -> None:
    (row,) = table(OPEN).rows
    assert is_settled([{**row, "predicate_modifier": "Not"}])


def test_what_was_decided_is_kept_when_links_are_made_anew() -> None:
    before = table(OPEN.replace("a:2", "a:9"), MINE, MINE.replace("a:3", "a:1"))
    found = table(SURE, OPEN).keeping(before)
    assert [(row["subject_id"], row["object_id"]) for row in found.rows] == [
        ("a:1", "a:z"),
        ("a:2", "a:y"),
        ("a:3", "a:z"),
    ]
    assert found.head == before.head


def test_a_subject_without_identifier_is_known_by_its_label() -> None:
    named = OPEN.replace("a:2", "")
    assert list(table(named, SURE).by_subject()) == ["Two", "a:1"]
