from pathlib import Path

import pytest

from tertium.errors import BadFileError
from tertium.model.terms import XSD
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


def test_a_row_that_is_denied_or_not_of_two_things_states_nothing(tmp_path: Path) -> None:
    words = HEAD.replace("predicate_modifier", "subject_type")
    assert lines(words + "\tskos:exactMatch\ta:x\trdfs literal\n", tmp_path) == []
    assert lines(HEAD + "a:employer\tskos:exactMatch\tb:employee\tNot\n", tmp_path) == []
    assert lines(HEAD + "a:nobody\tskos:exactMatch\tsssom:NoTermFound\t\n", tmp_path) == []


NOTED = HEAD.replace("predicate_modifier", "mapping_justification\tconfidence")


def test_an_axiom_says_how_certain_a_mapping_is_and_why(tmp_path: Path) -> None:
    text = NOTED + "a:x\tskos:exactMatch\tb:y\tsemapv:LexicalMatching\t0.85\n"
    quads, _ = read(task(tmp_path, "my.sssom.tsv", text))
    assert [quad.split()[1:] for quad in quads[-2:]] == [
        ["<https://w3id.org/sssom/confidence>", f'"0.85"^^<{XSD}double>'],
        [
            "<https://w3id.org/sssom/mapping_justification>",
            "<https://w3id.org/semapv/vocab/LexicalMatching>",
        ],
    ]


@pytest.mark.parametrize("confidence", ["0", "1", "1.0", ".5", "1e-05", "0.123456"])
def test_a_confidence_is_a_share(confidence: str, tmp_path: Path) -> None:
    text = NOTED + f"a:x\tskos:exactMatch\tb:y\t\t{confidence}\n"
    assert len(lines(text, tmp_path)) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEAD + "c:x\tskos:exactMatch\ta:y\n", "tsv:6: 'c:x'.* not in the curie_map"),
        (HEAD + "a:x y\tskos:exactMatch\ta:y\n", "tsv:6: "),
        (HEAD + "a:x\n", "tsv:6: ''.* not in the curie_map"),
        (NOTED + "a:x\tskos:exactMatch\ta:y\t\t1.5\n", "tsv:6: '1.5'.* from 0 to 1"),
        (NOTED + "a:x\tskos:exactMatch\ta:y\t\thigh\n", "tsv:6: 'high'.* from 0 to 1"),
        (NOTED + "a:x\tskos:exactMatch\ta:y\tz:b\t\n", "tsv:6: 'z:b'.* curie_map"),
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
