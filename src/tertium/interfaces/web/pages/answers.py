"""Answers to queries as tables: terms as people read them, each with an address if it may have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tertium.interfaces.web.viewing import Viewing
from tertium.model.terms import RDF_LANG_STRING, XSD_STRING, BlankNode, Iri, Literal
from tertium.queries.identifiers import identifier
from tertium.queries.prefixes import is_own
from tertium.render.escaping import visible, web_address
from tertium.store.results import read_solutions, read_triples, read_truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tertium.api import KnowledgeGraph
    from tertium.model.terms import Term
    from tertium.workers import Answered

__all__ = ["ACCEPTED", "Sheet", "Written", "named", "sheet_of"]

_JSON: Final = "application/sparql-results+json"
ACCEPTED: Final = (_JSON, "application/n-triples")
"""In which media types an answer is wanted, to be made a table."""
_MOST: Final = 500
"""So many rows a page shows; downloads have all."""
_LONGEST: Final = 600
"""So many characters of a text."""
_TRIPLE: Final = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A term as it is read; `address` is empty where there is nothing to be opened.

    `note` is the language or the datatype of a text, `iri` what it names.
    """

    text: str
    address: str = ""
    note: str = ""
    language: str = ""
    iri: Iri | None = None
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An answer as a table, or as yes or no; `total` counts rows of which the first are here.

    `truncated` says that even the whole answer was cut off.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Written, ...], ...] = ()
    total: int = 0
    truth: bool | None = None
    triples: bool = False
    truncated: bool = False

    @property
    def outcome(self) -> str:
        """What came of the query, in words."""
        if self.truth is not None:
            return f"The answer is {'yes' if self.truth else 'no'}."
        rows = f"{self.total:,} row{'' if self.total == 1 else 's'}"
        if self.truncated:
            told = f"There are more than {rows}; the answer was cut off there."
        else:
            told = f"The answer has {rows}." if self.total else "The answer is empty."
        shown = len(self.rows)
        return told if shown == self.total else f"{told} The first {shown:,} are shown here."

    @property
    def iris(self) -> tuple[Iri, ...]:
        """What the rows name, each once."""
        cells = (cell.iri for row in self.rows for cell in row)
        return tuple(dict.fromkeys(iri for iri in cells if iri is not None))


def sheet_of(answered: Answered) -> Sheet:
    """Return an answer, in one of `ACCEPTED`, as a table.

    Raises:
        BadDataError: when it is no such answer.

    """
    if answered.media_type != _JSON:
        triples = read_triples(answered.body).triples
        rows = tuple(tuple(map(_written, triple)) for triple in triples[:_MOST])
        return Sheet(
            columns=_TRIPLE,
            rows=rows,
            total=len(triples),
            triples=True,
            truncated=answered.truncated,
        )
    if answered.rows is None:
        return Sheet(truth=read_truth(answered.body))
    found = read_solutions(answered.body)
    return Sheet(
        columns=found.variables,
        rows=tuple(
            tuple(_written(row.get(name)) for name in found.variables) for row in found.rows[:_MOST]
        ),
        total=len(found.rows),
        truncated=answered.truncated,
    )


def named(sheet: Sheet, graph: KnowledgeGraph) -> Sheet:
    """Return a table in which what the graph names has its label, and a page."""
    names = graph.reader.names(sheet.iris)
    labels = {iri: names[iri].entity.label for iri in sheet.iris if names[iri].labelled}
    return replace(
        sheet, rows=tuple(tuple(_called(cell, labels) for cell in row) for row in sheet.rows)
    )


def _called(cell: Written, labels: Mapping[Iri, str]) -> Written:
    iri = cell.iri
    if iri is None or iri not in labels or is_own(iri):
        return cell
    return Written(
        text=visible(labels[iri]),
        address=Viewing(entities=(iri,)).address(),
        note=visible(identifier(iri)),
        iri=iri,
    )


def _written(term: Term | None) -> Written:
    if term is None:
        return Written(text="")
    if isinstance(term, BlankNode):
        return Written(text=f"_:{visible(term.label)}")
    if isinstance(term, Literal):
        return _text(term)
    iri = Iri(term)
    return Written(text=visible(identifier(iri)), address=web_address(iri), iri=iri, outside=True)


def _text(literal: Literal) -> Written:
    text = visible(literal.lexical)
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    plain = literal.datatype in {XSD_STRING, RDF_LANG_STRING}
    note = literal.language or ("" if plain else identifier(literal.datatype))
    return Written(text=cut, note=visible(note), language=literal.language)
