"""The saved queries which show a stranger what may be asked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.tokens import Kind, tokens

if TYPE_CHECKING:
    from tertium.queries.catalogue import Query

__all__ = ["examples", "verb_of"]

_ROOMS: Final = ("compare/", "history/")
"""The rooms of the catalogue with questions that people ask; the others serve ourselves."""
_FORMS: Final = frozenset({"ask", "construct", "describe", "select"})


@cache
def examples() -> tuple[Query, ...]:
    """Return the questions worth showing, in the order of their names."""
    return tuple(query for query in bundled_catalogue().values() if query.name.startswith(_ROOMS))


def verb_of(query: Query) -> str:
    """Return the form of a query: `select`, `construct`, `ask` or `describe`."""
    words = (t.text.casefold() for t in tokens(query.text) if t.kind is Kind.WORD)
    return next(word for word in words if word in _FORMS)
