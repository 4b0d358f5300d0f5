"""How well names are linked, and how quickly: `python -m benchmarks.linking STORE`.

STORE is the Wikidata subset, loaded. Counted are the names of the development set (politicians, of
which most have no findable thing in the graph: nothing should be linked for them) and lists of
other kinds of things, made from the half of the graph which the weights have not seen: names
misspelt, shortened and turned round, values given, some of them wrong, things taken out of the
graph. Speed is a ratio to two peers in the same run: a question for names that contain the text, in
SPARQL, and a fuzzy search over all names by rapidfuzz.
"""

import csv
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final

from rapidfuzz import fuzz, process

import tertium
from benchmarks.fitting import HALF
from benchmarks.kinds import things_by_kind
from benchmarks.lists import Task, Wish, hide, meant, tasks
from benchmarks.misspelling import FORMS, Form
from tertium.api.linking import Linker
from tertium.linking import decide
from tertium.model.link import Given, Linking, LinkOutcome, LinkQuery
from tertium.model.terms import Iri

NAMES: Final = Path(__file__).parents[2] / "shared" / "data" / "linking-dev.tsv"
_PEERS: Final = 20
_COUNT: Final = 400
_MANY: Final = 10_000
_NAIVE: Final = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing WHERE {
  VALUES ?by { rdfs:label skos:altLabel } ?thing ?by ?name FILTER(CONTAINS(LCASE(?name), "%s")) }"""
_DIRECT: Final = "http://www.wikidata.org/prop/direct/"
_EVIDENCE: Final = {"birth_date": Iri(f"{_DIRECT}P569"), "country": Iri(f"{_DIRECT}P27")}
_STEPS: Final = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.94, 0.98, 1.0)
_HEAD: Final = (
    "| rows | to be found | top-1 | precision | recall | F1 |\n|---|---|---|---|---|---|---|"
)

Row = Mapping[str, str]
Judged = tuple[Linking, Iri | None]
"""What became of a name, and the thing that should be found, if any."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many names were linked at all and rightly, of how many; first: the best candidate.

    Precision is of all that was linked; recall and top-1 are of the things which can be found.
    """

    rows: int
    findable: int
    first: int
    matched: int
    right: int

    def __str__(self) -> str:
        """Return the columns of a table."""
        precision, recall = self.right / max(1, self.matched), self.right / max(1, self.findable)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        shares = (self.first / max(1, self.findable), precision, recall, f1)
        return " | ".join((str(self.rows), str(self.findable), *(f"{one:.3f}" for one in shares)))


def main(store: str) -> None:
    """Print the tables."""
    kg = tertium.open(store)
    if NAMES.exists():
        with NAMES.open(encoding="utf-8") as file:
            _development(kg, tuple(csv.DictReader(file, delimiter="\t")))
    else:
        print(f"skipped: there is no {NAMES.name}")
    judged = _kinds(kg)
    _calibration(judged)
    _speed(kg)


def _development(kg: tertium.KnowledgeGraph, rows: Sequence[Row]) -> None:
    print(f"| development set {_HEAD}")
    for title, form, evidence in _lists():
        linkings = tuple(kg.link_all(_queries(rows, FORMS[form], evidence)))
        print(f"| {title} | {_scored(tuple(zip(linkings, map(_gold, rows), strict=True)))} |")


def _lists() -> Iterator[tuple[str, str, Sequence[str]]]:
    yield "name", "as it is", ()
    yield "name, birth", "as it is", ("birth_date",)
    yield "name, birth, country", "as it is", ("birth_date", "country")
    for form in ("one letter wrong", "last word first", "initials"):
        yield f"{form}, birth, country", form, ("birth_date", "country")


def _queries(rows: Iterable[Row], form: Form, evidence: Sequence[str]) -> Iterator[LinkQuery]:
    random = Random(1)
    for row in rows:
        given = tuple(Given(_EVIDENCE[name], (row[name],)) for name in evidence if row[name])
        yield LinkQuery(text=form(row["name"], random) or row["name"], given=given)


def _gold(row: Row) -> Iri | None:
    """Return what is to be found: where the graph has no name of it, nothing."""
    labelled = row["gold_has_label_in_subset"] == "yes"
    return Iri(f"http://www.wikidata.org/entity/{row['gold_qid']}") if labelled else None


def _kinds(kg: tertium.KnowledgeGraph) -> Sequence[Judged]:
    print(f"\n| other kinds {_HEAD}")
    every: list[tuple[Task, Judged]] = []
    for kind, things in things_by_kind(kg, half=1 - HALF, count=_COUNT).items():
        judged = [(task, _judged(kg, task)) for task in tasks(kg, things, Wish(seed=2))]
        print(f"| {kind} | {_scored([one for _, one in judged])} |")
        every += judged
    for title, wanted in _parts().items():
        print(f"| {title} | {_scored([one for task, one in every if wanted(task)])} |")
    return [one for _, one in every]


def _parts() -> Mapping[str, Callable[[Task], bool]]:
    return {
        "nothing given": lambda task: not (task.query.given or task.query.types),
        "something given": lambda task: bool(task.query.given or task.query.types),
        **{form: lambda task, form=form: task.form == form for form in FORMS},
    }


def _judged(kg: tertium.KnowledgeGraph, task: Task) -> Judged:
    linker = Linker(kg.reader, kg.sidecar.names)
    ((query, known, asked),) = linker.weighed((task.query,))
    left = hide(known, task)
    return decide(query, left, asked, limit=10), meant(left, task)


def _scored(judged: Sequence[Judged]) -> Score:
    """Return how many were linked rightly."""
    matched = [one for one in judged if one[0].outcome is LinkOutcome.MATCH]
    return Score(
        rows=len(judged),
        findable=sum(thing is not None for _, thing in judged),
        first=sum(map(_right, judged)),
        matched=len(matched),
        right=sum(map(_right, matched)),
    )


def _right(judged: Judged) -> bool:
    linking, thing = judged
    return any(one.entity.iri == thing for one in linking.candidates[:1])


def _calibration(judged: Sequence[Judged]) -> None:
    """Print how often what is said to be so probable is right."""
    print("\n| probability of the best | names | said, on average | right |\n|---|---|---|---|")
    said = [(one[0].candidates[0].score, _right(one)) for one in judged if one[0].candidates]
    for low, high in pairwise(_STEPS):
        some = [(score, right) for score, right in said if low <= score < high + (high == 1)]
        mean = sum(score for score, _ in some) / max(1, len(some))
        share = sum(right for _, right in some) / max(1, len(some))
        print(f"| from {low} to {high} | {len(some)} | {mean:.2f} | {share:.2f} |")


def _speed(kg: tertium.KnowledgeGraph) -> None:
    labels = [row[0] for row in kg.sidecar.names.connection.execute("SELECT text FROM name")]
    random, forms = Random(1), tuple(FORMS.values())
    spelt = ((random.choice(forms)(one, random), one) for one in random.choices(labels, k=_MANY))
    names = [text or name for text, name in spelt]
    seconds = _seconds(lambda: list(kg.link_all(map(_plain, names), processes=2)))
    ours, some = seconds / _MANY, names[:_PEERS]
    fuzzy = _seconds(lambda: [process.extractOne(n, labels, scorer=fuzz.WRatio) for n in some])
    naive = _seconds(lambda: [kg.query(_NAIVE % _literal(n)) for n in some])
    print(f"\n{_MANY} names of {len(labels)}, in all forms, took {seconds:.0f} s on two cores.\n")
    print(f"| a name takes | ms | times ours |\n|---|---|---|\n| tertium | {ours * 1000:.1f} | 1 |")
    for title, peer in (("rapidfuzz over all names", fuzzy), ("SPARQL, CONTAINS", naive)):
        each = peer / len(some)
        print(f"| {title} | {each * 1000:.0f} | {each / ours:.0f} |")


def _plain(name: str) -> LinkQuery:
    return LinkQuery(text=name)


def _literal(name: str) -> str:
    return name.lower().replace("\\", "").replace('"', "")


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("store", help="the Wikidata subset, loaded")
    main(parser.parse_args().store)
