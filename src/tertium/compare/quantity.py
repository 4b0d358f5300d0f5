"""Equality, difference and ratio of quantities."""

from collections.abc import Mapping
from decimal import Decimal

from tertium.model.measure import QuantityRatio
from tertium.model.terms import Iri
from tertium.model.values import Quantity

__all__ = ["agree", "ratio", "width"]


def agree(left: Quantity, right: Quantity) -> bool:
    """Return whether two quantities of one unit may be the same number.

    A quantity stands for all numbers within its bounds, or for its amount where none are stated;
    two of them agree when they have a number in common.
    """
    if left.unit != right.unit:
        return False
    return left.amount == right.amount or (
        _lower(left) <= _upper(right) and _lower(right) <= _upper(left)
    )


def width(quantity: Quantity) -> Decimal:
    """Return how far apart the bounds are; 0 where none are stated."""
    return _upper(quantity) - _lower(quantity)


def ratio(quantities: Mapping[Iri, Quantity]) -> QuantityRatio | None:
    """Return greatest minus least and greatest by least, from the least on.

    `None` when the units differ. There is no ratio to zero, nor to a negative amount, which
    would not say how many times as much the greatest is.
    """
    units = {quantity.unit for quantity in quantities.values()}
    if len(units) > 1:
        return None
    order = sorted(quantities, key=lambda iri: (quantities[iri].amount, iri))
    least, greatest = quantities[order[0]].amount, quantities[order[-1]].amount
    return QuantityRatio(
        order=tuple(order),
        difference=greatest - least,
        ratio=greatest / least if least > 0 else None,
        unit=units.pop(),
    )


def _lower(quantity: Quantity) -> Decimal:
    return quantity.amount if quantity.lower is None else quantity.lower


def _upper(quantity: Quantity) -> Decimal:
    return quantity.amount if quantity.upper is None else quantity.upper
