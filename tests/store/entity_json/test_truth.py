"""Documents and RDF of the same entity, both from Wikidata, say the same."""

import io
import json
import lzma
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest

from tertium.store.entity_json import WIKIDATA, entity_triples, read_documents

DATA = Path(__file__).parents[3] / "../shared/data"
Said = Mapping[str, set[tuple[str, str]]]

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="needs the sample of Wikidata beside the checkout"
)


def by_subject(quads: Iterable[ox.Quad | ox.Triple]) -> Said:
    """Return the triples but for normalised values, which documents do not have."""
    said: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for quad in quads:
        predicate = str(quad.predicate)
        if "ormalized" not in predicate:
            said[str(quad.subject)].add((predicate, str(quad.object)))
    return said


@pytest.fixture(scope="module")
def document() -> Said:
    text = (DATA / "wikidata-entities/Q42.json").read_bytes()
    (adams,) = read_documents(io.BytesIO(text), "Q42.json")
    return by_subject(entity_triples(adams))


@pytest.fixture(scope="module")
def export() -> Said:
    with (DATA / "q42.ttl").open("rb") as file:
        return by_subject(ox.parse(file, format=ox.RdfFormat.TURTLE))


def shared(document: Said, export: Said, kind: str) -> list[str]:
    return [name for name in document if name.startswith(f"<{WIKIDATA}{kind}") and name in export]


@pytest.mark.parametrize(("kind", "count"), [("value/", 36), ("reference/", 40)])
def test_values_and_references_of_the_same_name_say_the_same(
    document: Said, export: Said, kind: str, count: int
) -> None:
    names = shared(document, export, kind)
    assert len(names) == count
    assert all(document[name] == export[name] for name in names)


def test_statements_say_the_same_unless_somebody_edited_them(document: Said, export: Said) -> None:
    names = shared(document, export, "entity/statement/")
    edited = [name for name in names if document[name] != export[name]]
    assert (len(names), len(edited)) == (226, 70)
    for name in edited:  # what differs is another value, never another way to write it
        ours = {value.split('"')[1] for _, value in document[name] - export[name] if '"' in value}
        theirs = {value.split('"')[1] for _, value in export[name] - document[name] if '"' in value}
        assert not ours & theirs


def test_direct_triples_are_the_same_where_no_statement_was_edited(
    document: Said, export: Said
) -> None:
    entity, compared = f"<{WIKIDATA}entity/Q42>", 0
    for prop in {name for name, _ in document[entity] if "/prop/P" in name}:
        ours, theirs = ({s for p, s in said[entity] if p == prop} for said in (document, export))
        if ours == theirs and all(document[s] == export[s] for s in ours):
            direct = prop.replace("/prop/", "/prop/direct/")
            compared += 1
            assert {v for p, v in document[entity] if p == direct} == {
                v for p, v in export[entity] if p == direct
            }
    assert compared == 139


def test_every_document_of_the_sample_becomes_triples() -> None:
    seen: set[str] = set()
    with lzma.open(DATA / "wikidata-entities.jsonl.xz") as file:
        documents = read_documents(io.BufferedReader(file), "wikidata-entities.jsonl.xz")
        counts = [sum(1 for _ in entity_triples(each, seen=seen)) for each in documents]
    assert len(counts) == 1032
    assert min(counts) > 0


def test_a_document_says_the_same_whatever_was_told_before() -> None:
    files = sorted((DATA / "wikidata-entities").glob("*.json"))[:8]
    documents = [json.loads(file.read_bytes()) for file in files]
    seen: set[str] = set()
    once = by_subject(quad for each in documents for quad in entity_triples(each, seen=seen))
    apart = by_subject(quad for each in documents for quad in entity_triples(each))
    assert once == apart
