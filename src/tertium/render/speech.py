"""The fixed words of a page, and its values, in the language of its card."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final

from tertium.model.card import Card
from tertium.model.comparison import Comparison, Row
from tertium.model.schema import QualifierRole
from tertium.model.statement import Qualifier, Statement
from tertium.model.values import Entity, NoValue, SomeValue, Text, Value
from tertium.model.verdict import CellState, Relation
from tertium.narrate.languages.en.dates import say_interval
from tertium.narrate.languages.en.words import say_list
from tertium.render.closing import say_invitation, say_origin, say_revision
from tertium.render.escaping import visible
from tertium.render.wording import (
    STATES,
    say_agreement,
    say_briefly,
    say_circumstances,
    say_dispute,
    say_label,
    say_way,
)

__all__ = ["ENGLISH", "Sign", "Speech"]

_TIMES: Final = frozenset({QualifierRole.START, QualifierRole.END, QualifierRole.TIME})
_HIDDEN: Final = _TIMES | {QualifierRole.OLD_STYLE}
"""What a date or an interval says already."""


class Sign(Enum):
    """The headings and other fixed words of a page, in English."""

    QUESTION = "What\u2019s the difference?"
    BRIEF = "In brief"
    CONNECTED = "How they are connected"
    COMPARISON = "Comparison"
    DETAIL = "Further detail"
    SOURCES = "Sources"
    PROPERTY = "Property"
    RELATION = "Relation"
    ENTITY = "Entity"
    TOGETHER = "together"
    MORE = "and {number} more"
    CAPTION = "{names}, property by property"


@dataclass(frozen=True)
class Speech:
    """Says what stands on a page besides labels and sentences; in English without a card."""

    card: Card | None = None

    @cached_property
    def signs(self) -> Mapping[str, str]:
        """The fixed words, by name."""
        return {sign.name.lower(): self.sign(sign) for sign in Sign}

    def sign(self, sign: Sign) -> str:
        """Return fixed words."""
        return self._own(sign.name.lower()) or sign.value

    def relation(self, relation: Relation) -> str:
        """Return the verdict on a row."""
        return self._own(f"relations.{relation.value}") or relation.value

    def state(self, state: CellState) -> str:
        """Return what stands in a cell without values."""
        return self._own(f"states.{state.value}") or STATES[state]

    def label(self, value: Value) -> str:
        """Return a value as it stands in a table."""
        match value:
            case NoValue():
                return self.state(CellState.NONE)
            case SomeValue():
                return self.state(CellState.UNKNOWN)
            case Entity() | Text():
                return say_label(value)
            case _:
                return say_label(value) if self.card is None else _spoken(self.card, value)

    @property
    def explains(self) -> bool:
        """Whether there are words for the reasons of verdicts: only in English."""
        return self.card is None

    def listed(self, labels: tuple[str, ...]) -> str:
        """Return labels as a list."""
        return say_list(labels) if self.card is None else _listed(self.card, labels)

    def circumstances(self, statement: Statement, row: Row) -> str:
        """Return when, as what, according to whom and by which property, to follow the value.

        With a card each stands behind the label of its qualifier, which needs no grammar.
        """
        if self.card is None:
            return say_circumstances(statement) + say_way(statement, row)
        time = _time(self.card, statement)
        others = self.qualifiers(statement)
        return (f" ({time})" if time else "") + "".join(f", {one}" for one in others)

    def qualifiers(self, statement: Statement) -> tuple[str, ...]:
        """Return the qualifiers besides the dates, each behind its label."""
        told = (one for one in statement.qualifiers if one.predicate.role not in _HIDDEN)
        return tuple(map(self._qualifier, told))

    def briefly(self, statement: Statement) -> str:
        """Return property and value of a statement, with its dates."""
        if self.card is None:
            return say_briefly(statement)
        time = _time(self.card, statement)
        said = f"{statement.predicate.label}: {self.label(statement.value)}"
        return f"{said}, {time}" if time else said

    def time(self, statement: Statement) -> str:
        """Return when a statement holds, with its dates in full; empty when that is not stated."""
        card = self.card
        return say_interval(statement.interval) if card is None else _time(card, statement)

    def agreement(self, statement: Statement, before: Iterable[Statement]) -> str:
        """Return that a value is one which stands before it, written otherwise."""
        return say_agreement(statement, before) if self.explains else ""

    def dispute(self, statement: Statement) -> str:
        """Return by whom and where a statement is contested, to follow that word."""
        return say_dispute(statement) if self.explains else ""

    def origin(self, comparison: Comparison, statements: tuple[Statement, ...]) -> str:
        """Return from which graph and statements the page was made, and what silence means."""
        own = self._own("origin")
        if not own:
            return say_origin(comparison, statements)
        works = {reference.source.iri for one in statements for reference in one.references}
        counts = {"statements": f"{len(statements):,}", "sources": f"{len(works):,}"}
        said = own.format(graph=visible(comparison.graph.id), **counts)
        return f"{said} {self._fetched(comparison)}".strip()

    def invitation(self, statements: tuple[Statement, ...]) -> str:
        """Return an invitation to report a mistake by the IRI of a statement."""
        return self._own("invitation") or say_invitation(statements)

    def _qualifier(self, qualifier: Qualifier) -> str:
        return f"{qualifier.predicate.label}: {self.label(qualifier.value)}"

    def _fetched(self, comparison: Comparison) -> str:
        """Return of which revision each document is, from where, and since which day."""
        documents = "; ".join(map(say_revision, comparison.graph.fetched))
        return self._own("fetched").format(documents=documents) if documents else ""

    def _own(self, key: str) -> str:
        return next(iter(self.card.listed(f"page.{key}")), "") if self.card else ""


ENGLISH: Final = Speech()


def _spoken(card: Card, value: Value) -> str:
    from tertium.narrate.languages.carded.tongue import Tongue, text_of
    from tertium.narrate.languages.carded.values import spoken

    return text_of(spoken(Tongue(card), value))


def _listed(card: Card, labels: tuple[str, ...]) -> str:
    from tertium.narrate.languages.carded.tongue import Tongue, text_of

    return text_of(Tongue(card).listed([(label,) for label in labels]))


def _time(card: Card, statement: Statement) -> str:
    from tertium.narrate.languages.carded.dates import say_time
    from tertium.narrate.languages.carded.tongue import Tongue

    return say_time(Tongue(card), statement.interval)
