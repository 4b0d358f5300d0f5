import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

import pyarrow as pa
import pyoxigraph as ox
import pytest

import tertium
from tertium.api import KnowledgeGraph
from tertium.batch import Failed, Made, Task
from tertium.batch.making import Recipe, make
from tertium.batch.spark.arrow import packed, rows_in
from tertium.batch.spark.deriving import direct
from tertium.batch.spark.descending import Steps, raised
from tertium.batch.spark.digesting import joined_lines
from tertium.batch.spark.facts import FACTS, Kind, task_row
from tertium.batch.spark.lines import written_out
from tertium.batch.spark.numbers import Key, Numbers
from tertium.batch.spark.population import entity_classes
from tertium.batch.spark.reading import (
    COLUMNS,
    of_entities,
    of_lines,
    read_batches,
)
from tertium.batch.spark.worker import Shared, outcome_in, work
from tertium.errors import BadFileError
from tertium.model.terms import Iri
from tertium.store.oxigraph import OxigraphStore
from tertium.store.reads import Reach
from tests.batch.spark.amounts import amounts_of

pytestmark = pytest.mark.xdist_group("spark")  # one session for all

T = TypeVar("T")
Row = tuple[str, ...]
OURS = "https://w3id.org/tertium/id/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True)
class Sent(Generic[T]):
    value: T


def rows_of(batches: Iterable[pa.RecordBatch]) -> list[Row]:
    return list(rows_in(batches))


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    return tertium.open()


@pytest.fixture(scope="module")
def shared(kg: KnowledgeGraph) -> Shared:
    store = kg.reader.store
    assert isinstance(store, OxigraphStore)
    predicates = {quad.predicate.value for quad in store.engine}
    words = store.engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert kg.sidecar is not None
    return Shared(
        info=kg.info,
        labels=kg.sidecar.label_predicates,
        predicates=frozenset(predicates),
        totals=kg.sidecar.totals,
        vocabulary=words or b"",
        steps=Steps({f"<{OURS}stalinism>": (f"<{OURS}communism>",)}, {}),
        recipe=Recipe(),
    )


@dataclass(frozen=True)
class Library:
    store: ox.Store
    amounts: dict[Key, float]

    def found(self, missing: Row) -> Iterator[Row]:
        part, kind, one, two, three, _ = missing
        yield missing
        if kind == Kind.READ.value:
            told = Kind.TRIPLE.value
            for quad in self._quads(Reach(one), two, three):
                yield part, told, str(quad.subject), str(quad.predicate), str(quad.object), ""
        elif (one, two, three) in self.amounts:
            amount = self.amounts[one, two, three]
            yield part, Kind.AMOUNT.value, one, two, three, repr(amount)

    def _quads(self, reach: Reach, text: str, way: str) -> Iterator[ox.Quad]:
        node = ox.BlankNode(text[2:]) if text.startswith("_:") else ox.NamedNode(text[1:-1])
        if reach is Reach.FROM:
            return self.store.quads_for_pattern(node, None, None)
        return self.store.quads_for_pattern(None, ox.NamedNode(way[1:-1]) if way else None, node)


def test_parts_are_made_when_nothing_is_missing_any_more(
    kg: KnowledgeGraph, shared: Shared
) -> None:
    store = kg.reader.store
    assert isinstance(store, OxigraphStore)
    library = Library(store.engine, amounts_of(kg.statistics))
    task = Task(number=7, names=(f"{OURS}lenin", f"{OURS}kamenev"))
    tasks, known, found = [task_row(0, task)], list[Row](), list[Row]()
    for _round in range(20):
        found = rows_of(work(Sent(shared), packed([*tasks, *known], FACTS)))
        if all(row[1] == Kind.OUTCOME.value for row in found):
            break
        assert found[0] == task_row(0, task)
        missing = [row for row in found if row[1] in {Kind.READ.value, Kind.KEY.value}]
        known += [fact for row in missing for fact in library.found(row)]
    (row,) = found
    outcome = outcome_in(row[-1])
    assert isinstance(outcome, Made)
    assert outcome == make(kg, task, Recipe())


def test_a_part_without_tasks_is_passed_over(shared: Shared) -> None:
    facts = [("0", "read", "from", "<urn:a>", "", ""), ("0", "outcome", "1", "", "", "")]
    assert rows_of(work(Sent(shared), packed(facts, FACTS))) == []


