"""What things are called, in every language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import pyoxigraph as ox

from tertium.model.terms import Iri
from tertium.store.sidecar.population import NOBODY, Population
from tertium.store.sidecar.triples import Triples
from tertium.store.vocabulary import ALIASES, LABELS, SHORT_NAMES, names_things

__all__ = ["Name", "NameKind", "label_predicates", "names"]


class NameKind(IntEnum):
    """What kind of a name it is."""

    LABEL = 0
    SHORT = 1
    ALIAS = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing in a language; the tag is empty when none is given."""

    thing: Iri
    text: str
    language: str
    kind: NameKind


def label_predicates(
    triples: Triples, predicates: Sequence[Iri], population: Population
) -> tuple[Iri, ...]:
    """Return the predicates which name things, the best first.

    They are the well-known ones. Where fewer than half of the entities with a class have such a
    label, any predicate called "name", "title" or the like and leading to texts joins them.
    """
    known = tuple(predicate for predicate in LABELS if predicate in set(predicates))
    if _suffice(triples, known, population):
        return known
    likely = [
        (place, predicate)
        for predicate in predicates
        if (place := names_things(predicate)) is not None and predicate not in known
    ]
    return (*known, *(p for _, p in sorted(likely) if _leads_to_texts(triples, p)))


def names(triples: Triples, labels: Iterable[Iri]) -> Iterator[Name]:
    """Yield the names of all things that have an IRI."""
    for kind, predicates in (
        (NameKind.LABEL, labels),
        (NameKind.SHORT, SHORT_NAMES),
        (NameKind.ALIAS, ALIASES),
    ):
        for predicate in predicates:
            for thing, text in triples.pairs(predicate):
                if isinstance(thing, ox.NamedNode) and isinstance(text, ox.Literal):
                    yield Name(Iri(thing.value), text.value, text.language or "", kind)


def _suffice(triples: Triples, known: Iterable[Iri], population: Population) -> bool:
    numbers, classes = population.numbers, population.classes
    half = max(1, (1 + sum(map(bool, classes))) // 2)
    labelled = set[int]()
    for predicate in known:
        for thing, _ in triples.pairs(predicate):
            number = numbers.get(thing.value, NOBODY) if isinstance(thing, ox.NamedNode) else NOBODY
            if classes[number]:
                labelled.add(number)
                if len(labelled) >= half:
                    return True
    return False


def _leads_to_texts(triples: Triples, predicate: Iri) -> bool:
    first = next(triples.pairs(predicate), None)
    return first is not None and isinstance(first[1], ox.Literal)
