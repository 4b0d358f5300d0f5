import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from tertium.batch.spark import SparkEngine, open_session
from tertium.resources import folder

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

FILES = ("people/stalin.ttl", "people/trotsky.ttl", "concepts/ideologies.ttl")
QUICK = {
    "spark_default_parallelism": "1",
    "spark_driver_extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark_driver_memory": "1g",
    "spark_sql_adaptive_enabled": "false",
    "spark_sql_codegen_factoryMode": "NO_CODEGEN",
    "spark_sql_codegen_wholeStage": "false",
    "spark_sql_shuffle_partitions": "1",
}  # little is run, and all of it once
MORE = """
<urn:a> <http://www.wikidata.org/prop/direct/P31> <urn:City> .
<urn:b> <http://www.wikidata.org/prop/direct/P31> <urn:City> .
<urn:a> <http://www.wikidata.org/prop/direct/P9> <urn:c> .
<urn:a> <http://www.wikidata.org/entity/P9> <urn:c> .
<urn:b> <http://www.wikidata.org/prop/direct/P9> <urn:c> .
<urn:b> <urn:size> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:a> <urn:size> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:a> <urn:near> _:x .
_:x <urn:size> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:City> <http://www.wikidata.org/prop/direct/P279> <urn:Place> .
<urn:c> <http://www.wikidata.org/prop/direct/P131> <urn:d> .
<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "A"@en .
<urn:b> <http://www.w3.org/2000/01/rdf-schema#label> "B: _:b"@en .
<urn:a> <http://www.w3.org/2002/07/owl#sameAs> <urn:also-a> .
<urn:r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( <urn:a> <urn:near> <urn:b> )>> .
"""


@pytest.fixture(scope="session")
def spark() -> Iterator["SparkSession"]:
    if find_spec("pyspark") is None:
        pytest.skip("needs PySpark, the extra [spark]")
    if shutil.which("java") is None:
        pytest.skip("needs a Java runtime")
    session = open_session(
        "local[2]",
        **QUICK,
    )
    yield session
    session.stop()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = ox.Store()
    for name in FILES:
        store.bulk_load((folder("data") / name).read_bytes(), ox.RdfFormat.TURTLE)
    path = tmp_path_factory.mktemp("graph") / "small.nt"
    dump = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    path.write_bytes((dump or b"") + MORE.encode())
    return path


@pytest.fixture(scope="session")
def engine(
    spark: "SparkSession", small: Path, tmp_path_factory: pytest.TempPathFactory
) -> SparkEngine:
    work = tmp_path_factory.mktemp("tables").as_uri()
    return SparkEngine.open(spark, [str(small)], work)
