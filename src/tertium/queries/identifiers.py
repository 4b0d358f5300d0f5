"""Short names of things, and the order in which a page has them."""

import re
from collections.abc import Sequence
from typing import Final

from tertium.model.terms import Iri
from tertium.queries.prefixes import PREFIXES

__all__ = ["identifier", "in_order"]

_NUMBER: Final = re.compile(r"([0-9]{1,18})")
_PAIR: Final = 2
_SPACES: Final = {space: prefix for prefix, space in PREFIXES.items()}


def identifier(iri: Iri) -> str:
    """Return the short form of an IRI, with a well-known prefix, or else the IRI.

    >>> identifier("http://www.wikidata.org/entity/Q855")
    'wd:Q855'
    """
    end = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _SPACES.get(iri[:end])
    return f"{prefix}:{iri[end:]}" if prefix and iri[end:] else iri


def in_order(entities: Sequence[Iri]) -> tuple[Iri, ...]:
    """Return things in the order that their page has: of two, the order says nothing.

    >>> from tertium.queries.prefixes import expand
    >>> [identifier(iri) for iri in in_order((expand("wd:Q33391"), expand("wd:Q855")))]
    ['wd:Q855', 'wd:Q33391']
    """
    return tuple(sorted(entities, key=_place)) if len(entities) == _PAIR else tuple(entities)


def _place(iri: Iri) -> tuple[tuple[str | int, ...], Iri]:
    """Return where an IRI stands among others: by the numbers in it, where they differ."""
    pieces = enumerate(_NUMBER.split(iri))
    return tuple(int(piece) if place % 2 else piece for place, piece in pieces), iri
