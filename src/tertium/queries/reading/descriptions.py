"""Entities with their names, twins and statements."""

from collections.abc import Iterable
from typing import Final

from tertium.model.description import Description
from tertium.model.statement import Statement
from tertium.model.terms import Iri, Literal
from tertium.model.values import Entity
from tertium.queries.reading.names import best, distance, texts_in
from tertium.store.surroundings import Arc
from tertium.store.vocabulary import ALIASES, DESCRIPTIONS, IDENTITIES, SHORT_NAMES

__all__ = ["read_blurb", "read_description", "read_twins"]

_ARTICLES: Final = frozenset(
    ("a", "an", "das", "der", "die", "el", "la", "las", "le", "les", "los", "the")
)
"""Without these, a title is no short name: the film is not called Godfather."""
_TWINS: Final = frozenset(IDENTITIES)


def read_description(
    entity: Entity,
    statements: tuple[Statement, ...],
    *,
    arcs: tuple[Arc, ...],
    language: str,
) -> Description:
    """Return an entity with what triples say of it."""
    aliases = _aliases(_texts(arcs, ALIASES), language)
    return Description(
        entity=entity,
        statements=statements,
        description=read_blurb(arcs, language),
        aliases=aliases,
        short_name=_short(arcs, entity) or _ending(aliases, entity.label),
    )


def read_twins(arcs: Iterable[Arc]) -> tuple[Iri, ...]:
    """Return what a thing says that it is the same as, sorted."""
    return tuple(sorted({Iri(o) for p, o in arcs if p in _TWINS and isinstance(o, str)}))


def read_blurb(arcs: Iterable[Arc], language: str) -> str:
    """Return what introduces a thing; empty when there is nothing."""
    return _best(tuple(arcs), DESCRIPTIONS, language)


def _best(arcs: tuple[Arc, ...], predicates: tuple[Iri, ...], language: str) -> str:
    """Return the text in the best language there is, of the best predicate that has it."""
    found = (best(texts_in(arcs, predicate), language) for predicate in predicates)
    texts = [text for text in found if text is not None]
    nearest = min(texts, key=lambda text: distance(text.language, language), default=None)
    return nearest.lexical if nearest else ""


def _short(arcs: tuple[Arc, ...], entity: Entity) -> str:
    """Return the short name in the language of the label: nobody is called by two at once."""
    fitting = [t for t in _texts(arcs, SHORT_NAMES) if t.language in {"", "mul", entity.language}]
    return min((text.lexical for text in fitting), default="")


def _ending(aliases: tuple[str, ...], label: str) -> str:
    """Return the longest alias with which the label ends: "van Gogh" of "Vincent van Gogh"."""
    ends = (one for one in aliases if label.endswith(f" {one}"))
    named = (one for one in ends if label.removesuffix(f" {one}").casefold() not in _ARTICLES)
    return max(named, key=len, default="")


def _texts(arcs: tuple[Arc, ...], predicates: tuple[Iri, ...]) -> list[Literal]:
    return [text for predicate in predicates for text in texts_in(arcs, predicate)]


def _aliases(texts: list[Literal], language: str) -> tuple[str, ...]:
    nearest = min((distance(text.language, language) for text in texts), default=None)
    return tuple(sorted({t.lexical for t in texts if distance(t.language, language) == nearest}))
