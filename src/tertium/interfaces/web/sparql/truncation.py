"""How it is said that rows of an answer were cut off: in a header, and in the answer itself."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Final

from tertium.interfaces.web.sparql.formats import JSON, XML

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tertium.workers import Answered

__all__ = ["TRUNCATED", "header", "marked"]

TRUNCATED: Final = "Tertium-Truncated"
"""The header of an answer which is not all there is: `rows=10000`."""

_HEAD: Final = b'{"head":{'
_END: Final = b"</head>"


def header(answered: Answered) -> Mapping[str, str]:
    """Return the header that says how many rows an answer has, if more were cut off."""
    return {TRUNCATED: f"rows={answered.rows or 0}"} if answered.truncated else {}


def marked(answered: Answered, about: str) -> bytes:
    """Return the body of an answer; where rows were cut off, it says so as far as it can.

    Results in JSON and XML have a link to where the limits are told, RDF has a comment. CSV, TSV
    and JSON-LD have no room for it.
    """
    mark = _MARKS.get(answered.media_type)
    return mark(answered, about) if answered.truncated and mark else answered.body


def _in_json(answered: Answered, about: str) -> bytes:
    link = b'"link":[' + json.dumps(about).encode() + b"],"
    return answered.body.replace(_HEAD, _HEAD + link, 1)


def _in_xml(answered: Answered, about: str) -> bytes:
    link = f'<link href="{escape(about)}"/>'.encode()
    return answered.body.replace(_END, link + _END, 1)


def _behind(answered: Answered, _: str) -> bytes:
    return answered.body.rstrip(b"\n") + f"\n# {_words(answered)}\n".encode()


def _behind_xml(answered: Answered, _: str) -> bytes:
    return answered.body.rstrip(b"\n") + f"\n<!-- {_words(answered)} -->\n".encode()


def _words(answered: Answered) -> str:
    return f"There is more: this was cut off after {answered.rows or 0:,} triples."


_MARKS: Final[Mapping[str, Callable[[Answered, str], bytes]]] = {
    JSON: _in_json,
    XML: _in_xml,
    "application/rdf+xml": _behind_xml,
    **dict.fromkeys(
        ("text/turtle", "application/n-triples", "application/trig", "application/n-quads"), _behind
    ),
}
