"""The script that a user would write with rdflib: a SPARQL query for each question.

It compares two entities of a Wikibase by their best-ranked statements: what is said of each, what
things are called, what both have, and how common all that is, so that rows can be ranked. It works
on any rdflib graph. Run `python -m benchmarks.peers.rdflib_script FILE A B`.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from math import log

from rdflib import Graph, URIRef
from rdflib.term import Node

__all__ = ["Counting", "Line", "compare", "statements"]

PREFIXES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
"""

Said = dict[str, set[Node]]
"""The values of one entity by direct predicate."""


class Counting(Enum):
    """What is counted in the whole graph to rank rows by."""

    NOTHING = "rows, not ranked"
    VALUES = "rows, ranked by shared values"
    ALL = "rows, ranked by properties and values"


@dataclass
class Line:
    """A row of the table: a property with the values of both, and what it is worth."""

    label: str
    left: list[str]
    right: list[str]
    shared: list[str]
    score: float


def compare(graph: Graph, left: str, right: str, counting: Counting = Counting.ALL) -> list[Line]:
    """Return the table of two entities, the most telling row first."""
    said = statements(graph, left), statements(graph, right)
    properties = said[0].keys() | said[1].keys()
    values = {value for one in said for found in one.values() for value in found}
    names = {value: label_of(graph, value) for value in values}
    both = shared(graph, left, right)
    scores = scored(graph, (left, right), both, properties=properties, counting=counting)
    lines = [
        Line(
            label=label_of_property(graph, direct),
            left=sorted(names[value] for value in said[0].get(direct, ())),
            right=sorted(names[value] for value in said[1].get(direct, ())),
            shared=sorted(names[value] for value in both.get(direct, ())),
            score=scores.get(direct, 0.0),
        )
        for direct in sorted(properties)
    ]
    return sorted(lines, key=lambda line: -line.score)


def statements(graph: Graph, entity: str) -> Said:
    """Return what is said of an entity."""
    return said_by(
        graph.query(
            f"""{PREFIXES} SELECT ?direct ?value WHERE {{
              <{entity}> ?direct ?value . ?property wikibase:directClaim ?direct }}"""
        )
    )


def shared(graph: Graph, left: str, right: str) -> Said:
    """Return what is said of both."""
    return said_by(
        graph.query(
            f"""{PREFIXES} SELECT ?direct ?value WHERE {{
              <{left}> ?direct ?value . <{right}> ?direct ?value .
              ?property wikibase:directClaim ?direct }}"""
        )
    )


def label_of(graph: Graph, value: Node) -> str:
    """Return what a value is called."""
    if not isinstance(value, URIRef):
        return str(value)
    return label(graph, f"<{value}> rdfs:label ?label", str(value))


def label_of_property(graph: Graph, direct: str) -> str:
    """Return what a property is called."""
    pattern = f"?property wikibase:directClaim <{direct}> ; rdfs:label ?label"
    return label(graph, pattern, direct)


def label(graph: Graph, pattern: str, otherwise: str) -> str:
    """Return the first English label that fits a pattern."""
    text = f'{PREFIXES} SELECT ?label WHERE {{ {pattern} FILTER(LANG(?label) = "en") }}'
    return next((str(found) for (found,) in rows(graph, text)), otherwise)


def scored(
    graph: Graph,
    entities: tuple[str, str],
    both: Said,
    *,
    properties: Iterable[str],
    counting: Counting,
) -> dict[str, float]:
    """Return what each property is worth: rare values in common, properties that are usual."""
    if counting is Counting.NOTHING:
        return {}
    scores = {
        direct: sum(1 / (1 + log(having_value(graph, direct, value))) for value in values)
        for direct, values in both.items()
    }
    if counting is Counting.ALL:
        for kind in kinds(graph, entities):
            size = having_kind(graph, kind)
            for direct in properties:
                share = having_property(graph, kind, direct) / size
                scores[direct] = scores.get(direct, 0.0) + share
    return scores


def kinds(graph: Graph, entities: tuple[str, str]) -> list[str]:
    """Return the classes of two entities."""
    left, right = entities
    text = f"""{PREFIXES} SELECT DISTINCT ?kind WHERE {{
      VALUES ?entity {{ <{left}> <{right}> }} ?entity wdt:P31 ?kind }} ORDER BY ?kind"""
    return [str(kind) for (kind,) in rows(graph, text)]


def having_kind(graph: Graph, kind: str) -> int:
    """Return how many entities are of a class."""
    return number(graph, f"?entity wdt:P31 <{kind}>")


def having_property(graph: Graph, kind: str, direct: str) -> int:
    """Return how many entities of a class have a property."""
    return number(graph, f"?entity wdt:P31 <{kind}> ; <{direct}> ?value")


def having_value(graph: Graph, direct: str, value: Node) -> int:
    """Return how many entities have a value."""
    return number(graph, f"?entity <{direct}> {value.n3()}")


def number(graph: Graph, pattern: str) -> int:
    """Return how many entities fit a pattern."""
    text = f"{PREFIXES} SELECT (COUNT(DISTINCT ?entity) AS ?count) WHERE {{ {pattern} }}"
    return next(int(str(count)) for (count,) in rows(graph, text))


def said_by(found: Iterable[object]) -> Said:
    """Return values by predicate."""
    said: Said = {}
    for row in found:
        if isinstance(row, tuple):
            said.setdefault(str(row[0]), set()).add(row[1])
    return said


def rows(graph: Graph, text: str) -> Iterable[tuple[Node, ...]]:
    """Yield the rows that a query answers."""
    return (tuple(row) for row in graph.query(text) if isinstance(row, tuple))


def main() -> None:
    """Print the table of two entities of a file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file")
    parser.add_argument("entities", nargs=2, metavar="ENTITY")
    chosen = parser.parse_args()
    for line in compare(Graph().parse(chosen.file), *chosen.entities):
        print(f"{line.score:.2f} {line.label}: {line.left} | {line.right}")


if __name__ == "__main__":
    main()
