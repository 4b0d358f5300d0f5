"""What a reader asked to see: it stands in the address, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import quote, unquote, urlencode

from tertium.api.paging import Wanted
from tertium.errors import BadRequestError
from tertium.interfaces.web.negotiation import preferred
from tertium.model.terms import Iri
from tertium.model.verdict import Length, Ranks, View
from tertium.queries.identifiers import identifier
from tertium.queries.prefixes import iri_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from starlette.requests import Request

__all__ = ["Viewing", "language_in", "names_in", "wanted_in"]

_Word = TypeVar("_Word", bound=Enum)
_MOST: Final = 999_999
_LONG: Final = 7
_USUAL: Final = "en"
_FLAGS: Final = {"": False, "0": False, "false": False, "1": True, "true": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewing:
    """A page as it was asked for: of which entities, and how.

    A language that is `chosen`, rather than the one that a browser likes, stays in addresses.
    """

    entities: tuple[Iri, ...]
    language: str = "en"
    wanted: Wanted = field(default_factory=Wanted)
    chosen: bool = False

    def address(self, suffix: str = "") -> str:
        """Return where this page is: `/compare/…` of several entities, `/entity/…` of one.

        The suffix (".json") names a format. Two pages are the same if their addresses are.
        """
        room = "/compare/" if len(self.entities) > 1 else "/entity/"
        path = room + "/".join(quote(identifier(iri), safe=":") for iri in self.entities) + suffix
        fields = urlencode(self.fields, safe=":")
        return f"{path}?{fields}" if fields else path

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """What is not as it usually is, as it stands in the address."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[tuple[str, str]]:
        wanted, usual = self.wanted, Wanted()
        fields: Mapping[str, tuple[object, object]] = {
            "view": (wanted.view.value, usual.view.value),
            "facet": (identifier(Iri(wanted.facet or "")) or None, usual.facet),
            "rows": (wanted.rows, usual.rows),
            "ranks": (wanted.ranks.value, usual.ranks.value),
            "at": (wanted.at, usual.at),
            "sensitive": (int(wanted.sensitive), int(usual.sensitive)),
            "length": (wanted.length.value, usual.length.value),
            "lang": (self.language, "" if self.chosen else _USUAL),
        }
        for name, (value, normal) in fields.items():
            if value != normal:
                yield name, str(value)


def names_in(request: Request, room: str) -> tuple[str, ...]:
    """Return the names after a room of the path; a name may hold a slash, written as `%2F`."""
    raw: bytes = request.scope.get("raw_path") or quote(request.url.path).encode()
    path = raw.decode("ascii", "replace").partition("?")[0]
    return tuple(map(unquote, filter(None, path.removeprefix(room).split("/"))))


def language_in(request: Request, known: Sequence[str]) -> str:
    """Return which of the languages we can write in is wanted, by the address or the header.

    Raises:
        BadRequestError: when the address names another one.

    """
    asked = request.query_params.get("lang", "")
    tags = (asked,) if asked else preferred(request.headers.get("accept-language", ""))
    for tag in tags:
        if (language := tag.partition("-")[0].casefold()) in known:
            return language
    if asked:
        raise BadRequestError(place="lang", problem=f"one of {', '.join(known)} is expected")
    return _USUAL


def wanted_in(request: Request) -> Wanted:
    """Return what is wanted of a page, by the fields of the address.

    Raises:
        BadRequestError: when a field has a value that it cannot have.

    """
    asked = request.query_params
    rows = asked.get("rows") or None
    if rows and not (rows.isascii() and rows.isdecimal() and 0 < int(rows[:_LONG]) <= _MOST):
        raise BadRequestError(place="rows", problem=f"a whole number from 1 to {_MOST} is expected")
    flag = asked.get("sensitive", "").casefold()
    if flag not in _FLAGS:
        raise BadRequestError(place="sensitive", problem="1 or 0 is expected")
    facet = asked.get("facet", "")
    return Wanted(
        view=_one_of("view", asked.get("view"), View.ALL),
        facet=iri_of(facet) or facet or None,
        rows=int(rows[:_LONG]) if rows else None,
        ranks=_one_of("ranks", asked.get("ranks"), Ranks.BEST),
        at=asked.get("at") or None,
        sensitive=_FLAGS[flag],
        length=_one_of("length", asked.get("length"), Length.NORMAL),
    )


def _one_of(name: str, text: str | None, usual: _Word) -> _Word:
    """Return one of some closed words, the usual one if none is given."""
    known = {str(word.value): word for word in type(usual)}
    if text and text not in known:
        raise BadRequestError(place=name, problem=f"one of {', '.join(known)} is expected")
    return known[text] if text else usual
