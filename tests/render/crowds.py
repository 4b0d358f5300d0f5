"""Comparisons of many, and cells of many values."""

from dataclasses import replace
from decimal import Decimal

from tertium.model.comparison import Comparison
from tertium.model.values import Entity, Quantity
from tests.compare.builders import NONE, fact, iri, person, prop, rows
from tests.render.builders import A, B, cell, comparison, row, statement

__all__ = ["crowd", "full", "named"]

LANGUAGES = "English", "French", "Latin", "Greek", "Dutch", "Welsh", "Irish"


def named(label: str) -> Entity:
    return Entity(iri(label), label, language="en")


def crowd(count: int = 5) -> Comparison:
    """Return people who all speak, of whom some are counted and few have a nickname."""
    people = []
    for place, name in enumerate("ABCDEFGH"[:count]):
        tongues = [fact(named(one), prop("language")) for one in LANGUAGES[: place + 1]]
        number = Quantity(amount=Decimal(100 if place == count - 1 else place))
        children = [fact(number, prop("children"))] if place else [fact(NONE, prop("children"))]
        nick = [fact(named("Ned"), prop("nickname"))] if place == 1 else []
        people.append(person(f"P{name}", *tongues, *children, *nick))
    found = rows(*people)
    return Comparison(entities=tuple(people), rows=found, rows_total=len(found))


def full(count: int) -> Comparison:
    """Return a row in which the first cell has many values."""
    values = tuple(statement(f"s-{n}", named(f"v{n}"), cited=()) for n in range(count))
    both = (cell(A, *values), cell(B, *values[:1]))
    made = comparison(row("many", rows(person("A", named("x")))[0].relation, *both))
    return replace(made, rows_total=1)
