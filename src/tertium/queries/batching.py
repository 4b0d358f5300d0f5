"""A saved question about many things, in parts which no endpoint finds too long."""

from collections.abc import Iterator, Sequence
from typing import Final

from tertium.model.terms import Iri
from tertium.queries.catalogue import Query
from tertium.queries.parameters import Argument

__all__ = ["LONGEST", "in_parts"]

LONGEST: Final = 200_000
"""How many characters a text may have: written as a form it stays well below 1 MB, which is as
much as web servers in front of endpoints take by default."""


def in_parts(query: Query, things: Sequence[Iri], **others: Argument) -> Iterator[str]:
    """Yield the question about all things, or if that is too long, about some at a time.

    The things are what its first parameter takes.

    Raises:
        BadParameterError: when a value does not fit, or there is no thing.

    """
    text = query.bind(**{query.params[0].name: things, **others})
    if len(text) <= LONGEST or len(things) == 1:
        yield text
        return
    half = len(things) // 2
    for some in (things[:half], things[half:]):
        yield from in_parts(query, some, **others)
