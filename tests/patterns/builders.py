from decimal import Decimal

from hypothesis import strategies as st

from tertium.model.pattern import Branch, Constant, Edge, Measured, Nested, Range, Recorded
from tertium.model.terms import XSD, BlankNode, Iri, Literal, Term
from tertium.patterns import Around

GYEAR = Iri(XSD + "gYear")
INTEGER = Iri(XSD + "integer")
DECIMAL = Iri(XSD + "decimal")


def iri(name: str) -> Iri:
    return Iri(f"urn:{name}")


def edge(name: str) -> Edge:
    return Edge(iri(name.removeprefix("^")), inverse=name.startswith("^"))


def year(number: int) -> Literal:
    return Literal(f"{number:04}", GYEAR)


def number(amount: int) -> Literal:
    return Literal(str(amount), INTEGER)


def is_(name: str, term: Term | str) -> Branch:
    return Branch(edge(name), Constant(iri(term) if isinstance(term, str) else term))


def something(name: str, *inside: Branch) -> Branch:
    return Branch(edge(name), Nested(inside))


def recorded(name: str) -> Branch:
    return Branch(edge(name), Recorded())


def years(name: str, low: int, high: int) -> Branch:
    bounds = Range(measured=Measured.YEAR, low=Decimal(low), high=Decimal(high))
    return Branch(edge(name), bounds)


def around(*triples: tuple[str, str, Term | str], things: tuple[str, ...] = ()) -> Around:
    arcs: dict[Term, dict[Edge, tuple[Term, ...]]] = {}
    for subject, name, value in triples:
        known = arcs.setdefault(iri(subject), {})
        end = iri(value) if isinstance(value, str) else value
        known[edge(name)] = (*known.get(edge(name), ()), end)
    return Around(arcs, frozenset(map(iri, things)))


def even(_: Branch) -> float:
    return 1.0


THINGS = ("a", "b", "c")
_ENDS = st.one_of(
    st.sampled_from(["x", "y", "z"]),
    st.sampled_from([year(1870), year(1879), number(3), number(5), BlankNode("n")]),
)
_ROOTS = st.tuples(st.sampled_from(THINGS), st.sampled_from(["p", "q"]), _ENDS)
_POINTING = st.tuples(
    st.sampled_from(THINGS), st.sampled_from(["^p", "^m"]), st.sampled_from(["x", "y", "z"])
)
_INNER = st.tuples(
    st.sampled_from(["x", "y", "z"]), st.sampled_from(["r", "t"]), st.sampled_from(["u", "v", "w"])
)
GRAPHS = st.builds(
    lambda outer, pointing, inner: around(*outer, *pointing, *inner, things=THINGS),
    st.lists(_ROOTS, min_size=2, max_size=12, unique=True),
    st.lists(_POINTING, max_size=4, unique=True),
    st.lists(_INNER, max_size=7, unique=True),
)
