"""Which language is spoken with somebody who prefers some."""

from collections.abc import Iterable, Mapping

__all__ = ["spoken"]


def spoken(wanted: Iterable[str], known: Mapping[str, str]) -> str:
    """Return the first of the languages wanted that is known; nothing if none is.

    They are known by their tags in small letters. What is said of a language is left away bit by
    bit until it is known (RFC 4647, 3.4).

    >>> spoken(["fr", "de-CH"], {"de": "de", "en": "en"})
    'de'

    """
    for tag in wanted:
        parts = tag.casefold().split("-")
        for end in range(len(parts), 0, -1):
            if (known_as := known.get("-".join(parts[:end]))) is not None:
                return known_as
    return ""
