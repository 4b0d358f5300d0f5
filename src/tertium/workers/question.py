"""What a worker is asked, what it answers, and what it may take for it."""

from dataclasses import dataclass
from typing import Final

__all__ = ["LIMITS", "Answered", "Limits", "Question"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query which the gate has admitted, and how it is to be answered.

    Attributes:
        sparql: the query.
        accepts: media types, the most welcome first; the first which fits its form is taken.
        default_graphs: the graphs of which triples are looked for, where any are named.
        named_graphs: the graphs which `GRAPH` means, where any are named.
        base: what relative IRIs are relative to.
        beyond: a query which has a row exactly when the other one has more than may be answered.
        is_choosy: whether the query says itself, by FROM, of which graphs it asks.

    """

    sparql: str
    accepts: tuple[str, ...]
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str = ""
    beyond: str = ""
    is_choosy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer as it is sent.

    Attributes:
        media_type: of the body.
        body: the whole answer.
        rows: how many rows or triples it has; an ASK has none.
        truncated: whether there are more of them.

    """

    media_type: str
    body: bytes
    rows: int | None
    truncated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a question may take: seconds, bytes of memory, rows or triples, bytes of an answer."""

    seconds: float = 10.0
    memory: int = 1 << 30
    rows: int = 10_000
    body: int = 64 << 20


LIMITS: Final = Limits()
