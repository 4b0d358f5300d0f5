"""All patterns of one branch over a small graph, and which are true, by brute force."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, combinations_with_replacement

from tertium.model.pattern import Branch, Constant, Edge, Nested, Range, Recorded
from tertium.model.terms import BlankNode, Iri, Term
from tertium.patterns import Around
from tertium.patterns.readings import Reading, reading


def true_of(branch: Branch, thing: Term, graph: Around) -> bool:
    values = graph.arcs.get(thing, {}).get(branch.edge, ())
    return any(satisfies(branch, value, graph) for value in values)


def satisfies(branch: Branch, value: Term, graph: Around) -> bool:
    match branch.constraint:
        case Constant(term):
            return value == term
        case Nested(inside):
            return all(true_of(one, value, graph) for one in inside)
        case Range(measured=measured, low=low, high=high, strict=strict):
            read = reading(value)
            if read is None or read.measured is not measured:
                return False
            inner = (low is None or low < read.number) and (high is None or read.number < high)
            return inner or (not strict and read.number in {low, high})
        case _:
            return True


def edges(graph: Around, things: tuple[Iri, ...]) -> list[Edge]:
    return sorted({edge for thing in things for edge in graph.arcs.get(thing, {})})


def language(graph: Around, things: tuple[Iri, ...]) -> Iterator[Branch]:
    """Yield every branch that may be said of things, without ranges.

    What points at a thing is said by name only.
    """
    inner = [
        Branch(edge, Constant(term))
        for node in graph.arcs
        if node not in graph.things
        for edge, terms in graph.arcs[node].items()
        for term in terms
    ]
    for edge in edges(graph, things):
        values = {v for thing in things for v in graph.arcs.get(thing, {}).get(edge, ())}
        for value in sorted(values, key=repr):
            if not isinstance(value, BlankNode):
                yield Branch(edge, Constant(value))
        if edge.inverse:
            continue
        yield Branch(edge, Recorded())
        for size in range(1, 5):
            for some in combinations(dict.fromkeys(inner), size):
                yield Branch(edge, Nested(some))


def readings(graph: Around, thing: Iri, edge: Edge) -> list[Reading]:
    return [one for one in map(reading, graph.arcs.get(thing, {}).get(edge, ())) if one]


def implied(branch: Branch, by: Branch, graph: Around) -> bool:
    """Return whether a branch is true of whatever another is, in this graph."""
    if branch.edge != by.edge:
        return False
    match by.constraint, branch.constraint:
        case _, Recorded():
            return True
        case Constant(term), _:
            return satisfies(branch, term, graph)
        case Nested(more), Nested(fewer):
            return set(fewer) <= set(more)
        case Range() as inner, Range() as outer:
            return inner.measured is outer.measured and within(inner, outer)
        case _:
            return False


def within(inner: Range, outer: Range) -> bool:
    low = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    return low and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


def ranges(graph: Around, things: tuple[Iri, ...]) -> Iterator[Branch]:
    """Yield every range between readings of things, on each scale."""
    for edge in edges(graph, things):
        found = {one for thing in things for one in readings(graph, thing, edge)}
        for low, high in combinations_with_replacement(sorted(found), 2):
            if low.measured is high.measured:
                bounds = Range(measured=low.measured, low=low.number, high=high.number)
                yield Branch(edge, bounds)


def narrower(bounds: Range, numbers: list[Decimal]) -> Iterator[Range]:
    """Yield the ranges between the numbers which are narrower."""
    for low, high in combinations(sorted(set(numbers)), 2):
        one = Range(measured=bounds.measured, low=low, high=high)
        if (
            bounds.low is not None
            and bounds.high is not None
            and high - low < bounds.high - bounds.low
        ):
            yield one
