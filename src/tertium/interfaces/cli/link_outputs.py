"""In which format `tertium link` answers, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Final

from tertium.errors import BadParameterError, UnknownFormatError
from tertium.interfaces.cli.streaming import watched, written
from tertium.model.linkset import Tally
from tertium.model.terms import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tertium.api import KnowledgeGraph
    from tertium.api.asking import Columns, Linker
    from tertium.api.tables import Dialect, Table
    from tertium.interfaces.cli.link_inputs import Target
    from tertium.model.link import Linking
    from tertium.model.linkset import LinkSet

__all__ = ["LinkFormat", "Output", "address_of", "link_format", "link_set"]

_SPOOLED: Final = 1 << 24
"""So many bytes of a table of mappings are kept in memory; the rest waits on disk."""
_GRAPHS: Final = "https://w3id.org/tertium/graph/"
_SUFFIXES: Final = {
    ".sssom.tsv": "sssom",
    ".csv": "csv",
    ".json": "json",
    ".tsv": "tsv",
    ".ttl": "turtle",
    ".txt": "text",
}


class LinkFormat(Enum):
    """The formats of links."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    SSSOM = "sssom"
    TURTLE = "turtle"


def link_format(name: str | None, output: Path | None) -> LinkFormat | None:
    """Return the format asked for, or the one which the file's suffix means, if any.

    Raises:
        UnknownFormatError: when there is no such format.

    """
    suffixes = (form for end, form in _SUFFIXES.items() if output and output.name.endswith(end))
    wanted = name or next(suffixes, None)
    known = tuple(form.value for form in LinkFormat)
    if wanted is None:
        return None
    if wanted not in known:
        raise UnknownFormatError(wanted, known)
    return LinkFormat(wanted)


def link_set(target: Target, predicate: str, licence: str | None) -> LinkSet:
    """Return what is true of all links.

    Raises:
        BadParameterError: when the predicate or the licence is no IRI.

    """
    from importlib.metadata import version

    from tertium.model.linkset import UNSPECIFIED, LinkSet
    from tertium.queries.prefixes import PREFIXES

    graph, service = target.graph, target.service
    return LinkSet(
        target=Iri(service or "") if graph is None else address_of(graph),
        predicate=_iri("--predicate", predicate),
        licence=_iri("--licence", licence) if licence else UNSPECIFIED,
        tool=f"tertium {version('tertium')}",
        prefixes={**PREFIXES, "graph": _GRAPHS},
    )


def address_of(graph: KnowledgeGraph) -> Iri:
    """Return the address of a graph elsewhere; for one that is here, what follows from its content.

    Where a file lies on a machine says nothing to others.
    """
    info = graph.info
    return Iri(f"{_GRAPHS}{info.version[:32]}" if info.version else info.id)


def _iri(name: str, text: str) -> Iri:
    from tertium.api.asking import identified

    iri = identified(text)
    if iri is None:
        raise BadParameterError(name, f"{text!r} is no IRI")
    return iri


@dataclass(frozen=True, kw_only=True)
class Output:
    """Where links go, in which format, and which of them: all, those that match, or as is usual.

    Without a format, rows stay as they were read, and all else is told in words.
    """

    form: LinkFormat | None
    path: Path | None
    links: LinkSet
    everything: bool | None
    quiet: bool

    def emit(
        self, linkings: Iterable[Linking], *, total: int | None = None, full: bool = False
    ) -> Tally:
        """Write links as they come, and return how many there were; `full` is one in full."""
        tally = Tally()
        pairs = ((None, linking) for linking in linkings)
        seen = watched(pairs, tally, total=total, quiet=self.quiet or full)
        kept = (linking for _, linking in seen if self._keeps(linking))
        with written(self.path) as text:
            for piece in self._pieces(kept, full=full):
                text.write(piece)
        return tally

    def emit_rows(self, table: Table, columns: Columns, linker: Linker) -> Tally:
        """Write the rows of a table with what they are linked to, in their order."""
        from tertium.api.asking import paired, unnamed
        from tertium.api.tables import TableWriter
        from tertium.render.links import LINK_COLUMNS, link_cells

        tally = Tally()
        pairs = paired(table, lambda row: unnamed(columns.query(row)), linker)
        with written(self.path) as text:
            dialect = self._dialect(table.dialect)
            writer = TableWriter(text, table, added=LINK_COLUMNS, dialect=dialect)
            for row, linking in watched(pairs, tally, total=None, quiet=self.quiet):
                if self._keeps(linking):
                    writer.write(row, link_cells(linking))
        return tally

    def _keeps(self, linking: Linking) -> bool:
        return self.everything is not False or linking.match is not None

    def _dialect(self, read: Dialect) -> Dialect:
        """Return how a table is written: as it was read, unless it is to have other separators."""
        tabbed = self.form is LinkFormat.TSV
        if self.form is None or tabbed is (read.delimiter == "\t"):
            return read
        return replace(read, delimiter="\t" if tabbed else ",", quoted=True)

    def _pieces(self, linkings: Iterable[Linking], *, full: bool) -> Iterator[str]:
        from tertium.render import links

        match self.form:
            case LinkFormat.TEXT | None:
                return map(links.told if full else links.line_of, linkings)
            case LinkFormat.JSON:
                return links.link_document(linkings, self.links)
            case LinkFormat.CSV:
                return links.spreadsheet_of_links(linkings, delimiter=",")
            case LinkFormat.TSV:
                return links.spreadsheet_of_links(linkings, delimiter="\t")
            case LinkFormat.SSSOM:
                return self._mappings(linkings)
            case LinkFormat.TURTLE:
                return links.turtle(linkings, self.links)

    def _mappings(self, linkings: Iterable[Linking]) -> Iterator[str]:
        """Yield a table of mappings; what stands above it is known when it is written."""
        from tertium.render.links import MappingSheet

        sheet = MappingSheet(self.links, everything=self.everything is True)
        with SpooledTemporaryFile(_SPOOLED, "w+", encoding="utf-8", newline="") as spool:
            spool.writelines(sheet.lines(linkings))
            yield sheet.head()
            spool.seek(0)
            yield from spool
