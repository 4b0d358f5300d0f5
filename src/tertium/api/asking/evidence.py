"""What one graph says of an entity, as evidence for finding it in another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.model.dates import Date, Precision
from tertium.model.link import Given, LinkQuery
from tertium.model.terms import Iri
from tertium.model.values import Entity, Identifier, Text, WebAddress
from tertium.render.json_values import iso_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.api.asking.words import Words
    from tertium.model.alignment import Alignment
    from tertium.model.description import Description
    from tertium.model.statement import Statement
    from tertium.model.values import Value

__all__ = ["Evidence"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Makes queries of descriptions, in the `words` of the graph that is asked.

    What has one value in truth is given, and identifiers: of what may have several, such as
    occupations, two graphs may know different ones. What the other graph has no property or class
    for is left out; where it is not known which it has, all is given as it is.
    """

    words: Words | None

    def query(self, one: Description, alignment: Alignment) -> LinkQuery:
        """Return what a description asks; the alignment says which properties mean the same."""
        names = (*one.aliases, *((one.short_name,) if one.short_name else ()))
        types = one.entity.types
        return LinkQuery(
            text="" if one.entity.nameless else one.label,
            names=tuple(dict.fromkeys(names)),
            types=self.words.kinds(types) if self.words else types,
            given=tuple(self._given(one, alignment)),
            key=one.iri,
        )

    def _given(self, one: Description, alignment: Alignment) -> Iterator[Given]:
        told = defaultdict[Iri, dict[str, None]](dict)
        for statement in one.statements:
            text = _written(statement.value) if _tells(statement) else ""
            if not text:
                continue
            for predicate in self._meant(statement.predicate.iri, alignment):
                told[predicate][text] = None
        return (Given(predicate, tuple(values)) for predicate, values in told.items())

    def _meant(self, predicate: Iri, alignment: Alignment) -> tuple[Iri, ...]:
        """Return the properties of the other graph which ask what one of this does."""
        if self.words is None:
            return (predicate,)
        meant = (predicate, *alignment.meaning(predicate))
        return tuple(dict.fromkeys(same for one in meant for same in self.words.same(one)))[:1]


def _tells(statement: Statement) -> bool:
    """Return whether another value elsewhere would speak against its being the same thing."""
    predicate = statement.predicate
    single = predicate.functional or predicate.begins or predicate.ends
    return single or isinstance(statement.value, Identifier)


def _written(value: Value) -> str:
    """Return a value as a table would have it; empty where it is no evidence."""
    match value:
        case Entity():
            return value.iri if value.nameless else value.label
        case Date():
            return _dated(value)
        case Identifier(value=text) | Text(text=text):
            return text
        case WebAddress():
            return value.iri
        case _:
            return ""


def _dated(date: Date) -> str:
    """Return a date in EDTF; of a century nothing, for it tells too little."""
    if date.precision < Precision.DECADE:
        return ""
    if date.precision is Precision.DECADE:
        return f"{iso_date(date)[:-1]}X"
    return iso_date(date) + "~" * date.approximate
