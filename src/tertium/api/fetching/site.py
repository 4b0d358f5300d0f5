"""A Wikibase on the web: where its entities are, and what their IRIs begin with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from tertium.api.fetching.answering import check_answer
from tertium.errors import SourceUnavailableError
from tertium.fetch.request import Request
from tertium.store.entity_json import WIKIDATA as IRIS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tertium.fetch.fetcher import Fetcher

__all__ = ["WIKIDATA", "Site", "site_at"]

WIKIDATA: Final = "https://www.wikidata.org"
"""The address of Wikidata."""

_LAG: Final = 5
"""How many seconds its copies may lag behind for Wikidata to be asked."""


@dataclass(frozen=True, slots=True)
class Site:
    """A Wikibase: its address, and what the IRIs of its entities begin with.

    >>> Site().entity("Q42", 7)
    'https://www.wikidata.org/wiki/Special:EntityData/Q42.json?revision=7'
    """

    address: str = WIKIDATA
    iris: str = IRIS

    def iri(self, identifier: str) -> str:
        """Return the IRI of an entity."""
        return f"{self.iris}entity/{identifier}"

    def entity(self, identifier: str, revision: int = 0) -> str:
        """Return the address of an entity's document, of one revision if it is given."""
        page = f"{self.address}/wiki/Special:EntityData/{identifier}.json"
        return f"{page}?revision={revision}" if revision else page

    def entities(
        self, identifiers: Iterable[str], props: Iterable[str], languages: Iterable[str]
    ) -> str:
        """Return the address of parts of the documents of up to 50 entities."""
        return self._api(
            action="wbgetentities",
            ids="|".join(identifiers),
            props="|".join(props),
            languages="|".join(languages),
        )

    @property
    def about(self) -> str:
        """The address of what the site says of itself."""
        return self._api(action="query", meta="siteinfo", siprop="general")

    def _api(self, **parameters: str) -> str:
        manners = {"maxlag": str(_LAG), "format": "json", "formatversion": "2"}
        return f"{self.address}/w/api.php?{urlencode(parameters | manners)}"


def site_at(address: str, fetcher: Fetcher) -> Site:
    """Return the Wikibase at an address; unless it is Wikidata, it is asked for its IRIs.

    Raises:
        SourceUnavailableError: when it does not answer, or is no Wikibase.

    """
    site = Site(address.rstrip("/"))
    if site.address == WIKIDATA:
        return site
    answer = json.loads(fetcher.fetch(Request(url=site.about, check=check_answer)).body)
    match answer:
        case {"query": {"general": {"wikibase-conceptbaseuri": str(iris)}}}:
            return Site(site.address, iris.removesuffix("entity/"))
        case _:
            raise SourceUnavailableError(
                site.address, "it is no Wikibase: it does not name its IRIs"
            )
