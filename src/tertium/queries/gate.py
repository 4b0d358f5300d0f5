"""What no query may be, however it is asked: longer or deeper than engines survive.

Engines read a query by recursion: some thousands of brackets in a few kilobytes end the process. So
the text is looked at before any engine sees it.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from tertium.errors import LimitError
from tertium.queries.tokens import Kind, Token, tokens

__all__ = ["admit"]

_WHAT: Final = "the query"
_LONGEST: Final = 1 << 16
"""So many bytes a query may have, in UTF-8."""
_DEEPEST: Final = 64
"""So many brackets may be open at once."""
_STEPS: Final = 64
"""So many signs of a path may stand between two ends of a pattern."""
_MOST_SIGNS: Final = 1000
"""So many other signs, which add numbers or join conditions, may stand there."""
_UNIONS: Final = 200
_OPENING: Final = frozenset("({[")
_CLOSING: Final = frozenset(")}]")
_ENDING: Final = frozenset(".;,{}")
_STEPPING: Final = frozenset("/|^!?")
_SIGNS: Final = frozenset("+-*&")


def admit(sparql: str) -> None:
    """Let a query pass that engines can read.

    Raises:
        LimitError: when it is too long, nests too deeply, or has too long a path.

    """
    if len(sparql.encode("utf-8", "surrogatepass")) > _LONGEST:
        _refuse(f"it has more than {_LONGEST:,} bytes")
    if "\0" in sparql:
        _refuse("it has a character which ends texts")
    found = [token for token in tokens(sparql) if token.kind is not Kind.COMMENT]
    if max(_depths(found), default=0) > _DEEPEST:
        _refuse(f"more than {_DEEPEST} brackets are open at once")
    steps, signs = _longest(found)
    if steps > _STEPS:
        _refuse(f"a path has more than {_STEPS} steps")
    if signs > _MOST_SIGNS:
        _refuse(f"more than {_MOST_SIGNS:,} numbers or conditions are joined")
    if sum(token.text.upper() == "UNION" for token in found) > _UNIONS:
        _refuse(f"it has more than {_UNIONS} alternatives (UNION)")


def _depths(found: Iterable[Token]) -> Iterator[int]:
    """Yield how many brackets are open after each token; quoted triples are brackets."""
    depth, before = 0, ""
    for token in found:
        quoting = token.text == before and token.text in {"<", ">"}
        depth += token.text in _OPENING or (quoting and token.text == "<")
        depth -= token.text in _CLOSING or (quoting and token.text == ">")
        before = "" if quoting else token.text
        yield depth


def _longest(found: Iterable[Token]) -> tuple[int, int]:
    """Return the most signs of a path, and of a sum or condition, between ends of patterns."""
    steps = signs = most_steps = most_signs = 0
    for before, token in pairwise((Token(Kind.MARK, "", -1, -1), *found)):
        if token.text in _ENDING and not _is_point(before, token):
            steps = signs = 0
        steps += token.text in _STEPPING
        signs += token.text in _SIGNS
        if token.text == before.text == "|" and before.end == token.start:  # it joins conditions
            steps, signs = steps - 2, signs + 1
        most_steps, most_signs = max(steps, most_steps), max(signs, most_signs)
    return most_steps, most_signs


def _is_point(before: Token, token: Token) -> bool:
    """Return whether a full stop stands within a number."""
    return token.text == "." and before.text.isdigit() and before.end == token.start


def _refuse(problem: str) -> None:
    raise LimitError(_WHAT, problem)
