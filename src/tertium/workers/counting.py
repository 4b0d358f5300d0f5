"""How many rows there are in an answer, told by its bytes.

Writing is the engine's, which does not tell; to look at each row again would take as long as
the answer itself.
"""

import re
from typing import Final

import pyoxigraph as ox

__all__ = ["count_rows"]

_NO_ROW: Final = b"{}"
_BETWEEN: Final = b'}},{"'
"""What stands between two rows, and within a text only at its end."""
_AFTER_TEXT: Final = (b"}", b",", b":", b"]")
_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.)*"')


def count_rows(body: bytes, form: ox.QueryResultsFormat) -> int:
    """Return how many rows an answer to a SELECT has, as Oxigraph writes it."""
    if form == ox.QueryResultsFormat.XML:
        return body.count(b"<result>") + body.count(b"<result/>")
    if form == ox.QueryResultsFormat.TSV:
        return body.count(b"\n") - 1
    if form == ox.QueryResultsFormat.CSV:
        return sum(piece.count(b"\n") for piece in body.split(b'"')[::2]) - 1
    return _json_rows(body)


def _json_rows(body: bytes) -> int:
    if _NO_ROW in body:  # a row without values, or a text with these signs
        signs = _STRING.sub(b"", body)
        return signs.count(b"},{") + (b"[{" in signs)
    inner = body.count(_BETWEEN) - sum(body.count(_BETWEEN + sign) for sign in _AFTER_TEXT)
    return inner + (not body.endswith(b'"bindings":[]}}'))
