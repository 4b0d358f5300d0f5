"""What every store can do: answer a SPARQL query with plain terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from tertium.errors import BadQueryError
from tertium.model.terms import Iri, Term

__all__ = [
    "Answer",
    "Binding",
    "Form",
    "GraphStore",
    "Solutions",
    "Triple",
    "Triples",
    "ask",
    "construct",
    "one_line",
    "select",
    "wrong_form",
]

Binding = Mapping[str, Term]
"""The terms of one row by variable; an unbound variable is absent."""

Triple = tuple[Term, Iri, Term]
"""Subject, predicate, object."""

_LONGEST = 200


class Form(Enum):
    """The forms of a query of which we ask for one in particular."""

    SELECT = "SELECT"
    CONSTRUCT = "CONSTRUCT"
    ASK = "ASK"


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT: its variables as projected, and its rows."""

    variables: tuple[str, ...]
    rows: tuple[Binding, ...]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE."""

    triples: tuple[Triple, ...]


Answer = Solutions | Triples | bool
"""What a query may answer; an ASK answers a `bool`."""


class GraphStore(Protocol):
    """A graph that answers SPARQL 1.1 queries."""

    def query(self, sparql: str) -> Answer:
        """Return the answer to a query.

        Raises:
            BadQueryError: when the text is no query that the store can run.
            SourceUnavailableError: when the store is elsewhere and does not answer.

        """
        ...


def select(store: GraphStore, sparql: str) -> tuple[Binding, ...]:
    """Return the rows which a SELECT query answers.

    Raises:
        BadQueryError: when the query is of another form.

    """
    answer = store.query(sparql)
    if not isinstance(answer, Solutions):
        raise wrong_form(Form.SELECT)
    return answer.rows


def ask(store: GraphStore, sparql: str) -> bool:
    """Return what an ASK query answers.

    Raises:
        BadQueryError: when the query is of another form.

    """
    answer = store.query(sparql)
    if not isinstance(answer, bool):
        raise wrong_form(Form.ASK)
    return answer


def construct(store: GraphStore, sparql: str) -> tuple[Triple, ...]:
    """Return the triples which a CONSTRUCT query answers.

    Raises:
        BadQueryError: when the query is of another form.

    """
    answer = store.query(sparql)
    if not isinstance(answer, Triples):
        raise wrong_form(Form.CONSTRUCT)
    return answer.triples


def one_line(reason: object) -> str:
    r"""Return an engine's reason on one line, cut where it grows long.

    >>> one_line("expected\n  a brace")
    'expected a brace'
    """
    text = " ".join(str(reason).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def wrong_form(expected: Form) -> BadQueryError:
    """Return the error for a query that is not of the form expected."""
    return BadQueryError(f"{expected.value} expected, but the query is of another form")
