"""When two values are equal, though written differently.

Equality is exact for all kinds but two: a date equals each finer date within it, a quantity each
whose bounds meet its own, whatever the units. These two are not transitive (1878 equals 18
December 1878 and 1 May 1878), so that who has a value is asked anew for every value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from unicodedata import normalize

from tertium.compare.quantity import agree
from tertium.compare.time import coincide
from tertium.model.dates import Calendar, Date
from tertium.model.description import Description
from tertium.model.terms import Iri
from tertium.model.values import Entity, Identifier, Quantity, Text, Value

__all__ = ["Twins", "canonical", "equal", "inexact", "twins"]

Twins = Mapping[Iri, Iri]
"""The one IRI that stands for each which is declared to mean the same."""


def twins(descriptions: Iterable[Description]) -> Twins:
    """Return the first, by alphabet, of all IRIs of each comparand."""
    merged: dict[Iri, frozenset[Iri]] = {}
    for description in descriptions:
        names = frozenset((description.iri, *description.same_as))
        names = names.union(*(merged.get(iri, frozenset()) for iri in names))
        merged.update(dict.fromkeys(names, names))
    return {iri: min(names) for iri, names in merged.items()}


def canonical(value: Value, known: Twins) -> Value:
    """Return a value without what does not matter for equality.

    Entities are known by their IRI, texts by language and NFC, identifiers by what they are in
    their catalogue, dates without calendar and lexical form, quantities without unit label.
    """
    match value:
        case Entity():
            return Entity(known.get(value.iri, value.iri), "")
        case Text():
            return Text(normalize("NFC", value.text), value.language.casefold())
        case Date():
            return replace(value, calendar=Calendar.GREGORIAN, lexical="", old_style=None)
        case Quantity():
            return replace(value, unit_label="")
        case Identifier():
            return Identifier(value.value)
        case _:
            return value


def inexact(value: Value) -> bool:
    """Return whether a value may equal another which is not identical."""
    return isinstance(value, Date | Quantity)


def equal(left: Value, right: Value) -> bool:
    """Return whether two canonical values are equal."""
    if isinstance(left, Date) and isinstance(right, Date):
        return coincide(left, right)
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return agree(left, right)
    return left == right
