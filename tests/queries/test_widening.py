from tertium.model.schema import Schema
from tertium.queries.catalogue import Catalogue
from tertium.queries.climbing import Climber
from tertium.queries.gathering import QueryGatherer
from tertium.queries.widening import Widener
from tests.queries.builders import ex, graph, tt


def test_classes_of_the_graph_lie_below_those_that_are_known(catalogue: Catalogue) -> None:
    river, water, place = ex("river"), ex("water"), ex("place")
    known = Schema(superclasses={place: frozenset({tt("Place")})})
    steps = "ex:river rdfs:subClassOf ex:water . ex:water rdfs:subClassOf ex:place , ex:river ."
    widener = Widener(known, Climber(QueryGatherer(graph(steps), catalogue)))
    assert dict(widener.widened((ex("idea"),)).superclasses) == known.superclasses
    for _ in ("at first", "remembered"):
        wide = widener.widened((river,))
        assert dict(wide.superclasses) == {
            iri: frozenset({tt("Place")}) for iri in (river, water, place)
        }
