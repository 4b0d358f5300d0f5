"""Small neighbourhoods, one edge a line: "a knows b"."""

from collections.abc import Mapping

from tertium.connect import Chain, Network, Scale, chains, network
from tertium.model.neighbourhood import Edge, Neighbourhood
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri, Term

__all__ = ["A", "B", "edge", "found", "hood", "nodes_of", "scale", "woven"]

A, B = Iri("urn:a"), Iri("urn:b")


def edge(text: str) -> Edge:
    return Edge(*(Iri(f"urn:{word}") for word in text.split()))


def hood(*lines: str, crowds: Mapping[str, int] | None = None) -> Neighbourhood:
    counted = {
        (Iri(f"urn:{pair.split()[0]}"), Iri(f"urn:{pair.split()[1]}")): count
        for pair, count in (crowds or {}).items()
    }
    return Neighbourhood(edges=frozenset(map(edge, lines)), crowds=counted)


def scale(
    population: int = 10_000,
    *,
    silent: str = "",
    sharing: Mapping[tuple[str, str], int] | None = None,
    crowding: Mapping[str, float] | None = None,
) -> Scale:
    shared: dict[tuple[Iri, Term], int] = {
        (Iri(f"urn:{p}"), Iri(f"urn:{v}")): n for (p, v), n in (sharing or {}).items()
    }
    crowds = {Iri(f"urn:{p}"): n for p, n in (crowding or {}).items()}
    return Scale(
        population=population,
        statistics=Statistics(sharing=shared, crowding=crowds),
        silent=frozenset(Iri(f"urn:{name}") for name in silent.split()),
    )


def woven(around: Neighbourhood, by: Scale | None = None) -> Network:
    return network(around, (A, B), by or scale())


def found(around: Neighbourhood, by: Scale | None = None, *, steps: int = 4) -> tuple[Chain, ...]:
    return tuple(chains(woven(around, by), steps=steps))


def nodes_of(chain: Chain) -> str:
    return " ".join(node.removeprefix("urn:") for node in chain.nodes)
