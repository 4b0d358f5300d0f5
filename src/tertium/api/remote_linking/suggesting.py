"""What a service calls a property or a type, asked by its name."""

from urllib.parse import urlencode

from tertium.api.remote_linking.documents import Named, listed_in, named_by, read_json

__all__ = ["chosen", "read_suggestions", "suggestions_at"]


def suggestions_at(address: str, text: str) -> str:
    """Return the address of suggestions for the beginning of a name.

    >>> suggestions_at("http://a.org/suggest?key=1", "place of")
    'http://a.org/suggest?key=1&prefix=place+of'

    """
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'prefix': text})}"


def read_suggestions(address: str, body: bytes) -> tuple[Named, ...]:
    """Return what is suggested.

    Raises:
        SourceUnavailableError: when the answer is no JSON.

    """
    named = map(named_by, listed_in(read_json(address, body), "result"))
    return tuple(one for one in named if one.id)


def chosen(wanted: str, known: tuple[Named, ...]) -> Named | None:
    """Return what is meant: what has this identifier, or alone has this name, in any case."""
    for one in known:
        if one.id == wanted:
            return one
    folded = wanted.strip().casefold()
    same = {one.id: one for one in known if one.name.casefold() == folded}
    return next(iter(same.values())) if len(same) == 1 else None
