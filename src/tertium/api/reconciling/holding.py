"""What is stated of entities: to fill columns, or to hold candidates against conditions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from tertium.api.reconciling.cells import Cell, cell_of
from tertium.api.reconciling.questions import Condition, Quantifier
from tertium.api.reconciling.tables import Named, Tables
from tertium.model.dates import Date
from tertium.model.statement import Rank, Statement
from tertium.model.values import Entity, Quantity, Value
from tertium.render.json_values import iso_date, key_of
from tertium.store.sidecar.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tertium.api.reconciling.extending import Extension, Wish
    from tertium.model.terms import Iri

__all__ = ["Holdings"]


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
            name: {wish.id: self._cells(stated, wish) for wish in asked.wishes}
            for name, iri in iris.items()
            for stated in [held.get(iri, {}) if iri else {}]
        }

    def columns(self, asked: Extension) -> tuple[Named, ...]:
        """Return the names of the properties, with the identifiers as they were written."""
        names = self.tables.predicates(one.predicate for one in asked.wishes if one.predicate)
        found = []
        for wish in asked.wishes:
            known = names.get(wish.predicate) if wish.predicate else None
            found.append(Named(wish.id, known.name if known else wish.id, _language(known)))
        return tuple(found)

    def _cells(self, stated: Mapping[Iri, tuple[Value, ...]], wish: Wish) -> tuple[Cell, ...]:
        values = stated.get(wish.predicate, ()) if wish.predicate else ()
        shown = values[: wish.limit] if wish.limit else values
        space = self.tables.spaces.entities
        return tuple(cell_of(value, wish.content, space) for value in shown)

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
        for one in self.tables.reader.statements(iris):
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
