"""What is fetched of neighbours: their names, and what places them among others."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.api.fetching.answering import answer_in, check_entities
from tertium.errors import SourceUnavailableError
from tertium.fetch.request import Request
from tertium.store.entity_json.fields import text, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tertium.api.fetching.site import Site
    from tertium.fetch.fetcher import Fetcher
    from tertium.store.entity_json.fields import Fields

__all__ = ["Record", "Records"]

_AT_ONCE: Final = 50
"""How many entities a Wikibase tells of at once."""

_NAMES: Final = ("labels", "descriptions", "aliases", "datatype")
_PLACING: Final = ("P31", "P279", "P1628", "P1630", "P1647", "P1696")
"""Classes; of properties: equivalents, web addresses of values, broader ones, inverses."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was fetched of a neighbour: by which identifier it was asked for, which one it has."""

    asked: str
    identifier: str
    fields: Fields

    @property
    def is_named(self) -> bool:
        """Whether this has a name."""
        return bool(within(self.fields, "labels"))

    def adds_to(self, known: Mapping[str, frozenset[str]]) -> bool:
        """Return whether this has more names than those in languages which are known."""
        before = known.get(self.identifier)
        return before is None or not before.issuperset(within(self.fields, "labels"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Asks a site for the names of many entities, in some languages.

    `tell` is told how many more were asked for. Offline, entities have no names which are not in
    the cache.
    """

    site: Site
    fetcher: Fetcher
    languages: tuple[str, ...]
    tell: Callable[[int], None]

    def of(self, identifiers: Iterable[str], *, claims: bool) -> Iterator[Record]:
        """Yield what the site tells of entities; of one which it does not have, nothing.

        Raises:
            SourceUnavailableError: when it does not answer rightly.

        """
        props = (*_NAMES, "claims") if claims else _NAMES
        wanted = tuple(identifiers)
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            request = Request(
                url=self.site.entities(some, props, self.languages), check=check_entities(some)
            )
            self.tell(len(some))
            with suppress(*self._lacking):
                answer = self.fetcher.fetch(request)
                yield from _records(some, within(answer_in(answer.body), "entities"))

    @property
    def _lacking(self) -> tuple[type[Exception], ...]:
        return (SourceUnavailableError,) if self.fetcher.offline else ()


def _records(asked: Iterable[str], entities: Fields) -> Iterator[Record]:
    for identifier in asked:
        fields = within(entities, identifier)
        if "missing" not in fields:
            yield Record(identifier, text(fields, "id"), _placed(fields))


def _placed(fields: Fields) -> Fields:
    claims = within(fields, "claims")
    return {**fields, "claims": {name: claims[name] for name in _PLACING if name in claims}}
