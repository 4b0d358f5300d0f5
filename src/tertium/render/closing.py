"""How a page ends: what it rests on, and where to report a mistake."""

from typing import Final
from urllib.parse import urlsplit

from tertium.model.comparison import Comparison
from tertium.model.edtf import read_edtf
from tertium.model.revision import Revision
from tertium.model.statement import Statement
from tertium.narrate.languages.en.dates import say_date, say_moment
from tertium.narrate.languages.en.values import say_value
from tertium.render.escaping import visible

__all__ = ["say_invitation", "say_origin", "say_revision"]

_DAY: Final = len("2026-11-23")
_SHORT: Final = 12
"""So many characters of a digest tell one version of a graph from another."""


def say_origin(comparison: Comparison, statements: tuple[Statement, ...]) -> str:
    """Return from which graph and statements the page was made, and what silence means."""
    works = {reference.source.iri for one in statements for reference in one.references}
    cited = f" from {_count(len(works), 'source')}" if works else ", for which it names no source"
    rests = _count(len(statements), "statement") + cited
    return " ".join(
        filter(
            None,
            (
                f"This page was made from {_graph(comparison)} and rests on {rests}.",
                _fetched(comparison),
                _as_of(comparison),
                _left_out(comparison),
                _withheld(comparison),
                _added(comparison),
                _uncounted(comparison),
                _failed(comparison),
                "\u201cNot recorded\u201d never means \u201cno\u201d: there the graph is silent.",
            ),
        )
    )


def say_invitation(statements: tuple[Statement, ...]) -> str:
    """Return an invitation to report a mistake by the IRI of a statement."""
    example = f", for example {visible(statements[0].iri)}" if statements else ""
    return (
        "Is something wrong or missing? Please report it with the IRI of the statement"
        f"{example}; the forms html, json and csv of this page give it for every value."
    )


def _graph(comparison: Comparison) -> str:
    graph = comparison.graph
    name = f"the graph \u201c{graph.id}\u201d" if graph.id else "a graph without a name"
    version = f" (version {graph.version[:_SHORT]})" if graph.version else ""
    return visible(name + version)


def say_revision(revision: Revision) -> str:
    """Return which document it is, in signs that need no language.

    >>> say_revision(Revision(entity="http://www.wikidata.org/entity/Q42", number=7,
    ...     url="https://www.wikidata.org/wiki/Q42", retrieved="2026-11-23T09:00:00Z"))
    'Q42 (7, www.wikidata.org, 2026-11-23)'
    """
    name, host = revision.entity.rpartition("/")[2], urlsplit(revision.url).hostname
    return visible(f"{name} ({revision.number}, {host}, {revision.retrieved[:_DAY]})")


def _fetched(comparison: Comparison) -> str:
    said = (_revision(revision) for revision in comparison.graph.fetched)
    return "".join(f"{visible(sentence)} " for sentence in said).strip()


def _revision(revision: Revision) -> str:
    name = revision.entity.rpartition("/")[2]
    day = read_edtf(revision.retrieved[:_DAY])
    when = f", fetched {say_moment(day)}" if day else ""
    return f"{name} is revision {revision.number} of {urlsplit(revision.url).hostname}{when}."


def _as_of(comparison: Comparison) -> str:
    """Return of which day the page speaks, and who was not there then."""
    moment = comparison.moment
    if moment is None:
        return ""
    day = say_date(moment.date)
    sentences = (
        f"It speaks of {day}: what is certainly over before or begins after is left out.",
        _not_there("Not there yet", moment.unbegun, comparison),
        _not_there("No longer there", moment.ended, comparison),
    )
    return " ".join(filter(None, sentences))


def _not_there(words: str, dates: tuple[Statement, ...], comparison: Comparison) -> str:
    labels = {entity.iri: entity.label for entity in comparison.entities}
    said = (
        f"{labels[one.subject]} ({one.predicate.label}: {say_value(one.value)})" for one in dates
    )
    return f"{words}: {visible('; '.join(said))}." if dates else ""


def _left_out(comparison: Comparison) -> str:
    shown, total = len(comparison.rows), comparison.rows_total
    return f"It shows {shown} of {_count(total, 'row')}." if shown < total else ""


def _withheld(comparison: Comparison) -> str:
    verb = "is" if comparison.withheld == 1 else "are"
    rows = _count(comparison.withheld, "sensitive row")
    return f"{rows} of living persons {verb} not shown." if comparison.withheld else ""


def _added(comparison: Comparison) -> str:
    added = sum(len(cell.others) for row in comparison.rows for cell in row.cells)
    more = _count(added, "statement")
    return f"It also shows {more} of lower rank, on which no verdict rests." if added else ""


def _uncounted(comparison: Comparison) -> str:
    if comparison.graph.counted:
        return ""
    return (
        "The graph was not counted, so that rows are ordered without regard to what is usual in it."
    )


def _failed(comparison: Comparison) -> str:
    names = visible(", ".join(comparison.graph.failed))
    return f"Not everything has its name, for {names} could not be asked." if names else ""


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
