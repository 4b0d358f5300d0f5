"""Equality, difference and ratio of quantities, whatever their units.

All arithmetic is exact. Amounts of units whose factors are a power of ten apart (163 cm, 1.63 m)
are the same digits and are compared like those of one unit. Conversion between other units (52
feet, 15.8 m) rounds, so that there amounts are equal within half a unit of the last digit of the
coarser.
"""

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from fractions import Fraction

from tertium.model.measure import QuantityRatio
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Scale

__all__ = ["agree", "converted", "convertible", "incomparable", "ratio", "width"]

_ONE = Scale(Iri(""), Fraction(1))
_DIGITS = Context(prec=28)


def agree(left: Quantity, right: Quantity) -> bool:
    """Return whether two quantities may be the same number.

    A quantity stands for all numbers within its bounds, or for its amount where none are stated;
    two of them agree when they have a number in common. Between units that are no power of ten
    apart, half a unit of the last digit written is allowed for.
    """
    if left.unit == right.unit:
        meet = max(_lower(left), _lower(right)) <= min(_upper(left), _upper(right))
        return meet or left.amount == right.amount
    if not convertible(left, right):
        return False
    if _base(left) == _base(right):
        return True
    slack = Fraction(0) if _decimal(left, right) else max(_slack(left), _slack(right))
    gap = max(_base(left, _lower(left)), _base(right, _lower(right))) - min(
        _base(left, _upper(left)), _base(right, _upper(right))
    )
    return gap <= slack


def convertible(left: Quantity, right: Quantity) -> bool:
    """Return whether amounts of one unit can be told in the other."""
    if left.unit == right.unit:
        return True
    scales = (left.scale, right.scale)
    known = [scale for scale in scales if scale is not None and scale.factor is not None]
    return len(known) == len(scales) and known[0].dimension == known[1].dimension


def converted(quantity: Quantity, like: Quantity) -> Quantity:
    """Return a quantity in the unit of another, into which it can be converted.

    What is no finite decimal is rounded to 28 digits.
    """
    if quantity.unit == like.unit:
        return quantity
    bounds = (quantity.lower, quantity.upper)
    lower, upper = (None if one is None else _told(quantity, one, like) for one in bounds)
    return Quantity(
        amount=_told(quantity, quantity.amount, like),
        unit=like.unit,
        unit_label=like.unit_label,
        lower=lower,
        upper=upper,
        scale=like.scale,
    )


def incomparable(quantities: Sequence[Quantity]) -> str:
    """Return why quantities cannot be set against each other; nothing when they can be."""
    if all(convertible(quantities[0], other) for other in quantities[1:]):
        return ""
    if any(one.unit is None and one.scale is None for one in quantities):
        return "not comparable: a unit is missing"
    if all(one.scale is not None and one.scale.factor is None for one in quantities):
        return "not comparable: different currencies, whose worth depends on the day"
    if any(one.scale is None for one in quantities):
        return "not comparable: how the units are converted is not known"
    return "not comparable: the units measure different things"


def width(quantity: Quantity) -> Fraction:
    """Return how far apart the bounds are in the base unit; 0 where none are stated."""
    if quantity.lower is None and quantity.upper is None:
        return Fraction(0)
    return _base(quantity, _upper(quantity)) - _base(quantity, _lower(quantity))


def ratio(quantities: Mapping[Iri, Quantity]) -> QuantityRatio | None:
    """Return greatest minus least and greatest by least, from the least on.

    They are told in the coarsest of their units in which the difference is one or more, else in
    the finest: 5 centimetres rather than 0.05 metres. `None` when they cannot be converted. There
    is no ratio to zero, nor to a negative amount, which would not say how many times as much the
    greatest is; nor of what is counted from an agreed zero, such as degrees Celsius. Amounts which
    may be the same number, as their bounds meet, have no difference that is known.
    """
    if incomparable(tuple(quantities.values())):
        return None
    order = sorted(quantities, key=lambda iri: (_base(quantities[iri]), iri))
    ends = [quantities[iri] for iri in (order[0], order[-1])]
    if _base(ends[0]) != _base(ends[1]) and agree(*ends):
        return None
    like = _told_in(tuple(quantities[iri] for iri in order))
    least, greatest = (converted(quantities[iri], like).amount for iri in (order[0], order[-1]))
    from_zero = not any((one.scale or _ONE).offset for one in quantities.values())
    return QuantityRatio(
        order=tuple(order),
        difference=greatest - least,
        ratio=greatest / least if least > 0 and from_zero else None,
        unit=like.unit,
        unit_label=like.unit_label,
    )


def _told_in(ordered: Sequence[Quantity]) -> Quantity:
    """Return the quantity in whose unit all are told, from the least to the greatest."""
    difference = _base(ordered[-1]) - _base(ordered[0])
    coarsest = sorted(ordered, key=lambda one: (-_factor(one), one.unit or ""))
    told = (one for one in coarsest if difference >= _factor(one))
    return next(told, coarsest[-1]) if difference else coarsest[0]


def _factor(quantity: Quantity) -> Fraction:
    return (quantity.scale or _ONE).factor or Fraction(1)


def _told(quantity: Quantity, amount: Decimal, like: Quantity) -> Decimal:
    scale = like.scale or _ONE
    told = _base(quantity, amount) / _factor(like) - scale.offset
    return _DIGITS.divide(Decimal(told.numerator), Decimal(told.denominator))


def _base(quantity: Quantity, amount: Decimal | None = None) -> Fraction:
    """Return an amount in the base unit, or as it is where the unit has none."""
    told = quantity.amount if amount is None else amount
    known = (quantity.scale or _ONE).base(told)
    return Fraction(told) if known is None else known


def _decimal(left: Quantity, right: Quantity) -> bool:
    """Return whether conversion only moves the decimal point."""
    one, other = (scale or _ONE for scale in (left.scale, right.scale))
    factor = _factor(left) / _factor(right)
    digits = {str(factor.numerator).rstrip("0"), str(factor.denominator).rstrip("0")}
    return one.offset == other.offset and digits == {"1"}


def _slack(quantity: Quantity) -> Fraction:
    """Return half a unit of the last digit, in the base unit; none where bounds are stated."""
    if width(quantity):
        return Fraction(0)
    exponent = quantity.amount.as_tuple().exponent
    last = Fraction(10) ** min(exponent, 0) if isinstance(exponent, int) else Fraction(0)
    return last / 2 * _factor(quantity)


def _lower(quantity: Quantity) -> Decimal:
    return quantity.amount if quantity.lower is None else quantity.lower


def _upper(quantity: Quantity) -> Decimal:
    return quantity.amount if quantity.upper is None else quantity.upper
