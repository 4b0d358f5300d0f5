import json
import lzma
from dataclasses import replace
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tertium
from tertium.api import KnowledgeGraph
from tertium.api.paging import Wanted
from tertium.batch import Form, OfClass, OfTable, Order, Task, make_pages
from tertium.batch.folder import Folder
from tertium.batch.making import Recipe
from tertium.batch.pairing import Given, Pairs
from tertium.batch.planning import Part
from tertium.batch.spark import SparkEngine, open_session
from tertium.batch.spark.labelling import label_predicates
from tertium.batch.spark.leading import leading
from tertium.batch.spark.listing import graph_knowing
from tertium.batch.spark.population import Population
from tertium.batch.spark.reading import TRIPLES, read_triples
from tertium.batch.spark.sources import source_files
from tertium.batch.spark.tables import Tables
from tertium.errors import (
    BadFileError,
    BadParameterError,
    LimitError,
    SourceUnavailableError,
    UnknownFormatError,
)
from tests.batch.spark.amounts import amounts_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.xdist_group("spark")  # one session for all

OURS = "https://w3id.org/tertium/id/"
SHARED = Path(__file__).parents[4] / "shared" / "data" / "wikidata-entities.jsonl.xz"
ORDER = Order(forms=frozenset({Form.HTML, Form.PARQUET}), witnessed=False)


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def made(engine: SparkEngine, pairs: Pairs, folder: Path) -> None:
    with engine.graph_for(pairs) as graph:
        make_pages(graph, pairs, folder, order=ORDER, engine=engine)


@pytest.fixture(scope="session")
def local(small: Path) -> KnowledgeGraph:
    return tertium.open(str(small))


def test_a_graph_has_the_version_that_it_has_here(
    engine: SparkEngine, local: KnowledgeGraph
) -> None:
    assert engine.info == local.info


def test_numbers_are_those_of_a_sidecar_to_the_last_bit(
    engine: SparkEngine, local: KnowledgeGraph
) -> None:
    rows = engine.graph.numbers.collect()
    assert {(row[0], row[1], row[2]): row[3] for row in rows} == amounts_of(local.statistics)
    assert len(rows) == engine.graph.numbers.distinct().count()
    assert local.sidecar is not None
    assert engine.graph.about.entities == local.sidecar.totals["entities"]
    assert engine.graph.about.labels == local.sidecar.label_predicates


def test_a_folder_is_the_same_byte_for_byte(
    engine: SparkEngine, local: KnowledgeGraph, tmp_path: Path
) -> None:
    table = tmp_path / "pairs.csv"
    rows = [(f"{OURS}stalin", f"{OURS}trotsky"), ("urn:a", "urn:b"), ("urn:nobody", "urn:a")]
    again = [("urn:b", "urn:also-a"), ("urn:a", "urn:also-a")]
    table.write_text("".join(f"{one},{other}\n" for one, other in [*rows, *again]))
    make_pages(local, OfTable(path=table), tmp_path / "here", order=ORDER)
    made(engine, OfTable(path=table), tmp_path / "there")
    assert len((tmp_path / "there" / "failures.jsonl").read_text().splitlines()) == 2
    assert content(tmp_path / "here") == content(tmp_path / "there")


def test_pairs_of_a_class_are_not_looked_for(engine: SparkEngine) -> None:
    with pytest.raises(BadParameterError, match="a table of pairs"):
        engine.graph_for(OfClass(kind="urn:City"))


def test_days_are_not_told_apart(engine: SparkEngine, tmp_path: Path) -> None:
    with pytest.raises(BadParameterError, match="at any time"):
        next(engine.made((), Recipe(wanted=Wanted(at="1922")), Folder(tmp_path)))


def test_after_so_many_rounds_it_is_given_up(engine: SparkEngine) -> None:
    hasty = replace(engine.gathering(Recipe()), rounds=1)
    task = Task(number=0, names=("urn:a", "urn:b"))
    with pytest.raises(LimitError, match="still missing after 1 rounds"):
        hasty.outcomes("hasty", [Part(0, (task,))])
    with (
        pytest.raises(LimitError, match="what they mean"),
        graph_knowing(Given([task.names]), hasty),
    ):
        pass


def test_without_java_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SourceUnavailableError, match="Spark needs Java"):
        open_session("local[1]")


def test_what_spark_fails_of_is_told_on_one_line(spark: "SparkSession", tmp_path: Path) -> None:
    tables = Tables(spark, tmp_path.as_uri())
    with pytest.raises(SourceUnavailableError, match=r"Spark cannot be read: .*nowhere"):
        tables.written("some", lambda: spark.read.parquet((tmp_path / "nowhere").as_uri()))
    made = tables.written("two", lambda: spark.range(2).toDF("number"))
    assert tables.written("two", lambda: spark.range(9).toDF("number")).count() == made.count()


