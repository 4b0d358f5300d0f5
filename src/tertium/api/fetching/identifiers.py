"""What the user calls an entity: `Q42`, `wd:Q42`, its IRI or the address of its page."""

import re
from collections.abc import Iterable
from typing import Final

from tertium.errors import BadIdentifierError

__all__ = ["identifier_of", "is_named", "revisions_of"]

_IDENTIFIER: Final = re.compile(
    r"(?:wd:|https?://\S+/)?(?:\w+:)?([QPL][1-9]\d{0,9})", re.IGNORECASE
)
_REVISION: Final = re.compile(r"[1-9]\d{0,18}")
_NAMED: Final = re.compile(r"[QP][1-9]\d{0,9}")


def identifier_of(text: str) -> str:
    """Return the identifier that a text means.

    Raises:
        BadIdentifierError: when it means none.

    >>> identifier_of("wd:q42"), identifier_of("https://www.wikidata.org/wiki/Property:P31")
    ('Q42', 'P31')

    """
    found = _IDENTIFIER.fullmatch(text.strip())
    if found is None:
        raise BadIdentifierError(text)
    return found[1].upper()


def is_named(identifier: str) -> bool:
    """Return whether this is an item or a property, which have labels."""
    return bool(_NAMED.fullmatch(identifier))


def revisions_of(texts: Iterable[str]) -> dict[str, int]:
    """Return which revisions are wanted of which entities: `Q42=1234567`.

    Raises:
        BadIdentifierError: when a text does not say that.

    """
    return dict(map(_revision, texts))


def _revision(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if not _REVISION.fullmatch(number):
        raise BadIdentifierError(text)
    return identifier_of(name), int(number)
