from dataclasses import dataclass, field

from tertium.api.comparing import Comparer
from tertium.api.explaining import explained
from tertium.api.paging import Pager, Wanted
from tertium.api.paths import Pathfinder
from tertium.api.surveying import Surveying
from tertium.errors import SourceUnavailableError
from tertium.model.comparison import Comparison, GraphInfo
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.store.protocol import Answer, GraphStore
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.queries.builders import ex, fixture

SISTER = "http://sister.example.org/sparql"
PAIR = (ex("stalin"), ex("trotsky"))


@dataclass(slots=True)
class Failing(GraphStore):
    """A store that answers until it is told not to."""

    store: GraphStore
    told: list[str] = field(default_factory=list)

    def query(self, sparql: str) -> Answer:
        if self.told:
            raise SourceUnavailableError(SISTER, self.told[0])
        return self.store.query(sparql)


class Late(Pathfinder):
    """When it is asked, the sister no longer answers."""

    def joined(self, comparison: Comparison) -> Comparison:
        reader = self.surveying.reader
        assert isinstance(reader.sister, Failing)
        reader.sister.told.append("gone")
        reader.names((Iri("urn:never-heard-of"),))
        return comparison


def test_a_source_that_fails_when_the_table_is_made_is_on_the_page() -> None:
    graph = fixture("graph.ttl")
    store = RdflibStore(to_graph(graph))
    reader = Reader(store, bundled_catalogue(), ontology=graph, sister=Failing(store))
    comparer = Comparer(reader, Statistics(), GraphInfo())
    assert comparer.compare(PAIR).graph.failed == ()
    page = Pager(comparer, Late(Surveying(reader, Statistics(), 0))).page(PAIR, Wanted())
    assert page.comparison.graph.failed == (SISTER,)
    assert f"{SISTER} could not be asked" in page.render("text")


def test_a_source_that_fails_when_reasons_are_given_is_on_the_page() -> None:
    graph = fixture("graph.ttl")
    store, sister = RdflibStore(to_graph(graph)), Failing(graph)
    reader = Reader(store, bundled_catalogue(), ontology=graph, sister=sister)
    pager = Pager(
        Comparer(reader, Statistics(), GraphInfo()), Pathfinder(Surveying(reader, Statistics(), 0))
    )
    page = pager.page(PAIR, Wanted())
    sister.told.append("gone")
    reader.names((Iri("urn:never-heard-of"),))
    assert page.comparison.graph.failed == ()
    assert explained(page, reader).comparison.graph.failed == (SISTER,)
