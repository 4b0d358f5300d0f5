"""What `tertium link` is given: names, rows, entities; and who links them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, NoReturn

from tertium.errors import BadParameterError, BadTermError
from tertium.interfaces.cli.console import graph_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tertium.api import KnowledgeGraph
    from tertium.api.asking import Columns, Linker, Things, Words
    from tertium.api.tables import Table
    from tertium.model.link import Given, Linking
    from tertium.model.terms import Iri

__all__ = ["STDIN", "Described", "Target"]

STDIN: Final = "-"
_EQUALS: Final = "="


@dataclass(frozen=True, kw_only=True)
class Described:
    """What the command line says of the things to be linked, in its own words."""

    column: str | None
    names: str | None
    evidence: Sequence[str]
    given: Sequence[str]
    types: Sequence[str]
    key: str | None
    base: str
    classes: Sequence[str]
    identified: bool
    """Whether all that is linked must have an IRI."""

    def check(self, texts: Sequence[str], file: str | None, sources: list[str] | None) -> None:
        """Refuse what does not go together.

        Raises:
            BadParameterError: when it is not clear what is to be linked.

        """
        if file is not None and (texts or sources):
            _refuse("--file", "a table is linked by itself, without names or --from")
        if file is None and (self.column or self.names or self.evidence or self.key or self.base):
            _refuse("--file", "columns and keys are those of a table: name it")
        if self.base and not _is_iri(self.base):
            _refuse("--base", f"{self.base!r} is not how an IRI begins")
        if self.classes and (texts or not sources):
            _refuse("--class", "it chooses among all entities of --from")
        if sources and (self.given or self.types):
            _refuse("--from", "what is known of its entities is in the graph: no --given or --type")
        if self.identified and not (self.key or sources):
            _refuse("--key", "in turtle a name has no IRI: name a column of keys (and --base)")
        if file is None and not texts and not sources:
            _refuse("TEXT", "name what is to be linked, or a table (--file), or a graph (--from)")


@dataclass(frozen=True, kw_only=True)
class Target:
    """What is linked to: a graph, or a service at an address."""

    sources: list[str] | None
    service: str | None
    limit: int
    quiet: bool
    verbose: bool

    @cached_property
    def graph(self) -> KnowledgeGraph | None:
        """The graph; nothing where a service is asked.

        Raises:
            BadParameterError: when both are named.

        """
        if self.service is None:
            return graph_of(self.sources, quiet=self.quiet, verbose=self.verbose)
        if self.sources:
            _refuse("--service", "a service is linked to instead of a graph")
        return None

    @cached_property
    def linker(self) -> Linker:
        """What links queries."""
        if self.graph is not None:
            processes = len(os.sched_getaffinity(0))
            return partial(self.graph.link_all, limit=self.limit, processes=processes)
        from tertium.api.remote_linking import remote_linker

        return remote_linker(self.service or "", limit=self.limit).link_all

    def types(self, words: Sequence[str]) -> tuple[Iri, ...]:
        """Return the classes that words mean; a service is asked for them as they are."""
        return tuple(self._words.kind(w) if self._words else _asked(w) for w in words)

    def property(self, word: str) -> Iri:
        """Return the property that a word means; a service is asked for it as it is."""
        return self._words.property(word) if self._words else _asked(word)

    def named(self, texts: Sequence[str], told: Described) -> Iterator[Linking]:
        """Yield names with what they are linked to; `-` are the lines of the standard input."""
        from tertium.api.asking import paired, unnamed
        from tertium.model.link import LinkQuery

        types, given = self.types(told.types), self._given(told.given)
        queries = (
            LinkQuery(text=text.strip(), types=types, given=given, key=str(number))
            for number, text in enumerate(_lines(texts), 1)
        )
        return (linking for _, linking in paired(queries, unnamed, self.linker))

    def rows(self, table: Table, columns: Columns) -> Iterator[Linking]:
        """Yield what the rows of a table are linked to."""
        from tertium.api.asking import paired, unnamed

        pairs = paired(table, lambda row: unnamed(columns.query(row)), self.linker)
        return (linking for _, linking in pairs)

    def columns(self, table: Table, told: Described) -> Columns:
        """Return what the columns of a table say.

        Raises:
            BadParameterError: when no column of names is named, and there are several.
            UnknownColumnError: when the table has no such column.

        """
        from tertium.api.asking import Columns

        if told.column is None and len(table.columns) > 1:
            _refuse("--column", f"say which has the names: {', '.join(table.columns)}")
        return Columns(
            name=table.column(told.column or table.columns[0]),
            others=table.column(told.names) if told.names else None,
            evidence=tuple(self._evidence(table, one) for one in told.evidence),
            given=self._given(told.given),
            types=self.types(told.types),
            key=table.column(told.key) if told.key else None,
            base=told.base,
        )

    def things(self, sources: list[str]) -> Things:
        """Return the entities of another graph, to be linked."""
        from tertium.api.asking import Things

        source = graph_of(sources, quiet=self.quiet, verbose=self.verbose)
        return Things(source, self.graph)

    def _evidence(self, table: Table, text: str) -> tuple[str, Iri]:
        """Return a column and the property it has; alone, it is called like its property."""
        column, _, word = text.partition(_EQUALS)
        return table.column(column), self.property(word.strip() or column.strip())

    def _given(self, texts: Sequence[str]) -> tuple[Given, ...]:
        from tertium.model.link import Given

        given = []
        for text in texts:
            word, equals, value = text.partition(_EQUALS)
            if not equals or not value.strip():
                _refuse("--given", f"{text!r} is not PROPERTY=VALUE")
            given.append(Given(self.property(word.strip()), (value.strip(),)))
        return tuple(given)

    @cached_property
    def _words(self) -> Words | None:
        from tertium.api.asking import Words

        return Words(self.graph) if self.graph is not None else None


def _refuse(name: str, problem: str) -> NoReturn:
    raise BadParameterError(name, problem)


def _is_iri(text: str) -> bool:
    from tertium.store.terms import checked_iri

    try:
        return bool(checked_iri(text))
    except BadTermError:
        return False


def _asked(word: str) -> Iri:
    from tertium.api.asking import identified
    from tertium.model.terms import Iri

    return identified(word) or Iri(word)


def _lines(texts: Sequence[str]) -> Iterator[str]:
    """Yield names; what is no text in UTF-8 is made readable."""
    if list(texts) == [STDIN]:
        for line in sys.stdin.buffer:
            yield line.decode("utf-8-sig", "replace")
        return
    for text in texts:
        yield text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
