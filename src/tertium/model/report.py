"""A problem that a reader tells of a statement, and what was decided about it."""

from dataclasses import dataclass
from enum import Enum

from tertium.model.terms import Iri

__all__ = ["Complaint", "Report", "ReportKind", "ReportState", "Reported"]


class ReportKind(Enum):
    """What is the matter with a statement."""

    WRONG = "wrong"
    OUTDATED = "outdated"
    UNSOURCED = "missing-source"
    MISLEADING = "misleading"
    HARMFUL = "harmful"
    OTHER = "other"


class ReportState(Enum):
    """What became of a report."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The statement that a report is about, and what it said then.

    Attributes:
        statement: the statement.
        entity: of whom or what it is.
        predicate: its property.
        value: its value, as the comparison document has it: an IRI or a text.
        said: the whole in words.
        page: the address of the page on which it was read, if it is known.
        graph: the graph which stated it.
        version: the version of that graph.

    """

    statement: Iri
    entity: Iri
    predicate: Iri
    value: str
    said: str
    page: str = ""
    graph: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What a reader says of a statement; a source and how to be reached are optional."""

    about: Reported
    kind: ReportKind
    text: str
    source: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A complaint that was kept: since when, how often it came, and what was decided about it.

    Times are in UTC, as ISO 8601 writes them; the note is for whoever maintains the graph.
    """

    identifier: str
    complaint: Complaint
    created: str
    times: int = 1
    state: ReportState = ReportState.OPEN
    decided: str = ""
    note: str = ""
