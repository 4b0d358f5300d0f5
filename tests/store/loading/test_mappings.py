from pathlib import Path

import pytest

from tertium.errors import BadFileError
from tests.store.loading.files import read, task

HEAD = """#curie_map:
#  a: https://a.example.org/
#  b: "https://b.example.org/"
#mapping_set_title: not a prefix
subject_id\tpredicate_id\tobject_id\tpredicate_modifier
"""
SAME = "<http://www.w3.org/2004/02/skos/core#exactMatch>"
BORN = "<https://a.example.org/born>"


def lines(text: str, folder: Path, *, lenient: bool = False) -> list[str]:
    quads, _ = read(task(folder, "my.sssom.tsv", text, lenient=lenient))
    return [quad for quad in quads if not quad.startswith("_:")]


def test_a_row_is_a_triple_and_an_axiom_about_it(tmp_path: Path) -> None:
    text = HEAD + "a:born\tskos:exactMatch\tb:birth\n\na:born\tskos:exactMatch\thttps://c.org/b\n"
    assert lines(text, tmp_path) == [
        f"{BORN} {SAME} <https://b.example.org/birth>",
        f"{BORN} {SAME} <https://c.org/b>",
    ]
    quads, _ = read(task(tmp_path, "my.sssom.tsv", text))
    about = [quad.split()[1].rpartition("#")[2] for quad in quads if quad.startswith("_:")]
    assert about == ["type>", "annotatedSource>", "annotatedProperty>", "annotatedTarget>"] * 2


def test_a_row_that_is_denied_states_nothing(tmp_path: Path) -> None:
    assert lines(HEAD + "a:employer\tskos:exactMatch\tb:employee\tNot\n", tmp_path) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEAD + "c:x\tskos:exactMatch\ta:y\n", "tsv:6: 'c:x'.* not in the curie_map"),
        (HEAD + "a:x y\tskos:exactMatch\ta:y\n", "tsv:6: "),
        (HEAD + "a:x\n", "tsv:6: ''.* not in the curie_map"),
        ("#nothing\nsubject_id\tobject_id\n", "tsv:2: no column predicate_id"),
        ("", "no column subject_id"),
    ],
)
def test_a_bad_table_is_told_with_its_line(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match=problem):
        lines(text, tmp_path)


def test_a_bad_row_may_be_left_out(tmp_path: Path) -> None:
    text = HEAD + "c:x\tskos:exactMatch\ta:y\na:x\tskos:exactMatch\ta:y\n"
    assert len(lines(text, tmp_path, lenient=True)) == 1
    assert lines("subject_id\n", tmp_path, lenient=True) == []
