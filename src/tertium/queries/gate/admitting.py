"""Who may ask what: each door has its own demands."""

from typing import Final

from tertium.errors import BadQueryError
from tertium.queries.gate.deeds import check_services, check_updates, is_update
from tertium.queries.gate.placing import placed
from tertium.queries.gate.sizes import check_length, check_sizes
from tertium.queries.gate.spelling import check_spelling
from tertium.queries.gate.values import check_values

__all__ = ["admit", "admit_stranger", "admit_update", "keep_home"]

_QUERY: Final = 1 << 16
"""So many bytes a query may have, in UTF-8."""
_UPDATE: Final = 1 << 20
"""So many bytes an update may have."""


def admit(sparql: str) -> None:
    """Let a query pass that engines can read.

    Raises:
        LimitError: when it is too long, nests too deeply, or has too long a path.

    """
    check_length(sparql, _QUERY)
    check_sizes(placed(sparql))


def keep_home(sparql: str) -> None:
    """Let a query pass that makes no engine ask another server.

    Raises:
        RefusedError: when it has SERVICE.

    """
    if _mentions(sparql, "SERVICE"):
        check_services(placed(sparql))


def admit_stranger(sparql: str) -> None:
    r"""Let a query pass which anybody may ask over the web.

    Raises:
        BadQueryError: when it is an update, or hides what it says behind escapes.
        LimitError: when it is too long, nests too deeply, has too long a path or too many VALUES.
        RefusedError: when it asks another server (SERVICE).

    >>> admit_stranger("ASK { SERVICE <http://127.0.0.1/> { } }")
    Traceback (most recent call last):
    tertium.errors.RefusedError: the query is refused: it asks another server (SERVICE)

    """
    check_length(sparql, _QUERY)
    found = placed(sparql)
    check_sizes(found)
    if "\\" in sparql:
        check_spelling(found)
    if _mentions(sparql, "VALUES"):
        check_values(found)
    keep_home(sparql)
    if is_update(found):
        problem = "it is an update"
        raise BadQueryError(problem)


def admit_update(sparql: str) -> None:
    """Let an update pass, of somebody who may change the graph, which reads and asks nobody else.

    Raises:
        BadQueryError: when it hides what it says behind escapes.
        LimitError: when it is too long, nests too deeply or has too long a path.
        RefusedError: when it reads an address (LOAD) or asks another server (SERVICE).

    """
    check_length(sparql, _UPDATE)
    found = placed(sparql)
    check_sizes(found)
    if "\\" in sparql:
        check_spelling(found)
    keep_home(sparql)
    if _mentions(sparql, "LOAD"):
        check_updates(found)


def _mentions(sparql: str, word: str) -> bool:
    """Return whether a word is anywhere in a text: if not, no token needs to be looked at."""
    return word in sparql.upper()
