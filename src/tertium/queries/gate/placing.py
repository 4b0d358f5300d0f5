"""The tokens of a query, each with the brackets which are open before it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from tertium.errors import LimitError
from tertium.queries.tokens import Kind, Token, tokens

__all__ = ["NOTHING", "Placed", "placed"]

_PAIRS: Final = {")": "(", "}": "{", "]": "[", ">>": "<<"}
_OPENING: Final = frozenset(_PAIRS.values())
_OPERANDS: Final = frozenset((Kind.IRI, Kind.NAME, Kind.STRING, Kind.VARIABLE, Kind.WORD))
_WHAT: Final = "the query"
_SHORT: Final = 1 << 16
"""Tokens take hundreds of times the room of a text: those of longer ones are not kept."""
_DEEPEST: Final = 64
"""So many brackets may be open at once."""


class Placed(NamedTuple):
    """A token, the one before it, and how many brackets are open; the innermost of them.

    `doubtful` is an IRI which may as well be a "less than" with something behind it: engines
    read `(?a<?b)` and `(?a<?b)#>` by what stands around.
    """

    token: Token
    before: Token
    depth: int
    inside: str
    doubtful: bool = False


NOTHING: Final = Token(Kind.MARK, "", -1, -1)


def placed(sparql: str) -> tuple[Placed, ...]:
    """Return the tokens of a query without its comments.

    Raises:
        LimitError: when it nests too deeply; the rest is not looked at.

    """
    return _remembered(sparql) if len(sparql) <= _SHORT else _read(sparql)


@lru_cache(maxsize=4)
def _remembered(sparql: str) -> tuple[Placed, ...]:
    """Return the tokens of a query, which several checks ask for one after the other."""
    return _read(sparql)


def _read(sparql: str) -> tuple[Placed, ...]:
    return tuple(_placed(token for token in tokens(sparql) if token.kind is not Kind.COMMENT))


def _placed(found: Iterator[Token]) -> Iterator[Placed]:
    before, quoting, opened = NOTHING, False, list[str]()
    for token in found:
        inside = opened[-1] if opened else ""
        doubtful = token.kind is Kind.IRI and inside == "(" and _ends_operand(before)
        if len(opened) + (token.text.count("(") if doubtful else 0) > _DEEPEST:
            raise LimitError(_WHAT, f"more than {_DEEPEST} brackets are open at once")
        yield Placed(token, before, len(opened), inside, doubtful)
        if token.kind is Kind.MARK:
            quoting = not quoting and token.text == before.text and token.text in {"<", ">"}
            _note(opened, token.text * (1 + quoting))
        elif doubtful:
            opened += ["("] * max(0, token.text.count("(") - token.text.count(")"))
        before = token


def _note(opened: list[str], bracket: str) -> None:
    """Note a bracket that opens or closes; one that closes nothing is left to the engine."""
    if bracket in _OPENING:
        opened.append(bracket)
    elif bracket in _PAIRS and opened:
        opened.pop()


def _ends_operand(token: Token) -> bool:
    return token.kind in _OPERANDS or token.text == ")"
