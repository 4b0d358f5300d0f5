"""What things are called: the best label in a language, and its form inside a sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from tertium.model.terms import Iri, Literal
from tertium.model.values import Entity
from tertium.queries.reading.columns import grouped, iris_in
from tertium.store.protocol import Binding

__all__ = ["NO_NAMES", "Names", "best", "distance", "label_from", "read_names", "texts_in"]


_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_IN_TEXT: Final = "https://w3id.org/tertium/ontology#inText"
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True)
class Names:
    """Things by IRI, each with its label and classes; and which have a label of their own."""

    entities: Mapping[Iri, Entity]
    labelled: frozenset[Iri]

    def entity(self, iri: Iri) -> Entity:
        """Return a thing; its label is made from the IRI when the graph has none."""
        return self.entities.get(iri) or Entity(iri, label_from(iri))


NO_NAMES: Final = Names({}, frozenset())


def read_names(rows: Sequence[Binding], language: str) -> Names:
    """Return the things which rows of (thing, property, value) name and classify."""
    groups = grouped(rows, "thing")
    entities = [_entity(iri, groups[iri], language) for iri in iris_in(rows, "thing")]
    return Names(
        {entity.iri: entity for entity in entities},
        frozenset(iris_in((row for row in rows if _says(row, _LABEL)), "thing")),
    )


def best(texts: Iterable[Literal], language: str) -> Literal | None:
    """Return the text in the best language there is.

    The best is the language asked for, then its base, then English, then any; among equals it is
    the one that sorts first.
    """
    return min(texts, key=lambda text: (*distance(text.language, language), text), default=None)


def distance(have: str, want: str) -> tuple[int, str]:
    """Return how far a language is from the one asked for, as a sort key.

    >>> min(("fr", "de", "en"), key=lambda tag: distance(tag, "de-AT"))
    'de'
    """
    tag, wanted = have.casefold(), want.casefold()
    order = (wanted, wanted.partition("-")[0], "en")
    return (order.index(tag) if tag in order else len(order), tag)


def label_from(iri: Iri) -> str:
    """Return words made from the last part of an IRI.

    >>> label_from(Iri("https://w3id.org/tertium/ontology#foreignPolicyOpposed"))
    'foreign policy opposed'
    """
    parts = re.findall(r"[^/#:?]+", unquote(iri))
    last = parts[-1] if parts else iri
    words = re.sub(r"(?<=[a-z])[A-Z](?=[a-z])", lambda match: f" {match.group().lower()}", last)
    return re.sub(r"[-_\s]+", " ", words)


def texts_in(rows: Iterable[Binding], predicate: str) -> list[Literal]:
    """Return the texts which rows of (property, value) give for a property."""
    values = (row["value"] for row in rows if _says(row, predicate))
    return [value for value in values if isinstance(value, Literal)]


def _says(row: Binding, predicate: str) -> bool:
    return row["property"] == predicate


def _entity(iri: Iri, rows: Sequence[Binding], language: str) -> Entity:
    types = iris_in((row for row in rows if _says(row, _TYPE)), "value")
    label = best(texts_in(rows, _LABEL), language)
    if label is None:
        return Entity(iri, label_from(iri), types=types)
    texts = texts_in(rows, _IN_TEXT)
    same = [text.lexical for text in texts if text.language == label.language]
    return Entity(iri, label.lexical, min(same, default=""), label.language, types)
