"""Lines of N-Triples as the embedded store writes them: what it keeps, in its own spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from tertium.store.annotations import spell_out
from tertium.store.loading.lines import apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Columns", "columns", "filled", "rows_of", "spelt", "written_out"]

Columns = tuple[str, str, str]
"""Subject, predicate and object, each as N-Triples write it."""


def filled(lines: bytes, *, scope: str = "") -> ox.Store:
    """Return a store with what lines of N-Triples say; nameless nodes keep their labels.

    A scope is put before each label, so that two files do not speak of the same node.

    Raises:
        SyntaxError: when a line is malformed.

    """
    store = ox.Store()
    if b"_:" in lines:
        quads = ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)
        store.bulk_extend(apart(quad, scope) for quad in quads)
    else:
        store.bulk_load(lines, ox.RdfFormat.N_TRIPLES)
    return store


def spelt(lines: bytes, *, scope: str = "") -> Iterator[Columns]:
    """Yield the triples of some lines as the store spells them, and what annotations add.

    Raises:
        SyntaxError: when a line is malformed.

    """
    store = filled(lines, scope=scope)
    spell_out(store)
    return rows_of(store)


def rows_of(store: ox.Store) -> Iterator[Columns]:
    """Yield the triples of a store."""
    text = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""
    return map(columns, text.decode().split("\n")[:-1])


def columns(line: str) -> Columns:
    """Return the terms of a line which the store wrote.

    >>> columns('<urn:a> <urn:b> "c d" .')
    ('<urn:a>', '<urn:b>', '"c d"')
    """
    subject, predicate, value = line.split(" ", 2)
    return subject, predicate, value[:-2]


def written_out(rows: Iterable[Columns]) -> bytes:
    """Return triples as lines again."""
    return "".join(f"{s} {p} {o} .\n" for s, p, o in rows).encode()
