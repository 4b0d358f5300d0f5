"""The documents of entities as a Wikibase has them, whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.api.fetching.answering import check_entity, entity_in
from tertium.errors import MissingEntityError, MissingPageError
from tertium.fetch.request import Request
from tertium.model.revision import Revision
from tertium.store.entity_json.fields import text, whole

if TYPE_CHECKING:
    from tertium.api.fetching.site import Site
    from tertium.fetch.fetcher import Fetcher
    from tertium.store.entity_json.fields import Fields

__all__ = ["Document", "document_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An entity as it was fetched: by which identifier it was asked for, which one it has.

    The two differ where an entity was merged into another.
    """

    asked: str
    identifier: str
    fields: Fields
    revision: Revision
    cached: bool = False


def document_of(identifier: str, revision: int, *, site: Site, fetcher: Fetcher) -> Document:
    """Return the document of an entity, of a revision unless that is 0.

    Raises:
        MissingEntityError: when the site has no such entity.
        SourceUnavailableError: when it does not answer rightly.

    """
    request = Request(url=site.entity(identifier, revision), check=check_entity(revision))
    try:
        answer = fetcher.fetch(request)
    except MissingPageError as error:
        wanted = f"revision {revision} of {identifier}" if revision else identifier
        raise MissingEntityError(wanted, site.address) from error
    fields = entity_in(answer.body)
    found, number = text(fields, "id"), whole(fields, "lastrevid")
    return Document(
        asked=identifier,
        identifier=found,
        fields=fields,
        revision=Revision(
            entity=site.iri(found),
            number=number,
            url=site.entity(found, number),
            retrieved=answer.retrieved,
        ),
        cached=answer.cached,
    )
