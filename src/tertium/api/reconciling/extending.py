"""The values of properties, to fill the columns of a table; or to hold candidates against."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from math import isfinite
from typing import TYPE_CHECKING, Final

from tertium.api.reconciling.parts import count_in, items_in, object_in, text_in
from tertium.api.reconciling.questions import Condition, Quantifier
from tertium.api.reconciling.tables import Named, Tables
from tertium.errors import BadRequestError, TooManyPartsError
from tertium.model.dates import Date, Precision
from tertium.model.statement import Rank, Statement
from tertium.model.values import Entity, Quantity, Text, Value
from tertium.render.json_values import iso_date, key_of
from tertium.render.wording import say_label
from tertium.store.sidecar.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tertium.api.reconciling.spaces import Space
    from tertium.model.terms import Iri

__all__ = ["Cell", "CellKind", "Content", "Extension", "Holdings", "Wish", "extension"]

_IDS: Final = 500
_PROPERTIES: Final = 50


class Content(Enum):
    """How an entity among the values is given: to be reconciled, or as its identifier or name."""

    ENTITY = "entity"
    ID = "id"
    LITERAL = "literal"


class CellKind(Enum):
    """What a cell holds, as the protocol calls it."""

    ENTITY = "id"
    TEXT = "str"
    NUMBER = "float"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in a column; of an entity, `name` is what it is called."""

    kind: CellKind
    value: str | float
    name: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A property which is asked for, as it was written, and how; no limit is 0."""

    id: str
    predicate: Iri | None
    limit: int = 0
    content: Content = Content.ENTITY


@dataclass(frozen=True, slots=True)
class Extension:
    """Which properties of which entities are asked for, or what they are."""

    ids: tuple[str, ...]
    wishes: tuple[Wish, ...]


def extension(document: object, tables: Tables) -> Extension:
    """Return what a data extension query asks for, each entity and property once.

    Raises:
        BadRequestError: when it is not of the form of such a query.
        TooManyPartsError: when it is about too many entities or properties.

    """
    parts = object_in(document, "the extension")
    ids = [text_in(one, "ids") for one in items_in(parts.get("ids"), "ids")]
    wishes = [_wish(one, tables) for one in items_in(parts.get("properties"), "properties")]
    for number, most, what in (
        (len(ids), _IDS, "entities"),
        (len(wishes), _PROPERTIES, "properties"),
    ):
        if number > most:
            raise TooManyPartsError(number, what, most)
    return Extension(tuple(dict.fromkeys(ids)), tuple({one.id: one for one in wishes}.values()))


def _wish(value: object, tables: Tables) -> Wish:
    parts = object_in(value, "a property")
    name = text_in(parts.get("id"), "id")
    settings = object_in(parts.get("settings", {}), "settings")
    content = settings.get("content", Content.ENTITY.value)
    known = {one.value: one for one in Content}
    if not isinstance(content, str) or content not in known:
        raise BadRequestError(place="content", problem=f"{', '.join(known)} is expected")
    return Wish(
        id=name,
        predicate=tables.spaces.predicate(name),
        limit=count_in(settings.get("limit", 0) or 0, "limit", least=0),
        content=known[content],
    )


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is stated of entities, read as comparisons read it: what counts is of the best rank."""

    tables: Tables

    def rows(self, asked: Extension) -> Mapping[str, Mapping[str, tuple[Cell, ...]]]:
        """Return the values by entity and property, as these were written.

        What is not stated, stated to be unknown or stated not to exist is no value; nor has an
        entity any which the graph does not know.
        """
        space = self.tables.spaces.entities
        iris = {name: space.iri(name) for name in asked.ids}
        held = self._held(iri for iri in iris.values() if iri)
        return {
            name: {wish.id: _cells(held, iri, wish, space) for wish in asked.wishes}
            for name, iri in iris.items()
        }

    def columns(self, asked: Extension) -> tuple[Named, ...]:
        """Return the names of the properties, with the identifiers as they were written."""
        names = self.tables.predicates(one.predicate for one in asked.wishes if one.predicate)
        found = []
        for wish in asked.wishes:
            known = names.get(wish.predicate) if wish.predicate else None
            found.append(Named(wish.id, known.name if known else wish.id, _language(known)))
        return tuple(found)

    def fitting(self, iris: Iterable[Iri], conditions: Sequence[Condition]) -> tuple[Iri, ...]:
        """Return of which entities it is stated as all conditions demand."""
        wanted = tuple(iris)
        if not conditions:
            return wanted
        held = self._held(wanted)
        return tuple(
            iri for iri in wanted if all(_meets(held.get(iri, {}), one) for one in conditions)
        )

    def _held(self, iris: Iterable[Iri]) -> Mapping[Iri, Mapping[Iri, tuple[Value, ...]]]:
        stated: dict[Iri, dict[Iri, list[Statement]]] = {}
        for one in self.tables.graph.reader.statements(iris):
            stated.setdefault(one.subject, {}).setdefault(one.predicate.iri, []).append(one)
        return {
            iri: {predicate: _counting(some) for predicate, some in held.items()}
            for iri, held in stated.items()
        }


