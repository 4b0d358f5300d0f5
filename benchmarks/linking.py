"""How well names are linked, and how quickly: `python -m benchmarks.linking STORE`.

The names are those of the development set; STORE is the Wikidata subset, loaded. Quality is counted
over rows whose thing has a label in the graph, and over all rows: there, nothing should be linked
where the thing has none. Speed is a ratio to two peers in the same run: a question for names that
contain the text, in SPARQL, and a fuzzy search over all labels by rapidfuzz.
"""

import csv
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from rapidfuzz import fuzz, process

import tertium
from tertium.model.link import Given, Linking, LinkOutcome, LinkQuery
from tertium.queries.prefixes import expand

NAMES: Final = Path(__file__).parents[2] / "shared" / "data" / "linking-dev.tsv"
_PEERS: Final = 20
_NAIVE: Final = """SELECT DISTINCT ?thing WHERE {
  VALUES ?by { rdfs:label skos:altLabel } ?thing ?by ?name FILTER(CONTAINS(LCASE(?name), "%s")) }"""
_PREFIXES: Final = (
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)
_EVIDENCE: Final = {"birth_date": expand("wdt:P569"), "country": expand("wdt:P27")}

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """How many names were linked at all and rightly, of how many; first: the best candidate."""

    rows: int
    first: int
    matched: int
    right: int

    def __str__(self) -> str:
        """Return the columns of the table."""
        precision, recall = self.right / max(1, self.matched), self.right / max(1, self.rows)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        first = self.first / max(1, self.rows)
        return f"{self.rows} | {first:.3f} | {precision:.3f} | {recall:.3f} | {f1:.3f}"


def main(store: str) -> None:
    """Print the tables."""
    if not NAMES.exists():
        sys.exit(f"skipped: there is no {NAMES.name}")
    with NAMES.open(encoding="utf-8") as file:
        rows = tuple(csv.DictReader(file, delimiter="\t"))
    kg = tertium.open(store)
    print(
        "| names | rows | top-1 | precision of matches | recall | F1 |\n|---|---|---|---|---|---|"
    )
    for title, spelt, evidence in _tasks():
        linkings = tuple(kg.link_all(_queries(rows, spelt, evidence)))
        for part, wanted in (("labelled", "yes"), ("all", "")):
            pairs = [
                (row, linking)
                for row, linking in zip(rows, linkings, strict=True)
                if wanted in row["gold_has_label_in_subset"]
            ]
            print(f"| {title}, {part} | {_scored(pairs)} |")
    _speed(kg, [row["name"] for row in rows])


def _tasks() -> Iterator[tuple[str, Callable[[str, Random], str], Sequence[str]]]:
    yield "name", _as_given, ()
    yield "name, birth", _as_given, ("birth_date",)
    yield "name, birth, country", _as_given, ("birth_date", "country")
    yield "misspelt, birth, country", _misspelt, ("birth_date", "country")
    yield "reordered, birth, country", _reordered, ("birth_date", "country")
    yield "initials, birth, country", _initials, ("birth_date", "country")


def _queries(
    rows: Iterable[Row], spelt: Callable[[str, Random], str], evidence: Sequence[str]
) -> Iterator[LinkQuery]:
    random = Random(1)
    for row in rows:
        given = tuple(Given(_EVIDENCE[name], (row[name],)) for name in evidence if row[name])
        yield LinkQuery(text=spelt(row["name"], random), given=given)


def _scored(pairs: Sequence[tuple[Row, Linking]]) -> Score:
    matched = [(row, link) for row, link in pairs if link.outcome is LinkOutcome.MATCH]
    return Score(
        rows=len(pairs),
        first=sum(_right(row, link) for row, link in pairs),
        matched=len(matched),
        right=sum(_right(row, link) for row, link in matched),
    )


def _right(row: Row, linking: Linking) -> bool:
    return any(
        one.entity.iri.rpartition("/")[2] == row["gold_qid"] for one in linking.candidates[:1]
    )


def _as_given(name: str, _: Random) -> str:
    return name


def _misspelt(name: str, random: Random) -> str:
    """Leave out a letter, but no first one."""
    places = [at for at in range(1, len(name)) if (name[at - 1] + name[at]).isalpha()]
    at = random.choice(places) if places else len(name)
    return name[:at] + name[at + 1 :]


def _reordered(name: str, _: Random) -> str:
    first, _blank, last = name.rpartition(" ")
    return f"{last}, {first}" if first else last


def _initials(name: str, _: Random) -> str:
    *first, last = name.split()
    return " ".join((*(f"{word[0]}." for word in first), last))


def _speed(kg: tertium.KnowledgeGraph, names: Sequence[str]) -> None:
    ours = _seconds(lambda: list(kg.link_all(LinkQuery(text=name) for name in names))) / len(names)
    some = names[:_PEERS]
    labels = [row[0] for row in kg.sidecar.names.connection.execute("SELECT text FROM name")]
    fuzzy = _seconds(lambda: [process.extractOne(n, labels, scorer=fuzz.WRatio) for n in some])
    naive = _seconds(lambda: [kg.query(_PREFIXES + _NAIVE % _literal(n)) for n in some])
    print(
        f"\n| a name takes | ms | times ours |\n|---|---|---|\n| tertium | {ours * 1000:.1f} | 1 |"
    )
    for title, seconds in (("rapidfuzz over all names", fuzzy), ("SPARQL, CONTAINS", naive)):
        each = seconds / len(some)
        print(f"| {title} | {each * 1000:.0f} | {each / ours:.0f} |")


def _literal(name: str) -> str:
    return name.lower().replace("\\", "").replace('"', "")


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1])
