"""SPARQL cut into tokens: enough to find prefixes and VALUES blocks safely.

Strings, IRIs and comments are one token each, so that nothing inside them is taken for syntax.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

__all__ = ["Kind", "Token", "tokens"]


class Kind(Enum):
    """What a token is."""

    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    VARIABLE = "variable"
    NAME = "name"
    WORD = "word"
    MARK = "mark"


class Token(NamedTuple):
    """A piece of a query: its text, and where it begins and ends."""

    kind: Kind
    text: str
    start: int
    end: int


_KINDS: Final = {kind.value: kind for kind in Kind}
_GRAMMAR: Final = re.compile(
    r"""
      (?P<comment>  \#[^\r\n]* )
    | (?P<iri>      <[^\x00-\x20<>"{}|^`\\]*
                    (?:\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})[^\x00-\x20<>"{}|^`\\]*)*> )
    | (?P<string>   \"\"\"(?:[^\"\\]|\\.|\"{1,2}(?!\"))*\"\"\"
                  | '''(?:[^'\\]|\\.|'{1,2}(?!'))*'''
                  | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
    | (?P<variable> [?$]\w+ )
    | (?P<name>     (?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*
                  | _:[\w.-]+ )
    | (?P<word>     @?\w[\w-]* )
    | (?P<mark>     \S )
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(sparql: str) -> Iterator[Token]:
    """Yield the tokens of a query, without the space between them."""
    for match in _GRAMMAR.finditer(sparql):
        yield Token(_KINDS[match.lastgroup or ""], match.group(), *match.span())
