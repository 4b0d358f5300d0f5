r"""Escapes: those which make one engine read what another does not.

SPARQL lets any character be written by its number (`\u0041`). Some engines replace them first
and see keywords, or the end of a string, where others see none.
"""

import re
import sys
from collections.abc import Iterable
from typing import Final

from tertium.errors import BadQueryError
from tertium.queries.gate.placing import Placed
from tertium.queries.tokens import Kind

__all__ = ["check_spelling"]

_NUMBERED: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\\\")
_ESCAPE: Final = re.compile(r"\\[uU]")
_SYNTAX: Final = frozenset("\"'\\<>{}|^`\r\n\0 ")


def check_spelling(found: Iterable[Placed]) -> None:
    """Raise when a character of the syntax is written by its number, or any outside of texts.

    Raises:
        BadQueryError: when one is.

    """
    for one in found:
        text = one.token.text
        match one.token.kind:
            case Kind.STRING | Kind.IRI if any(char in _SYNTAX for char in _meant(text)):
                problem = "a character of its syntax is written by its number"
                raise BadQueryError(problem)
            case Kind.STRING | Kind.IRI:
                pass
            case _ if text == "\\" or _ESCAPE.search(text):
                problem = "a character is written by its number outside of texts and addresses"
                raise BadQueryError(problem)
            case _:
                pass


def _meant(text: str) -> Iterable[str]:
    """Yield the characters of which a text gives the numbers."""
    for match in _NUMBERED.finditer(text):
        number = match[1] or match[2]
        if number:
            code = int(number, 16)
            yield chr(code) if code <= sys.maxunicode else "\0"
