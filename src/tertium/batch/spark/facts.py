"""What is known for a part of the tasks, as rows that Spark moves about."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, Self, TypeAlias

from tertium.batch.outcomes import Task
from tertium.batch.spark.lines import Columns, filled, written_out
from tertium.batch.spark.numbers import Key, term_text
from tertium.batch.spark.partial import PartialStore
from tertium.model.terms import BlankNode, Iri
from tertium.store.reads import Reach, Read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyspark.sql import Column

    from tertium.store.oxigraph import OxigraphStore

__all__ = ["FACT", "FACTS", "Facts", "Kind", "Row", "is_fact", "key_row", "read_row", "task_row"]

FACTS: Final = ("part", "kind", "one", "two", "three", "four")
"""The columns of a fact: the number of the part, the kind of fact, and what it says."""
FACT: Final = ", ".join(f"{name} string" for name in FACTS)
"""The same, as Spark has them written."""
Row: TypeAlias = tuple[str, str, str, str, str, str]


class Kind(Enum):
    """What a fact is: a task; a read or a key of which all is known; what there is of it."""

    TASK = "task"
    READ = "read"
    TRIPLE = "triple"
    KEY = "key"
    AMOUNT = "amount"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known for some tasks."""

    tasks: list[Task] = field(default_factory=list)
    reads: list[Read] = field(default_factory=list)
    triples: list[Columns] = field(default_factory=list)
    amounts: dict[Key, float | None] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Sequence[str]]) -> Self:
        """Return the facts in rows of one part, in whatever order."""
        facts = cls()
        for _, kind, one, two, three, four in rows:
            match Kind(kind):
                case Kind.TASK:
                    facts.tasks.append(Task(number=int(one), names=tuple(json.loads(two))))
                case Kind.READ:
                    facts.reads.append(Read(Reach(one), _node(two), three[1:-1]))
                case Kind.TRIPLE:
                    facts.triples.append((one, two, three))
                case Kind.KEY:
                    facts.amounts.setdefault((one, two, three), None)
                case Kind.AMOUNT:
                    facts.amounts[one, two, three] = float(four)
                case _:  # an outcome is no fact for those who work
                    continue
        facts.tasks.sort(key=lambda task: task.number)
        return facts

    def store(self, predicates: frozenset[str], vocabulary: OxigraphStore) -> PartialStore:
        """Return a store of what is known."""
        known = filled(written_out(self.triples))
        return PartialStore(known, known=self.reads, predicates=predicates, vocabulary=vocabulary)


def is_fact(kind: Kind) -> Column:
    """Return whether a row is a fact of a kind."""
    from pyspark.sql import functions as sql

    return sql.col("kind") == kind.value


def task_row(part: int, task: Task) -> Row:
    """Return the fact that a task is to be done."""
    names = json.dumps(task.names, ensure_ascii=False)
    return (str(part), Kind.TASK.value, str(task.number), names, "", "")


def read_row(part: str, read: Read) -> Row:
    """Return the fact that a read is missing, or that all is known which it finds."""
    predicate = f"<{read.predicate}>" if read.predicate else ""
    node = "" if read.node is None else term_text(read.node)
    return (part, Kind.READ.value, read.reach.value, node, predicate, "")


def key_row(part: str, key: Key) -> Row:
    """Return the fact that a statistic is missing, or that it is known."""
    return (part, Kind.KEY.value, *key, "")


def _node(text: str) -> Iri | BlankNode:
    return BlankNode(text[2:]) if text.startswith("_:") else Iri(text[1:-1])
