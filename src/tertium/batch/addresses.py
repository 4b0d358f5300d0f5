"""Where things lie in a site: one address for each set of things, on every file system.

An address is made from identifiers alone, so that it stays when labels change and any process
finds it without asking others. It has small ASCII letters, digits and hyphens only, so that neither
case, Unicode forms nor the device names of Windows matter; its parts are short enough for all.
"""

import re
import unicodedata
from base64 import b32encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Final

from tertium.model.terms import Iri
from tertium.queries.identifiers import identifier, in_order

__all__ = ["address_of", "thing_address", "turned_addresses"]

_ITEM: Final = re.compile(r"wd:([QPL][0-9]{1,15})")
_PLAIN: Final = re.compile(r"[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHERS: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 48
_PAIR: Final = 2
_NAMED: Final = 3
"""So many things are named in an address, lest it grow too long; a digest stands for the rest."""
_BYTES: Final = 10
_KEPT: Final = 1 << 15


def address_of(iris: Sequence[Iri]) -> str:
    """Return where the comparison of two things or more lies, without a suffix.

    Of two things the order says nothing; of more it is kept.

    >>> from tertium.queries.prefixes import expand
    >>> address_of((expand("wd:Q33391"), expand("wd:Q855")))
    'compare/q855/q33391'
    """
    ordered = in_order(iris)
    parts = [_part(iri) for iri in ordered[:_NAMED]]
    if len(ordered) > _NAMED:
        parts.append(f"more--{_digest(' '.join(ordered))}")
    return "/".join(("compare", *parts))


def turned_addresses(iris: Sequence[Iri]) -> tuple[str, ...]:
    """Return where else somebody may look for a comparison: of two, in the other order.

    >>> from tertium.queries.prefixes import expand
    >>> turned_addresses((expand("wd:Q855"), expand("wd:Q33391")))
    ('compare/q33391/q855',)
    """
    if len(iris) != _PAIR:
        return ()
    first, second = map(_part, in_order(iris))
    return () if first == second else (f"compare/{second}/{first}",)


def thing_address(iri: Iri) -> str:
    """Return where the list of a thing's comparisons lies, without a suffix.

    >>> from tertium.queries.prefixes import expand
    >>> thing_address(expand("ex:stalin")), thing_address("http://dbpedia.org/resource/Moscow")
    ('entity/ex-stalin', 'entity/moscow--upt3chqjwf5m7bsl')
    """
    return f"entity/{_part(iri)}"


@lru_cache(_KEPT)
def _part(iri: Iri) -> str:
    """Return what stands for a thing in addresses; no other thing has the same.

    Where small letters and hyphens would lose something of the identifier, a digest follows two
    hyphens, which nothing else has.
    """
    name = identifier(iri)
    if item := _ITEM.fullmatch(name):
        return item[1].lower()
    if _PLAIN.fullmatch(name) and len(name) <= _LONGEST:
        return name.replace(":", "-")
    return f"{_stem(iri)}--{_digest(iri)}"


def _stem(iri: Iri) -> str:
    """Return what can be read of the end of an identifier."""
    local = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    letters = unicodedata.normalize("NFKD", local).encode("ascii", "ignore").decode().lower()
    return _OTHERS.sub("-", letters)[:_LONGEST].strip("-") or "x"


def _digest(text: str) -> str:
    return b32encode(sha256(text.encode()).digest()[:_BYTES]).decode().lower()
