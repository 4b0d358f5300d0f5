"""Rows as descriptions: an entity with its names, twins and statements."""

from collections.abc import Sequence
from typing import Final

from tertium.model.description import Description
from tertium.model.statement import Statement
from tertium.model.terms import Literal
from tertium.model.values import Entity
from tertium.queries.reading.columns import iris_in, text_in
from tertium.queries.reading.names import best, distance, texts_in
from tertium.store.protocol import Binding

__all__ = ["read_blurb", "read_description"]

_ALIAS: Final = "http://www.w3.org/2004/02/skos/core#altLabel"
_BLURB: Final = "https://schema.org/description"
_SHORT: Final = "https://w3id.org/tertium/ontology#shortName"
_TWINS: Final = (
    "http://www.w3.org/2004/02/skos/core#exactMatch",
    "http://www.w3.org/2002/07/owl#sameAs",
)


def read_description(
    entity: Entity,
    statements: tuple[Statement, ...],
    *,
    card: Sequence[Binding],
    language: str,
) -> Description:
    """Return an entity with what its card says: rows of (entity, property, value)."""
    twins = [row for row in card if text_in(row, "property") in _TWINS]
    return Description(
        entity=entity,
        statements=statements,
        description=read_blurb(card, language),
        aliases=_aliases(texts_in(card, _ALIAS), language),
        short_name=_best(card, _SHORT, language),
        same_as=tuple(sorted(iris_in(twins, "value"))),
    )


def read_blurb(card: Sequence[Binding], language: str) -> str:
    """Return the description on a card; empty when there is none."""
    return _best(card, _BLURB, language)


def _best(card: Sequence[Binding], predicate: str, language: str) -> str:
    text = best(texts_in(card, predicate), language)
    return text.lexical if text else ""


def _aliases(texts: list[Literal], language: str) -> tuple[str, ...]:
    nearest = min((distance(text.language, language) for text in texts), default=None)
    return tuple(sorted({t.lexical for t in texts if distance(t.language, language) == nearest}))