def _counting(statements: Iterable[Statement]) -> tuple[Value, ...]:
    """Return the values of the best rank, each once."""
    ranked = [one for one in statements if one.rank is not Rank.DEPRECATED]
    best = [one for one in ranked if one.rank is Rank.PREFERRED] or ranked
    return tuple(dict.fromkeys(one.value for one in best if one.positive))


def _cells(
    held: Mapping[Iri, Mapping[Iri, tuple[Value, ...]]], iri: Iri | None, wish: Wish, space: Space
) -> tuple[Cell, ...]:
    values = held.get(iri, {}).get(wish.predicate, ()) if iri and wish.predicate else ()
    shown = values[: wish.limit] if wish.limit else values
    return tuple(_cell(value, wish.content, space) for value in shown)


def _cell(value: Value, content: Content, space: Space) -> Cell:
    match value:
        case Entity():
            return _entity_cell(value, content, space)
        case Date():
            return _date_cell(value)
        case Quantity() if isfinite(float(value.amount)):
            return Cell(CellKind.NUMBER, float(value.amount))
        case Text():
            return Cell(CellKind.TEXT, value.text, language=value.language)
        case _:
            return Cell(CellKind.TEXT, key_of(value))


def _entity_cell(value: Entity, content: Content, space: Space) -> Cell:
    match content:
        case Content.ENTITY:
            return Cell(CellKind.ENTITY, space.brief(value.iri), value.label, value.language)
        case Content.ID:
            return Cell(CellKind.TEXT, space.brief(value.iri))
        case _:
            return Cell(CellKind.TEXT, value.label, language=value.language)


def _date_cell(value: Date) -> Cell:
    """Return a date if it is one to the day; the protocol has none that are less exact."""
    if value.precision is Precision.DAY and not value.loose:
        return Cell(CellKind.DATE, f"{iso_date(value)}T00:00:00Z")
    exact = value.precision >= Precision.YEAR and not value.loose
    return Cell(CellKind.TEXT, iso_date(value) if exact else say_label(value))


def _meets(held: Mapping[Iri, tuple[Value, ...]], condition: Condition) -> bool:
    values = held.get(condition.predicate, ()) if condition.predicate else ()
    fits = [any(_is(value, text) for value in values) for text in condition.values]
    match condition.quantifier:
        case Quantifier.ANY:
            return any(fits)
        case Quantifier.ALL:
            return all(fits)
        case _:
            return not any(fits)


def _is(value: Value, text: str) -> bool:
    """Return whether a value is what a text says: an IRI, name, date or part of it, number."""
    match value:
        case Entity():
            return text == value.iri or _alike(value.label, text)
        case Date():
            written, said = iso_date(value), text.partition("T")[0]
            return written == said or written.startswith(f"{said}-")
        case Quantity():
            return _number(text) == value.amount
        case _:
            return text == key_of(value) or _alike(key_of(value), text)


def _alike(name: str, text: str) -> bool:
    """Return whether two names are the same, but for case, accents and punctuation."""
    plain = folded(name)
    return bool(plain) and plain == folded(text)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _language(named: Named | None) -> str:
    return named.language if named else ""
