"""What a text would make an engine do besides reading its own graph.

Engines take keywords where a person sees none: glued to a number (`1SERVICE`), to each other
(`SERVICESILENT`) or to a name (`SERVICE:x {`). So they are found there, too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from tertium.errors import RefusedError
from tertium.queries.gate.placing import Placed
from tertium.queries.tokens import Kind

__all__ = ["check_services", "check_updates", "is_update"]

_GLUE: Final = r"(?:[\d.eE+-]*|true|false)"
_SERVICE: Final = re.compile(_GLUE + r"SERVICE(?:SILENT)?", re.IGNORECASE)
_SERVICE_NAME: Final = re.compile(_GLUE + r"SERVICE[^:]*:", re.IGNORECASE)
_SERVICE_HIDDEN: Final = re.compile(r"SERVICE(?:SILENT)?(?:[?$]\w+|[\w.-]*:[^#]*)?#", re.IGNORECASE)
_LOAD: Final = re.compile(r"LOAD(?:SILENT)?", re.IGNORECASE)
_LOAD_NAME: Final = re.compile(r"LOAD[^:]*:", re.IGNORECASE)
_BEFORE_NAMES: Final = frozenset(("BASE", "FROM", "GRAPH", "NAMED", "PREFIX"))
_CHANGES: Final = frozenset(
    ("ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH")
)
_QUERY: Final = "the query"
_UPDATE: Final = "the update"


def check_services(found: Iterable[Placed]) -> None:
    """Raise when another server is to be asked.

    Raises:
        RefusedError: when it is.

    """
    if any(_is_service(one, following) for one, following in _followed(found)):
        raise RefusedError(_QUERY, "it asks another server (SERVICE)")


def check_updates(found: Iterable[Placed]) -> None:
    """Raise when an update reads an address.

    Raises:
        RefusedError: when it does.

    """
    if any(_is_load(one) for one in found):
        raise RefusedError(_UPDATE, "it reads an address (LOAD)")


def is_update(found: Sequence[Placed]) -> bool:
    """Return whether a text changes the graph, by the word which it begins with."""
    words = (
        one.token.text.upper()
        for one in found
        if one.token.kind is Kind.WORD and one.token.text.upper() not in {"BASE", "PREFIX"}
    )
    return next(words, "") in _CHANGES


def _followed(found: Iterable[Placed]) -> Iterator[tuple[Placed, str]]:
    """Yield each token with the text of the next."""
    found = tuple(found)
    yield from ((one, after.token.text) for one, after in pairwise(found))
    yield from ((one, "") for one in found[-1:])


def _is_service(one: Placed, following: str) -> bool:
    match one.token.kind:
        case Kind.WORD:
            return _SERVICE.fullmatch(one.token.text) is not None
        case Kind.NAME if following == "{":
            is_name = one.before.text.upper() in _BEFORE_NAMES
            return not is_name and _SERVICE_NAME.match(one.token.text) is not None
        case Kind.IRI if one.doubtful:
            return _SERVICE_HIDDEN.search(one.token.text) is not None
        case _:
            return False


def _is_load(one: Placed) -> bool:
    match one.token.kind:
        case Kind.WORD:
            return _LOAD.fullmatch(one.token.text) is not None
        case Kind.NAME if one.depth == 0 and one.before.text.upper() not in _BEFORE_NAMES:
            return _LOAD_NAME.match(one.token.text) is not None
        case _:
            return False
