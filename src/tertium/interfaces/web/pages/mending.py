"""What is missing in a comparison, and where it can be added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.interfaces.web.pages.panels import row_address
from tertium.interfaces.web.viewing import Viewing
from tertium.model.verdict import CellState, Relation
from tertium.queries.prefixes import is_own
from tertium.render.escaping import visible, web_address
from tertium.render.speech import Speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tertium.api.page import Page
    from tertium.model.comparison import Cell, Row
    from tertium.model.description import Description
    from tertium.model.terms import Iri

__all__ = ["Gap", "Holding", "Mending", "gaps_of"]

_THING: Final = re.compile(r"http://www\.wikidata\.org/entity/(Q\d+)")
_PROPERTY: Final = re.compile(r"http://www\.wikidata\.org/(?:entity|prop/direct)/(P\d+)")
_WIKI: Final = "https://www.wikidata.org/wiki/"
_MOST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """An entity of which the graph is silent, and where something could be said of it.

    `item` is its page in Wikidata, if one is known, and `anchor` where the statements of the
    property stand there.
    """

    label: str
    address: str
    item: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """An entity of which something is stated: its first values, and how many more there are."""

    label: str
    values: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A property which some have and of which the graph is silent for others.

    `about` is the page of the property in Wikidata, if it is known which that is.
    """

    predicate: str
    iri: Iri
    about: str
    number: str
    known: tuple[Holding, ...]
    silent: tuple[Mending, ...]
    asking: str


def gaps_of(page: Page) -> tuple[Gap, ...]:
    """Return the gaps of a comparison, the most salient first."""
    rows = (row for row in page.comparison.gaps if row.relation is Relation.INCOMPLETE)
    speech = Speech(page.narrative.card)
    return tuple(_gap(row, page.entities, speech) for row in rows)


def _gap(row: Row, entities: Sequence[Description], speech: Speech) -> Gap:
    number = _number(row)
    pairs = list(zip(row.cells, entities, strict=True))
    return Gap(
        predicate=visible(row.predicate.label),
        iri=row.predicate.iri,
        about=f"{_WIKI}Property:{number}" if number else _meaning(row.predicate.iri),
        number=number,
        known=tuple(_holding(cell, one, speech) for cell, one in pairs if cell.statements),
        silent=tuple(
            _mending(one, number) for cell, one in pairs if cell.state is CellState.NOT_STATED
        ),
        asking=row_address(row, [one.iri for one in entities]),
    )


def _holding(cell: Cell, entity: Description, speech: Speech) -> Holding:
    shown = cell.statements[:_MOST]
    return Holding(
        label=visible(entity.label),
        values=tuple(visible(speech.label(one.value)) for one in shown),
        more=len(cell.statements) - len(shown),
    )


def _mending(entity: Description, number: str) -> Mending:
    item = next(_items((entity.iri, *entity.same_as)), "")
    return Mending(
        label=visible(entity.label),
        address=Viewing(entities=(entity.iri,)).address(),
        item=f"{_WIKI}{item}" if item else "",
        anchor=f"{_WIKI}{item}#{number}" if item and number else "",
    )


def _meaning(predicate: Iri) -> str:
    """Return where a property of somebody's vocabulary is explained."""
    return "" if is_own(predicate) else web_address(predicate)


def _items(iris: Sequence[Iri]) -> Iterator[str]:
    for iri in iris:
        found = _THING.fullmatch(iri)
        if found is not None:
            yield found[1]


def _number(row: Row) -> str:
    """Return which property of Wikidata a row is about, as far as that is declared."""
    found = (_PROPERTY.fullmatch(iri) for iri in (row.predicate.iri, *row.means))
    return next((one[1] for one in found if one), "")
