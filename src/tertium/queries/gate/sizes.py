"""How long a query may be, and what in it: beyond that, engines do not survive it.

Engines read a query by recursion: some thousands of signs in a few kilobytes end the process.
"""

from collections.abc import Iterable
from typing import Final

from tertium.errors import LimitError
from tertium.queries.gate.placing import Placed
from tertium.queries.tokens import Kind, Token

__all__ = ["check_length", "check_sizes"]

_WHAT: Final = "the query"
_STEPS: Final = 64
"""So many signs of a path may stand between two ends of a pattern."""
_MOST_SIGNS: Final = 1000
"""So many other signs, which add numbers or join conditions, may stand there."""
_UNIONS: Final = 200
_ENDING: Final = frozenset(".;,{}")
_STEPPING: Final = frozenset("/|^!?")
_SIGNS: Final = frozenset("+-*&")


def check_length(sparql: str, most: int) -> None:
    """Raise when a text has more than so many bytes, or one that ends texts.

    Raises:
        LimitError: when it has.

    """
    if len(sparql.encode("utf-8", "surrogatepass")) > most:
        _refuse(f"it has more than {most:,} bytes")
    if "\0" in sparql:
        _refuse("it has a character which ends texts")


def check_sizes(found: Iterable[Placed]) -> None:
    """Raise when a query goes on for too long.

    Raises:
        LimitError: when it does.

    """
    found = tuple(found)
    steps, signs = _longest(found)
    if steps > _STEPS:
        _refuse(f"a path has more than {_STEPS} steps")
    if signs > _MOST_SIGNS:
        _refuse(f"more than {_MOST_SIGNS:,} numbers or conditions are joined")
    if (
        sum(one.token.kind is Kind.WORD and one.token.text.upper() == "UNION" for one in found)
        > _UNIONS
    ):
        _refuse(f"it has more than {_UNIONS} alternatives (UNION)")


def _longest(found: Iterable[Placed]) -> tuple[int, int]:
    """Return the most signs of a path, and of a sum or condition, between ends of patterns."""
    steps = signs = most_steps = most_signs = 0
    typing = False
    for one in found:
        token, before = one.token, one.before
        if token.kind is Kind.MARK:
            text = token.text
            typing = text == "^" and (typing or before.kind is Kind.STRING)
            if text in _ENDING and not _is_point(before, token):
                steps = signs = 0
            elif text == before.text == "|" and before.end == token.start:  # it joins conditions
                steps, signs = steps - 1, signs + 1
            else:
                steps += text in _STEPPING and not typing  # a path, not the type of a text
                signs += text in _SIGNS
        elif one.doubtful:
            most_steps = max(most_steps, token.text.count("!"))
            most_signs = max(most_signs, sum(token.text.count(sign) for sign in _SIGNS))
        most_steps, most_signs = max(steps, most_steps), max(signs, most_signs)
    return most_steps, most_signs


def _is_point(before: Token, token: Token) -> bool:
    """Return whether a full stop stands within a number."""
    return token.text == "." and before.text.isdigit() and before.end == token.start


def _refuse(problem: str) -> None:
    raise LimitError(_WHAT, problem)
