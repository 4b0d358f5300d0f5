"""What README promises of the bundled graph, tried on the whole of it."""

import json
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pytest

import tertium
from tertium.render import json_schema
from tertium.resources import folder, resource_files

PAIRS: Final = (
    ("Joseph Stalin", "Leon Trotsky"),
    ("Abraham Lincoln", "George Washington"),
    ("Julius Caesar", "Augustus"),
    ("Elizabeth I", "Catherine II"),
    ("Marie Curie", "Albert Einstein"),
    ("Stalinism", "Trotskyism"),
    ("War Communism", "New Economic Policy"),
    ("Joseph Stalin", "October Revolution"),
    ("Leon Trotsky", "Vladimir Lenin", "Joseph Stalin"),
)
MAIN: Final = PAIRS[0]
VERIFIED: Final = (MAIN, ("Stalinism", "Trotskyism"), PAIRS[-1])  # others in tests/test_pages.py
SAMPLE: Final = 20


@pytest.fixture(scope="module")
def graph() -> tertium.KnowledgeGraph:
    return tertium.open()


@pytest.fixture(scope="module")
def pages(graph: tertium.KnowledgeGraph) -> dict[tuple[str, ...], tertium.Page]:
    return {names: graph.compare(*names) for names in PAIRS}


def test_the_main_page_has_twenty_rows_and_all_relations_with_cases(
    pages: dict[tuple[str, ...], tertium.Page],
) -> None:
    assert len(pages[MAIN].rows) >= 20
    found = {row.relation for page in pages.values() for row in page}
    assert found == set(tertium.Relation)
    main = {row.relation for row in pages[MAIN]}
    assert {
        tertium.Relation.SAME,
        tertium.Relation.OVERLAPPING,
        tertium.Relation.DIFFERENT,
        tertium.Relation.INCOMPLETE,
    } <= main


def test_every_cell_state_has_a_case(pages: dict[tuple[str, ...], tertium.Page]) -> None:
    states = {cell.state for page in pages.values() for row in page for cell in row.cells}
    assert states >= set(tertium.CellState) - {tertium.CellState.UNKNOWN}


@pytest.mark.parametrize("names", PAIRS, ids=" - ".join)
def test_pages_fit_the_schema_and_verify(
    graph: tertium.KnowledgeGraph,
    pages: dict[tuple[str, ...], tertium.Page],
    names: tuple[str, ...],
    *,
    whole: bool,
) -> None:
    import jsonschema_rs

    document = pages[names].to_json()
    jsonschema_rs.validate(json.loads(json_schema()), json.loads(document))
    if whole or names in VERIFIED:
        assert graph.verify(document) == ()


@pytest.mark.parametrize("names", PAIRS, ids=" - ".join)
def test_values_carry_references_and_sentences_evidence(
    pages: dict[tuple[str, ...], tertium.Page], names: tuple[str, ...]
) -> None:
    page = pages[names]
    statements = [statement for row in page for statement in row.evidence]
    assert all(statement.references for statement in statements)
    assert all(sentence.evidence for sentence in page.narrative.sentences)


@pytest.mark.parametrize("names", PAIRS[:3], ids=" - ".join)
def test_swapping_the_comparands_mirrors_the_table(
    graph: tertium.KnowledgeGraph,
    pages: dict[tuple[str, ...], tertium.Page],
    names: tuple[str, ...],
) -> None:
    mirrored = graph.compare(*reversed(names))
    assert {row.predicate.iri: row.relation for row in mirrored} == {
        row.predicate.iri: row.relation for row in pages[names]
    }


def test_a_deleted_statement_is_missed_by_name(
    pages: dict[tuple[str, ...], tertium.Page], tmp_path: Path, *, whole: bool
) -> None:
    page = pages[MAIN]
    cited = sorted({s.iri for n in page.narrative.sentences for s in n.evidence})
    quads = parsed()
    for number, iri in enumerate(cited[:: len(cited) // SAMPLE] if whole else cited[:1]):
        file = tmp_path / f"{number}.nt"
        kept = (quad for quad in quads if quad.subject != ox.NamedNode(iri))
        triples = (quad.triple for quad in kept)
        file.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
        failed = {failure.where for failure in tertium.open(file).verify(page.to_json())}
        texts = {n.text for n in page.narrative.sentences for s in n.evidence if s.iri == iri}
        assert {f"sentence {text!r}" for text in texts} <= failed
        assert any(where.startswith("cell ") for where in failed)


def parsed() -> list[ox.Quad]:
    store = ox.Store()
    for _, file in resource_files(folder("data"), ".ttl"):
        store.load(file.read_bytes(), ox.RdfFormat.TURTLE)
    return list(store)
