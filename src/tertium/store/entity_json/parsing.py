"""From bytes to JSON, refusing what no RDF literal could hold."""

import json
import re
from typing import Final, NoReturn

from tertium.errors import BadFileError
from tertium.store.entity_json.brackets import DEEPEST, is_deep
from tertium.store.entity_json.pieces import Piece

__all__ = ["parse"]

_UNSPEAKABLE: Final = re.compile(
    rb"\\u(?:0000|[dD](?:[89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..\\u[dD])[c-fC-F]))"
)
"""NUL, or half of a surrogate pair; escaped backslashes have been taken away before."""


def parse(piece: Piece, name: str) -> object:
    """Return the JSON value of a piece of a file.

    Raises:
        BadFileError: when it is malformed, nests too deep or has unspeakable characters.

    """
    line, text = piece.line, piece.text
    if bad := _UNSPEAKABLE.search(text.replace(b"\\\\", b"")):
        at = line + bad.string.count(b"\n", 0, bad.start())
        raise BadFileError(name, at, "a NUL or a lone surrogate in a string")
    if is_deep(text):
        raise BadFileError(name, line, f"nested deeper than {DEEPEST} levels")
    try:
        return json.loads(text.decode(), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise BadFileError(name, line + error.lineno - 1, f"no JSON: {error.msg}") from error
    except UnicodeDecodeError as error:
        at = line + text.count(b"\n", 0, error.start)
        raise BadFileError(name, at, f"not UTF-8: {error.reason}") from error
    except ValueError as error:  # a number with more digits than Python reads
        raise BadFileError(name, line, f"no JSON: {error}") from error


def _refuse(constant: str) -> NoReturn:
    problem = f"{constant} is no number"
    raise ValueError(problem)