def test_of_what_half_the_graph_points_at_the_first_are_kept(spark: "SparkSession") -> None:
    crowd = [(f"<urn:{number:03}>", "<urn:in>", "<urn:hub>") for number in range(300)]
    nameless = [(f"_:{number}", "<urn:in>", "<urn:hub>") for number in range(5)]
    subject = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#subject>"
    nodes = [(f"<urn:s{number}>", subject, "<urn:hub>") for number in range(9)]
    rest = [("<urn:000>", "<urn:in>", '"text"'), ("<urn:000>", "<urn:of>", "_:1")]
    table = spark.createDataFrame([*crowd, *nameless, *nodes, *rest], TRIPLES)
    kept = {tuple(row) for row in leading(table, most=4).collect()}
    assert kept == {*crowd[:4], *nameless[:4], *nodes, rest[1]}


def test_real_entities_of_wikidata_are_compared_alike(
    spark: "SparkSession", tmp_path: Path, *, whole: bool
) -> None:
    if not SHARED.exists():
        pytest.skip("needs wikidata-entities.jsonl.xz in ../shared/data")
    if not whole:
        pytest.skip("takes a minute: --whole")
    dump = tmp_path / "entities.jsonl"
    with lzma.open(SHARED, "rb") as packed:
        people = [line for line in packed if b'"type":"item"' in line[:40]]
        dump.write_bytes(b"".join(islice(people, 12)))
    names = [json.loads(line)["id"] for line in dump.read_bytes().splitlines()]
    pairs = Given([(f"wd:{one}", f"wd:{other}") for one, other in pairwise(names[:3])])
    engine = SparkEngine.open(spark, [str(dump)], (tmp_path / "tables").as_uri())
    local = tertium.open(str(dump))
    make_pages(local, pairs, tmp_path / "here", order=ORDER)
    made(engine, pairs, tmp_path / "there")
    rows = engine.graph.numbers.collect()
    assert {(row[0], row[1], row[2]): row[3] for row in rows} == amounts_of(local.statistics)
    assert content(tmp_path / "here") == content(tmp_path / "there")


def test_a_folder_may_hold_triples_tables_and_entities(
    spark: "SparkSession", tmp_path: Path
) -> None:
    row = ("<urn:a>", "<urn:b>", '"01"^^<http://www.w3.org/2001/XMLSchema#integer>')
    spark.createDataFrame([row], TRIPLES).write.parquet((tmp_path / "b.parquet").as_uri())
    (tmp_path / "a.nt").write_text("<urn:a> <urn:b> _:x .\n")
    (tmp_path / "c.json").write_text(
        '{"id": "Q1", "type": "item", "labels": {"de": {"language": "de", "value": "eins"}}}'
    )
    (tmp_path / "README").write_text("no data")
    files = source_files(spark, [str(tmp_path)])
    assert [file.name for file in files if "parquet" not in file.name] == ["a.nt", "c.json"]
    found = {tuple(row) for row in read_triples(spark, files).collect()}
    assert found > {
        ("<urn:a>", "<urn:b>", "_:f0x"),
        ("<urn:a>", "<urn:b>", '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    }


def test_a_bad_line_is_told_with_its_file(spark: "SparkSession", tmp_path: Path) -> None:
    (tmp_path / "bad.nt").write_text("<urn:a> nonsense .\n")
    with pytest.raises(BadFileError, match=r"bad\.nt: .*nonsense"):
        SparkEngine.open(spark, [str(tmp_path / "bad.nt")], (tmp_path / "tables").as_uri())


def test_what_is_not_there_or_of_no_known_syntax_is_refused(
    spark: "SparkSession", tmp_path: Path
) -> None:
    (tmp_path / "a.ttl").write_text("")
    with pytest.raises(SourceUnavailableError, match="no such file"):
        source_files(spark, [str(tmp_path / "nowhere.nt")])
    with pytest.raises(UnknownFormatError, match=r"a\.ttl"):
        source_files(spark, [str(tmp_path / "a.ttl")])


def test_predicates_called_like_names_lead_to_names(spark: "SparkSession") -> None:
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    rows = [
        ("<urn:a>", kind, "<urn:City>"),
        ("<urn:a>", "<urn:name>", '"A"'),
        ("<urn:a>", "<urn:title>", "<urn:b>"),
    ]
    table = spark.createDataFrame(rows, TRIPLES)
    predicates = [row[1][1:-1] for row in rows]
    population = Population.of(table, predicates)
    assert label_predicates(table, predicates, population) == ("urn:name",)
    assert label_predicates(table, predicates[:1], population) == ()
