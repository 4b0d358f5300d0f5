"""A graph of all shapes, small enough to be edited at random and compared anew each time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final

import pyoxigraph as ox

from tertium.api import KnowledgeGraph
from tertium.batch.evidence.witness import Witness
from tertium.batch.facts import Fact
from tertium.errors import TertiumError
from tertium.model.comparison import GraphInfo
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.prefixes import PREFIXES
from tertium.queries.reader import Reader
from tertium.store.oxigraph import OxigraphStore
from tertium.store.sidecar import build_sidecar

__all__ = ["PAIRS", "Made", "edited", "made", "opened", "page_of", "world"]

_FIXTURES: Final = Path(__file__).parents[2] / "fixtures"
_EX: Final = PREFIXES["ex"]
_PLACE: Final = "http://lakes.example.org/place/"
_WD: Final = PREFIXES["wd"]
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
PAIRS: Final = (
    ("Joseph Stalin", "Leon Trotsky"),
    (f"{_EX}caesar", f"{_EX}pompey"),
    (f"{_EX}stalin", "Caesar"),
    ("Q9000001", "Q9000002"),
    ("Q9000003", "Q9000010"),
    (f"{_PLACE}alder", f"{_PLACE}birch"),
    (f"{_PLACE}birch", "Cedar"),
    (f"{_EX}trotsky", "Q9000001"),
    (f"{_EX}pompey", f"{_PLACE}cedar"),
    ("Nobody Anywhere", "Pompey"),
)
_MORE: Final = f"""
<{_EX}pompey> <{_OWL}sameAs> <http://elsewhere.example.org/pompey> .
<http://elsewhere.example.org/pompey> <http://lakes.example.org/ns#code> "P 1" .
<http://lakes.example.org/ns#twinTown> <{_OWL}equivalentProperty> <http://lakes.example.org/ns#p> .
<{_EX}caesar> <http://lakes.example.org/ns#p> <{_PLACE}alder> .
<{_EX}pompey> <http://lakes.example.org/ns#p> <{_PLACE}birch> .
<{_EX}stalinism> <http://www.w3.org/2004/02/skos/core#broader> <{_EX}marxism> .
"""

Made = tuple[str, tuple[Fact, ...]]
"""The document of a page but for its version, or why there is none, with its evidence."""


def world() -> list[str]:
    """Return the lines of the graph, sorted."""
    store = ox.Store()
    for name in ("graph", "wikibase", "plain"):
        store.load((_FIXTURES / f"{name}.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    store.load(_MORE, format=ox.RdfFormat.N_TRIPLES)
    return sorted((store.dump(format=ox.RdfFormat.N_QUADS) or b"").decode().splitlines())


def opened(lines: Sequence[str]) -> KnowledgeGraph:
    """Return the graph of some lines; its blank nodes have other labels each time."""
    text = "\n".join(lines)
    store = OxigraphStore()
    store.engine.extend(ox.parse(text, format=ox.RdfFormat.N_QUADS, rename_blank_nodes=True))
    store.derive(bundled_catalogue()["derive/direct-triples"].text)
    version = store.digest()
    sidecar = build_sidecar(store.engine, None, version=version)
    reader = Reader(
        store, bundled_catalogue(), labels=sidecar.label_predicates, graphs=store.has_graphs
    )
    return KnowledgeGraph(reader, info=GraphInfo(id="world", version=version), sidecar=sidecar)


def made(graph: KnowledgeGraph, pairs: Sequence[tuple[str, ...]] = PAIRS) -> Iterator[Made]:
    """Yield what becomes of each pair in turn."""
    witness = Witness(graph)
    for pair in pairs:
        yield page_of(witness, pair), witness.evidence()


def page_of(graph: KnowledgeGraph, pair: tuple[str, ...]) -> str:
    """Return the document of a page but for the version of its graph, or why there is none."""
    try:
        return graph.compare(*pair).to_json().replace(graph.info.version, "")
    except TertiumError as error:
        return str(error)


def edited(lines: Sequence[str], random: Random) -> tuple[str, list[str]]:
    """Return a graph with one thing changed, and what that is."""
    kind = random.choice([*_EDITS])
    found = [*lines]
    _EDITS[kind](found, random)
    return kind, sorted(set(found))


def _drop(lines: list[str], random: Random) -> None:
    del lines[random.randrange(len(lines))]


def _drop_of_statement(lines: list[str], random: Random) -> None:
    some = [line for line in lines if "statement/" in line.split(" ", 1)[0]]
    lines.remove(random.choice(some))


def _swap(lines: list[str], random: Random) -> None:
    """Give a triple the object of another with the same predicate."""
    one = random.choice(lines)
    subject, predicate, _ = one.split(" ", 2)
    ends = [line.split(" ", 2)[2] for line in lines if line.split(" ", 2)[1] == predicate]
    lines.remove(one)
    lines.append(f"{subject} {predicate} {random.choice(ends)}")


def _lend(lines: list[str], random: Random) -> None:
    """Say something of another subject, too."""
    subjects = sorted({line.split(" ", 1)[0] for line in lines})
    lines.append(f"{random.choice(subjects)} {random.choice(lines).split(' ', 1)[1]}")


def _reword(lines: list[str], random: Random) -> None:
    """Change a text, be it a label, a date, a number or a place in a source."""
    texts = [line for line in lines if ' "' in line]
    one = random.choice(texts)
    start, text = one.split(' "', 1)
    place = next((n for n, sign in enumerate(text) if sign.isalnum()), None)
    if place is not None:
        sign = "7" if text[place].isdigit() else "x"
        lines.remove(one)
        lines.append(f'{start} "{text[:place]}{sign}{text[place + 1 :]}')


def _join(lines: list[str], random: Random) -> None:
    """Link two things: as the same, as narrower, or as properties of one meaning."""
    way = random.choice(
        (f"{_OWL}sameAs", f"{_RDFS}subClassOf", f"{_OWL}equivalentProperty", f"{_OWL}inverseOf")
    )
    position = 1 if "Property" in way or "inverse" in way else 0
    things = sorted(
        {part for line in lines if (part := line.split(" ", 2)[position]).startswith("<")}
    )
    lines.append(f"{random.choice(things)} <{way}> {random.choice(things)} .")


def _climb(lines: list[str], random: Random) -> None:
    """Add or take away a step to something wider."""
    steps = [line for line in lines if "subClassOf" in line or "broader" in line or "P279" in line]
    if random.random() < 0.5:
        lines.remove(random.choice(steps))
        return
    ends = sorted({part for line in steps for part in line.split(" ")[:3:2]})
    objects = sorted({line.split(" ", 2)[2][:-2] for line in lines})
    objects = [one for one in objects if one.startswith("<")]
    lines.append(f"{random.choice(objects)} <{_RDFS}subClassOf> {random.choice(ends)} .")


def _point(lines: list[str], random: Random) -> None:
    """Let something new point at what pages speak of: it counts, and may lie on a path."""
    one = random.choice([line for line in lines if line.endswith("> .")])
    number = random.randrange(1000)
    _, rest = one.split(" ", 1)
    lines.append(f"<{_EX}new{number}> {rest}")
    lines.append(f'<{_EX}new{number}> <{_RDFS}label> "New {number}"@en .')


_EDITS: Final[Mapping[str, Callable[[list[str], Random], None]]] = {
    "drop": _drop,
    "drop of a statement": _drop_of_statement,
    "swap": _swap,
    "lend": _lend,
    "reword": _reword,
    "join": _join,
    "climb": _climb,
    "point": _point,
}
