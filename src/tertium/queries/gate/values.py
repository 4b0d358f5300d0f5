"""How many rows of values a query brings with it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tertium.errors import LimitError
from tertium.queries.gate.placing import Placed
from tertium.queries.tokens import Kind

__all__ = ["check_values"]

_WHAT: Final = "the query"
_MOST: Final = 1000
_NOWHERE: Final = -2
_VALUES: Final = re.compile(r".*VALUES", re.IGNORECASE)
_TERMS: Final = frozenset((Kind.IRI, Kind.NAME, Kind.STRING, Kind.WORD))


def check_values(found: Iterable[Placed]) -> None:
    """Raise when the VALUES of a query have too many rows, all together.

    Raises:
        LimitError: when they have.

    """
    if sum(_rows(found)) > _MOST:
        raise LimitError(_WHAT, f"its VALUES have more than {_MOST:,} rows")


def _rows(found: Iterable[Placed]) -> Iterator[bool]:
    """Yield for what stands directly in the blocks of VALUES whether it begins a row."""
    depth, is_open = _NOWHERE, False
    for one in found:
        text = one.token.text
        if depth == _NOWHERE and one.token.kind is Kind.WORD and _VALUES.fullmatch(text):
            depth, is_open = one.depth, False
        elif text == "{" and one.depth == depth:
            is_open = True
        elif text == "}" and one.depth == depth + 1:
            depth = _NOWHERE
        elif is_open and one.depth == depth + 1:
            yield _begins(one)


def _begins(one: Placed) -> bool:
    """Return whether a row begins: with a bracket, or as the one term of which it consists."""
    before, token = one.before, one.token
    is_part = before.text == "^" or (before.text == "." and before.end == token.start)
    is_term = token.kind in _TERMS and not token.text.startswith("@") and not is_part
    return token.text == "(" or is_term
