"""What a service calls the types and properties that we name: asked once each."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tertium.api.remote_linking.documents import Named
from tertium.api.remote_linking.identifiers import id_of
from tertium.api.remote_linking.service import Service, Suggested
from tertium.api.remote_linking.suggesting import chosen
from tertium.errors import BadParameterError
from tertium.model.link import LinkQuery
from tertium.model.terms import Iri

__all__ = ["Vocabulary"]

_CODE: Final = re.compile(r"\S*[\d:/]\S*")  # an identifier rather than a name


class Vocabulary:
    """Turns the types and properties of queries into identifiers of a service."""

    def __init__(
        self, service: Service, suggest: Callable[[str, Suggested], tuple[Named, ...]]
    ) -> None:
        """Keep whose identifiers they are, and what asks for suggestions."""
        self._service = service
        self._suggest = suggest
        self._known: dict[tuple[Suggested, str], Iri] = {}

    def worded(self, query: LinkQuery) -> LinkQuery:
        """Return a query with types and properties as the service calls them.

        Raises:
            BadParameterError: when the service suggests none of this name.
            SourceUnavailableError: when it does not answer.

        """
        given = (
            replace(one, property=self._called(one.property, Suggested.PROPERTY))
            if one.property
            else one
            for one in query.given
        )
        types = (self._called(one, Suggested.TYPE) for one in query.types)
        return replace(query, types=tuple(types), given=tuple(given))

    def _called(self, wanted: str, kind: Suggested) -> Iri:
        if (kind, wanted) not in self._known:
            self._known[kind, wanted] = Iri(self._found(wanted, kind))
        return self._known[kind, wanted]

    def _found(self, wanted: str, kind: Suggested) -> str:
        known = id_of(wanted, self._service)
        if known != wanted:
            return known
        usual = self._service.types if kind is Suggested.TYPE else ()
        one = chosen(wanted, usual)
        if one is None and kind in self._service.suggesting:
            usual = self._suggest(wanted, kind)
            one = chosen(wanted, usual)
        if one is not None or _CODE.fullmatch(wanted):
            return one.id if one else wanted
        close = ", ".join(f"{near.name} ({near.id})" for near in usual[:3])
        hint = f"; did you mean {close}?" if close else "; give its identifier"
        problem = f"{self._service.name} knows no single {kind.value} {wanted!r}{hint}"
        raise BadParameterError(kind.value, problem)
