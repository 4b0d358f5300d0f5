"""Who has what is given, when no name is: things are then looked for by their values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.api.reconciling.questions import Condition
from tertium.errors import BadTermError
from tertium.model.terms import RDF_LANG_STRING, Iri, Literal
from tertium.queries.reading.columns import iris_in
from tertium.store.protocol import select
from tertium.store.terms import checked_iri
from tertium.store.vocabulary import direct_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tertium.api.reconciling.holding import Holdings
    from tertium.api.reconciling.questions import Question
    from tertium.api.reconciling.tables import Tables
    from tertium.model.link import Given

__all__ = ["Holders"]

_NAMESAKES: Final = 5
_LONGEST: Final = 1000


@dataclass(frozen=True, slots=True)
class Holders:
    """Finds things by what is stated of them."""

    tables: Tables
    holdings: Holdings

    def found(self, question: Question) -> Mapping[Iri, float]:
        """Return what has some of the values given, with the share of these that it has.

        It is of one of the types, if there are any and they are not merely preferred.
        """
        given = [one for one in question.given if one.property is not None and one.values]
        found = dict.fromkeys(iri for one in given for iri in self._holding(one))
        fits = [
            set(self.holdings.fitting(found, [Condition(one.property, one.values)]))
            for one in given
        ]
        names = self.tables.reader.names(found)
        return {
            iri: sum(iri in some for some in fits) / len(question.given)
            for iri in found
            if question.fits(names.entity(iri).types)
        }

    def _holding(self, given: Given) -> tuple[Iri, ...]:
        reader = self.tables.reader
        values = [term for text in given.values for term in self._terms(text)]
        if given.property is None or not values:
            return ()
        asked = reader.catalogue["labels/holders"].bind(
            property=direct_name(given.property), value=tuple(dict.fromkeys(values))
        )
        return iris_in(select(reader.store, asked), "entity")

    def _terms(self, text: str) -> Iterator[Iri | Literal]:
        """Yield what may be written so: an entity of this IRI or name, or a text."""
        if not text or len(text) > _LONGEST:
            return
        try:
            yield checked_iri(text)
        except BadTermError:
            yield from (
                one.entity.iri
                for one in self.tables.graph.find(text, limit=_NAMESAKES)
                if one.exact
            )
        yield Literal(text)
        for tag in dict.fromkeys((self.tables.reader.language, "en", "mul")):
            yield Literal(text, RDF_LANG_STRING, tag)
