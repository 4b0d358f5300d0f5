"""ESBM v1.2 (Liu et al. 2020) as graphs which Tertium opens like any other.

What a page has no row for is stated under another name: labels and classes, and triples of which
the entity is the object. Which class of an entity comes first is settled here, as pages never
tell it: the most specific one of the ontology which describes most entities.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

import tertium
from tertium.model.description import Description
from tertium.model.statement import Statement
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri, Term
from tertium.store.terms import from_oxigraph
from tertium.store.vocabulary import RDF_TYPE, is_statement

__all__ = ["DATASETS", "Case", "Collection", "Triple", "first_folds", "open_collection", "read"]

DATASETS: Final = ("dbpedia", "lmdb")
_USERS: Final = range(6)
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_SAID: Final = "urn:said:"
_INVERSE: Final = "urn:inverse:"
_CLASS: Final = _SAID + RDF_TYPE
_OPAQUE: Final = re.compile(r"(\d{5,}|/Q\d+)$")
_INNER: Final = 0.4
_CROWD: Final = 0.02
_NOBODY: Final = 0.05


class Triple(NamedTuple):
    """A line of a file, each term as it is written there."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class Case:
    """An entity with its group, description and lines; and whose summaries are the gold."""

    number: str
    group: str
    description: Description
    lines: Mapping[tuple[str, Term], Triple]
    folder: Path

    def gold(self, size: int) -> list[frozenset[Triple]]:
        """Return the summaries of the six annotators."""
        name = f"{self.number}_gold_top{size}_"
        return [frozenset(read(self.folder / f"{name}{user}.nt")) for user in _USERS]

    def line(self, statement: Statement) -> Triple:
        """Return the line which a statement was read from."""
        return self.lines[statement.triples[0][1], statement.triples[0][2]]

    @property
    def classes(self) -> tuple[Statement, ...]:
        """The statements of its classes."""
        return tuple(s for s in self.description.statements if s.predicate.iri == _CLASS)

    def without(self, statements: Sequence[Statement]) -> Description:
        """Return the description without some statements."""
        kept = tuple(s for s in self.description.statements if s not in statements)
        return replace(self.description, statements=kept)


@dataclass(frozen=True)
class Collection:
    """The cases of one dataset with what Tertium counted of all of them."""

    cases: tuple[Case, ...]
    statistics: Statistics

    def classes_of(self, case: Case) -> tuple[Statement, ...]:
        """Return the classes of a case, the one that says most first.

        That is one of the ontology with which most entities are described, of few classes, none
        of them below it; a class without a readable name, or which all have, comes last.
        """
        members, covered = self._members(), defaultdict[str, set[str]](set)
        for name, having in members.items():
            covered[_ontology(name)] |= having
        mine = case.description.entity.types
        crowd = Counter(map(_ontology, mine))

        def merit(statement: Statement) -> float:
            name = str(statement.term)
            ours = _ontology(name)
            if _OPAQUE.search(name) or len(members[name]) == len(self.cases):
                return _NOBODY
            inner = any(
                _ontology(other) == ours and members[other] < members[name] for other in mine
            )
            share = len(covered[ours]) / len(self.cases)
            return share * (_INNER if inner else 1) / (1 + _CROWD * crowd[ours])

        return tuple(sorted(case.classes, key=lambda s: (-merit(s), str(s.term))))

    def _members(self) -> Mapping[str, set[str]]:
        members = defaultdict[str, set[str]](set)
        for case in self.cases:
            for kind in case.description.entity.types:
                members[kind].add(case.number)
        return members


def read(path: Path) -> tuple[Triple, ...]:
    """Return the triples of a file, each once."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    parts = (line.rstrip(".").strip().split(None, 2) for line in lines if line)
    return tuple(dict.fromkeys(Triple(s, p, o.strip()) for s, p, o in parts))


def first_folds(folder: Path) -> frozenset[str]:
    """Return the numbers of the entities in folds 0 and 1, on which constants were settled."""
    files = (folder / f"{name}_split" / f"S{fold}.txt" for name in DATASETS for fold in (0, 1))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return frozenset(line.partition("\t")[0] for line in lines)


def open_collection(folder: Path, name: str, work: Path) -> Collection:
    """Return a dataset, loaded from a file that is written to `work`."""
    entries = [line.split("\t") for line in _text(folder / "elist.txt").splitlines()[1:]]
    chosen = [entry for entry in entries if entry[1] == name]
    folders = {number: folder / f"{name}_data" / number for number, *_ in chosen}
    said = {
        number: {
            _restated(triple, f"<{iri}>"): triple
            for triple in read(folders[number] / f"{number}_desc.nt")
        }
        for number, _, _, iri, *_ in chosen
    }
    path = work / f"{name}.nt"
    lines = dict.fromkeys(line for known in said.values() for line in _lines(known))
    path.write_text("".join(lines), encoding="utf-8")
    kg = tertium.open(path)
    found = kg.reader.descriptions([Iri(entry[3]) for entry in chosen])
    cases = (
        Case(number, group, _pointed_at(one), _terms(said[number]), folders[number])
        for (number, _, group, *_), one in zip(chosen, found, strict=True)
    )
    return Collection(tuple(cases), kg.statistics)


def _restated(triple: Triple, entity: str) -> Triple:
    """Return a triple of which the entity is the subject, and which a page has a row for."""
    subject, predicate, value = triple
    bare = predicate.strip("<>")
    if subject != entity:
        return Triple(entity, f"<{_INVERSE}{bare}>", subject)
    return triple if is_statement(bare) else Triple(subject, f"<{_SAID}{bare}>", value)


def _lines(known: Mapping[Triple, Triple]) -> Iterator[str]:
    for restated, triple in known.items():
        yield " ".join(restated) + " .\n"
        if triple.predicate in {f"<{RDF_TYPE}>", f"<{_LABEL}>"}:
            yield " ".join(triple) + " .\n"


def _terms(known: Mapping[Triple, Triple]) -> Mapping[tuple[str, Term], Triple]:
    """Return the lines by predicate and object as the store has them, which settles numbers."""
    found: dict[tuple[str, Term], Triple] = {}
    for restated, triple in known.items():
        store = ox.Store()
        store.load(f"{' '.join(restated)} .".encode(), format=ox.RdfFormat.N_TRIPLES)
        (quad,) = store
        found[quad.predicate.value, from_oxigraph(quad.object)] = triple
    return found


def _pointed_at(description: Description) -> Description:
    """Return a description in which the subject of an inverse triple is somebody else."""
    return replace(
        description,
        statements=tuple(
            replace(one, subject=Iri(str(one.term)))
            if one.predicate.iri.startswith(_INVERSE)
            else one
            for one in description.statements
        ),
    )


def _ontology(name: str) -> str:
    return re.sub(r"[^/#]*$", "", name)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
