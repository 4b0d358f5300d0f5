"""Audits a text: what a graph has for the auditor, and the words that announce properties."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from tertium.auditing import AMOUNT, ANOTHER, ANY, Examiner, Saying, parties_of, read_vocabulary
from tertium.errors import NoComparandsError, TooLongError
from tertium.model.audit import Audit
from tertium.queries.prefixes import PREFIXES, expand
from tertium.resources import folder
from tertium.store.vocabulary import BACKGROUND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tertium.auditing import Vocabulary
    from tertium.model.audit import Finding
    from tertium.model.comparison import Comparison, Row
    from tertium.model.statement import Statement
    from tertium.model.terms import Iri
    from tertium.model.values import Entity
    from tertium.queries.index import NameIndex
    from tertium.queries.reader import Reader
    from tertium.store.sidecar import Sidecar

__all__ = ["Auditor", "parties_named"]

_MOST: Final = 2_000_000
_TELLING: Final = 10
_SAYING: Final = re.compile(r"(\^?)([\w-]+:[\w-]+)(?:=([^~\s]+))?(?:~(\S+))?")
_PLACES: Final = {str(place): place for place in (ANY, ANOTHER, AMOUNT)}
_GENDERS: Final = frozenset((PREFIXES["tt"] + "gender", PREFIXES["wd"] + "P21"))


@dataclass(frozen=True)
class Auditor:
    """Holds the claims of a text against what one graph states."""

    reader: Reader
    sidecar: Sidecar | None

    def audit(self, text: str, comparison: Comparison, parties: Sequence[str]) -> Audit:
        """Return each claim of a text with its verdict.

        `parties` are the comparands as the text's title names them.

        Raises:
            TooLongError: when the text is longer than two million characters.

        """
        if len(text) > _MOST:
            raise TooLongError(len(text), _MOST)
        known = comparison.entities
        persons = {
            one.iri: any(s.predicate.iri in _GENDERS for s in one.statements) for one in known
        }
        library = _Library(self.reader, None if self.sidecar is None else self.sidecar.names)
        stated = frozenset(s.predicate.iri for one in known for s in one.statements)
        examiner = Examiner(library, _vocabulary(self.reader, stated), known, persons)
        passages, findings = examiner.examine(text, parties)
        telling = sorted(comparison.evident.rows, key=lambda row: -row.salience)[:_TELLING]
        return Audit(
            entities=tuple(one.entity for one in known),
            passages=passages,
            findings=findings,
            telling=tuple(row.evidence for row in telling),
            names={iri: library.entity(iri).label for iri in _subjects(findings, telling)},
            graph=comparison.graph,
            language=self.reader.language,
        )


def parties_named(text: str, entities: Sequence[str]) -> tuple[str, ...]:
    """Return whom a text compares: those named by the caller, or else by the text's title.

    Raises:
        NoComparandsError: when neither names anybody.

    """
    names = tuple(entities) or parties_of(text)
    if not names:
        raise NoComparandsError
    return names


@dataclass(frozen=True)
class _Library:
    """What is stated of entities, read once each."""

    reader: Reader
    names: NameIndex | None
    _read: dict[Iri, tuple[Statement, ...]] = field(default_factory=dict)
    _above: dict[tuple[Iri, Iri], bool] = field(default_factory=dict)

    def statements(self, iri: Iri) -> tuple[Statement, ...]:
        if iri not in self._read:
            self._read[iri] = self.reader.statements((iri,))
        return self._read[iri]

    def entity(self, iri: Iri) -> Entity:
        return self.reader.names((iri,)).entity(iri)

    def lies_in(self, part: Iri, whole: Iri) -> bool:
        pair = part, whole
        if pair not in self._above:
            found = self.reader.hierarchy(pair)
            self._above[pair] = any(
                whole in _reached(part, steps) for steps in (found.parents, found.wholes)
            )
        return self._above[pair]

    def named(self, names: Iterable[str]) -> dict[str, frozenset[Iri]]:
        if self.names is None:
            return {}
        found = {name: frozenset(self.names.alike(name)) for name in names}
        return {name: self._told(iris) for name, iris in found.items() if iris}

    def _told(self, iris: frozenset[Iri]) -> frozenset[Iri]:
        """Return those which are neither words of the ontology nor sources."""
        return frozenset(
            iri
            for iri in iris
            if not iri.startswith(PREFIXES["tt"]) and BACKGROUND.isdisjoint(self.entity(iri).types)
        )


def _subjects(findings: Iterable[Finding], rows: Iterable[Row]) -> tuple[Iri, ...]:
    """Return the subjects of all statements which an audit shows."""
    shown = [s for one in findings for s in (*one.statements, *one.nearest)]
    shown += [s for row in rows for s in row.evidence]
    return tuple(dict.fromkeys(s.subject for s in shown))


def _reached(start: Iri, steps: Mapping[Iri, Sequence[Entity]]) -> frozenset[Iri]:
    reached, queue = {start}, [start]
    for iri in queue:
        new = {entity.iri for entity in steps.get(iri, ())} - reached
        reached |= new
        queue += sorted(new)
    return frozenset(reached - {start})


def _vocabulary(reader: Reader, stated: frozenset[Iri]) -> Vocabulary:
    """Return the words for properties of the namespaces in which anything is stated."""
    spaces = frozenset(map(_namespace, stated))
    schema, frames = reader.schema(), reader.lexicon.frames
    known = read_vocabulary(
        _rows("english/words"),
        (
            (cue, tuple(one for one in _sayings(says) if _namespace(one.predicate) in spaces))
            for cue, says in _rows("english/cues")
        ),
        frames={iri: frame for iri, frame in frames.items() if _namespace(iri) in spaces},
        labels={i: schema.properties[i].label for i in sorted(stated & schema.properties.keys())},
    )
    upward = frozenset(filter(None, (expand(one) for (one,) in _rows("upward"))))
    return replace(known, opposites=_opposites(), upward=upward)


def _opposites() -> Mapping[Iri, frozenset[Iri]]:
    pairs = [(expand(one), expand(other)) for one, other in _rows("opposites")]
    ways = [(a, b) for one, other in pairs for a, b in ((one, other), (other, one)) if a and b]
    return {one: frozenset(b for a, b in ways if a == one) for one, _ in ways}


def _sayings(text: str) -> Iterator[Saying]:
    return (
        Saying(predicate, bool(inverse), _term(value), _term(qualified))
        for inverse, name, value, qualified in _SAYING.findall(text)
        if (predicate := expand(name)) is not None
    )


def _namespace(iri: Iri) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _term(text: str) -> Iri | None:
    return expand(text) if ":" in text else _PLACES.get(text)


@cache
def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of the ontology, below its header."""
    text = (folder("ontology") / f"{name}.tsv").read_text("utf-8")
    return tuple(map(tuple, csv.reader(text.splitlines()[1:], delimiter="\t")))