def test_what_lies_above_a_missing_thing_is_missing_too(shared: Shared) -> None:
    task = Task(number=0, names=(f"{OURS}stalinism", f"{OURS}trotskyism"))
    found = rows_of(work(Sent(shared), packed([task_row(3, task)], FACTS)))
    assert ("3", "read", "from", f"<{OURS}communism>", "", "") in found


def test_a_failure_is_an_outcome(shared: Shared) -> None:
    (row,) = rows_of(
        work(Sent(shared), packed([task_row(0, Task(number=0, names=("nobody",)))], FACTS))
    )
    outcome = outcome_in(row[-1])
    assert isinstance(outcome, Failed)
    assert outcome.error == "TooFewEntitiesError"


def test_a_number_that_a_graph_has_not_is_missing_once() -> None:
    numbers = Numbers({("links", "<urn:a>", ""): None})
    statistics = numbers.statistics
    assert statistics.rarity is not None
    assert Iri("urn:a") not in statistics.rarity.links
    assert Iri("urn:b") not in statistics.class_sizes
    assert list(numbers.missing) == [("class_sizes", "<urn:b>", "")]
    assert (len(statistics.having), list(statistics.having)) == (0, [])


def test_lines_are_spelt_as_a_store_spells_them() -> None:
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    lines = [b'<urn:a> <urn:b> "01"^^<' + integer.encode() + b"> .", b"", b"_:x <urn:b> _:x ."]
    assert sorted(of_lines(lines, name="a.nt", scope="f1")) == [
        ("<urn:a>", "<urn:b>", f'"1"^^<{integer}>'),
        ("_:f1x", "<urn:b>", "_:f1x"),
    ]


def test_a_bad_line_is_told_with_its_file() -> None:
    with pytest.raises(BadFileError, match=r"a\.nt: .* in a line that starts '<urn:a> nonsense'"):
        of_lines([b"<urn:a> nonsense"], name="a.nt", scope="")


def test_entities_are_read_line_by_line() -> None:
    entity = {"id": "Q1", "type": "item", "labels": {"en": {"language": "en", "value": "one"}}}
    lines = [b"[", json.dumps(entity).encode() + b",", b"]"]
    read = read_batches(
        partial(of_entities, name="dump.json"),
        [pa.RecordBatch.from_arrays([pa.array(lines, pa.binary())], ["value"])],
    )
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    assert ("<http://www.wikidata.org/entity/Q1>", label, '"one"@en') in rows_of(read)


@pytest.mark.parametrize("line", [b'{"id": "Q1"', b'{"id": "Q1", "type": 1}'])
def test_a_bad_entity_is_told_with_its_file(line: bytes) -> None:
    with pytest.raises(BadFileError, match=r"^dump\.json: "):
        of_entities([line], name="dump.json")


def test_statement_nodes_say_what_they_say_directly() -> None:
    parts = zip(("subject", "predicate", "object"), ("urn:a", "urn:b", "urn:c"), strict=True)
    rows = [("<urn:s>", f"<{RDF}{part}>", f"<{iri}>") for part, iri in parts]
    assert rows_of(direct(packed(rows, COLUMNS))) == [("<urn:a>", "<urn:b>", "<urn:c>")]


def test_each_statement_counts_once_for_whatever_lies_above_its_value() -> None:
    steps = Steps({"<urn:a>": ("<urn:b>",), "<urn:k>": ("<urn:b>",)}, {"<urn:a>": ("<urn:w>",)})
    rows = [("<urn:p>", "<urn:k>", "<urn:a>", "2"), ("<urn:p>", "<urn:k>", "", "1")]
    found = rows_of(raised(Sent(steps), packed(rows, ("property", "kinds", "own", "times"))))
    assert {(row[1], row[2]) for row in found} == {
        ("<urn:a>", "2"),
        ("<urn:b>", "3"),
        ("<urn:k>", "3"),
        ("<urn:w>", "2"),
    }
    assert steps.ends == {"<urn:a>", "<urn:b>", "<urn:k>", "<urn:w>"}


def test_lines_pass_together() -> None:
    assert rows_of(joined_lines(packed([("a",), ("b",)], ("line",)))) == [("a\nb",)]


def test_what_serves_to_state_something_is_no_class() -> None:
    rows = [("<urn:City>",), (f"<{RDF}Statement>",)]
    assert rows_of(entity_classes(packed(rows, ("class",)))) == [("<urn:City>",)]


def test_rows_are_lines_again() -> None:
    assert written_out([("<urn:a>", "<urn:b>", '"c"')]) == b'<urn:a> <urn:b> "c" .\n'
