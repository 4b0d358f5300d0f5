"""Links names by asking a reconciliation service."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, Protocol
from urllib.parse import urlencode

from tertium.api.remote_linking.answering import read_batch
from tertium.api.remote_linking.asking import batch_of
from tertium.api.remote_linking.documents import Named
from tertium.api.remote_linking.extending import extension_of, read_extension
from tertium.api.remote_linking.identifiers import id_of
from tertium.api.remote_linking.judging import judged, unanswered, unasked
from tertium.api.remote_linking.service import Service, Suggested, read_service
from tertium.api.remote_linking.suggesting import read_suggestions, suggestions_at
from tertium.api.remote_linking.vocabulary import Vocabulary
from tertium.errors import SourceUnavailableError
from tertium.model.link import Linking, LinkQuery
from tertium.model.terms import Iri

__all__ = ["Exchange", "RemoteLinker"]

_LIMIT: Final = 10
_LONGEST: Final = 500
"""How many characters a name may have to be asked for."""

_KEPT: Final = 10_000
"""How many answers are kept, for names which come again."""

_WAITING: Final = 1_000
"""How many queries wait at most for others to be asked with."""

_JSON: Final = "application/json"
_FORM: Final = "application/x-www-form-urlencoded"
_FIELDS: Final = {"match": "queries", "extend": "extend"}


class Exchange(Protocol):
    """What gets and posts, politely."""

    def get(self, url: str) -> bytes:
        """Return what an address answers."""
        ...

    def post(self, url: str, body: bytes, *, kind: str) -> bytes:
        """Return what an address answers to a body of a kind."""
        ...


class RemoteLinker:
    """Links names to the entities of a reconciliation service, whichever version it speaks.

    The service is asked for its manifest at first, then for so many names together as it takes,
    one request at a time. What is asked twice is sent once. Types and properties of queries may be
    IRIs, identifiers of the service, or names that it suggests.
    """

    def __init__(self, url: str, exchange: Exchange, *, limit: int = _LIMIT) -> None:
        """Keep the address of a service, and how many candidates are wanted at most."""
        self._url = url
        self._exchange = exchange
        self._limit = limit

    @cached_property
    def service(self) -> Service:
        """The service as its manifest describes it.

        Raises:
            SourceUnavailableError: when it has none, or does not answer.

        """
        return read_service(self._url, self._exchange.get(self._url))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.service, self.suggest)

    def link(self, query: LinkQuery | str) -> Linking:
        """Return the candidates for a name; see `link_all`."""
        asked = LinkQuery(text=query) if isinstance(query, str) else query
        return next(self.link_all((asked,)))

    def link_all(self, queries: Iterable[LinkQuery]) -> Iterator[Linking]:
        """Yield each query with its candidates, in order, as soon as the service has answered.

        Raises:
            BadParameterError: when a type or property has a name that the service does not know.
            SourceUnavailableError: when it does not answer, or with nothing that can be used.

        """
        known: dict[LinkQuery, Linking] = {}
        for window in self._windows(queries, known):
            new = {_bare(query): None for query in window if _bare(query) not in known}
            known.update(zip(new, self._answers(tuple(new)), strict=True))
            yield from (replace(known[_bare(query)], query=query) for query in window)
            if len(known) > _KEPT:
                known.clear()

    def suggest(self, text: str, kind: Suggested) -> tuple[Named, ...]:
        """Return what the service suggests for the beginning of a name; nothing if it never does.

        Raises:
            SourceUnavailableError: when it does not answer.

        """
        address = self.service.suggesting.get(kind)
        if address is None:
            return ()
        asked = suggestions_at(address, text)
        return read_suggestions(asked, self._exchange.get(asked))

    def extend(
        self, entities: Sequence[Iri], properties: Sequence[str]
    ) -> Mapping[Iri, Mapping[str, tuple[str, ...]]]:
        """Return what the service states of entities: the values of each property, as texts.

        Raises:
            SourceUnavailableError: when it states nothing of what it knows, or does not answer.

        """
        service = self.service
        if not service.extending:
            raise SourceUnavailableError(service.url, "it does not tell what it knows of entities")
        ids = [id_of(entity, service) for entity in entities]
        body = extension_of(ids, properties)
        answer = self._post("extend", body)
        found = read_extension(service, answer, ids=ids)
        return {entity: found[one] for entity, one in zip(entities, ids, strict=True)}

    def _windows(
        self, queries: Iterable[LinkQuery], known: Mapping[LinkQuery, Linking]
    ) -> Iterator[list[LinkQuery]]:
        """Yield queries of which as many are new as the service takes together."""
        window: list[LinkQuery] = []
        new: set[LinkQuery] = set()
        for query in queries:
            window.append(query)
            if _bare(query) not in known and _is_name(query.text):
                new.add(_bare(query))
            if not new or len(new) == self.service.batch or len(window) == _WAITING:
                yield window
                window, new = [], set()
        if window:
            yield window

    def _answers(self, queries: Sequence[LinkQuery]) -> Iterator[Linking]:
        names = [query for query in queries if _is_name(query.text)]
        answers = iter(self._asked(names) if names else ())
        for query in queries:
            yield next(answers) if _is_name(query.text) else unasked(query)

    def _asked(self, queries: Sequence[LinkQuery]) -> tuple[Linking, ...]:
        service = self.service
        worded = tuple(map(self._vocabulary.worded, queries))
        answer = self._post("match", batch_of(worded, service, limit=self._limit))
        found = read_batch(service, answer, count=len(queries))
        return tuple(
            unanswered(query, service)
            if offers is None
            else judged(query, offers, service, limit=self._limit)
            for query, offers in zip(queries, found, strict=True)
        )

    def _post(self, what: str, body: bytes) -> bytes:
        """Post to a route of version 1.0, or the form field that was there instead before."""
        if self.service.draft:
            return self._exchange.post(self.service.route(what), body, kind=_JSON)
        form = urlencode({_FIELDS[what]: body}).encode("ascii")
        return self._exchange.post(self.service.url, form, kind=_FORM)


def _bare(query: LinkQuery) -> LinkQuery:
    return replace(query, key="")


def _is_name(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST
