"""Counts everything once and writes it down."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Self

from tertium.store.sidecar.counting import count
from tertium.store.sidecar.database import Database
from tertium.store.sidecar.identifying import codes, descriptions
from tertium.store.sidecar.lineage import Lineage
from tertium.store.sidecar.naming import label_predicates, names
from tertium.store.sidecar.population import Population, settle
from tertium.store.sidecar.reading import FORMAT, Sidecar, open_sidecar
from tertium.store.sidecar.recording import (
    Descent,
    record_classes,
    record_hubs,
    record_property,
    record_tops,
)
from tertium.store.sidecar.registering import Register
from tertium.store.sidecar.standing import Standing
from tertium.store.sidecar.triples import Triples
from tertium.store.vocabulary import is_statement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pyoxigraph as ox

    from tertium.model.terms import Iri

__all__ = ["build_sidecar", "write_tables"]

_Done = Callable[[int, int], None]
"""Told how much is done, and of how much."""


def _nobody(_done: int, _total: int, /) -> None:
    """Tell nobody."""


def build_sidecar(
    store: ox.Store,
    path: Path | None,
    *,
    version: str,
    counted: _Done = _nobody,
    named: _Done = _nobody,
) -> Sidecar:
    """Count a store, write the sidecar to a file, and return it; without a path, in memory.

    `counted` is told how many properties have been counted, and of how many; then `named` how many
    steps are done of those that write down names. The file is put in its place when it is complete.
    """
    if path is None:
        held = Database(":memory:", check_same_thread=False, isolation_level=None)
        _Clerk.of(store, held).write(version, counted, named)
        return Sidecar.of(held)
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
        _Clerk.of(store, connection).write(version, counted, named)
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    unfinished.replace(path)
    return open_sidecar(path, version)


def write_tables(connection: sqlite3.Connection) -> None:
    """Write the tables of a sidecar, with nothing in them."""
    connection.executescript((files(__package__) / "tables.sql").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class _Clerk:
    """Counts one store and writes it down."""

    triples: Triples
    predicates: tuple[Iri, ...]
    population: Population
    connection: sqlite3.Connection

    @classmethod
    def of(cls, store: ox.Store, connection: sqlite3.Connection) -> Self:
        triples = Triples.of(store)
        predicates = triples.predicates()
        return cls(triples, predicates, settle(triples, predicates), connection)

    def write(self, version: str, counted: _Done, named: _Done) -> None:
        connection = self.connection
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        write_tables(connection)
        connection.execute("BEGIN")
        record_classes(self.population, connection)
        labels = label_predicates(self.triples, self.predicates, self.population)
        standing = Standing(self.population)
        totals = self._count(labels, standing, counted) | self._name(labels, standing, named)
        totals["steps to something wider"] = record_tops(self.triples, self.predicates, connection)
        record_hubs(connection)
        facts = {"format": FORMAT, "version": version, "labels": json.dumps(labels)}
        facts["totals"] = json.dumps(totals)
        connection.executemany("INSERT INTO fact VALUES (?, ?)", facts.items())
        connection.execute("COMMIT")

    def _count(self, labels: Sequence[Iri], standing: Standing, counted: _Done) -> dict[str, int]:
        stating = [p for p in self.predicates if is_statement(p) and p not in labels]
        lineage = Lineage.of(self.triples, self.predicates, self.population)
        counts = count(self.triples, stating, lineage=lineage)
        entities, statements, descent = bytearray(), 0, Descent()
        for number, one in enumerate(counts, 1):
            record_property(number, one, self.connection)
            descent.record(number, one, self.connection)
            standing.add(one)
            statements += one.statements
            entities.extend(bytes(len(self.population.classes) - len(entities)))
            for holder in one.holders:
                entities[holder] = 1
            counted(number, len(stating))
        descent.record_all(self.connection)
        return {"triples": len(self.triples), "entities": sum(entities), "statements": statements}

    def _name(self, labels: Sequence[Iri], standing: Standing, named: _Done) -> dict[str, int]:
        register, known = Register(standing), (self.triples, self.predicates)
        steps = (
            partial(register.write_names, names(self.triples, labels), self.connection),
            partial(register.write_codes, codes(*known), self.connection),
            partial(register.describe, descriptions(*known)),
            partial(register.finish, self.connection),
        )
        for number, step in enumerate(steps, 1):
            step()
            named(number, len(steps))
        return {"labels": register.languages.total()}
