"""Entities of Wikidata, or of another Wikibase, fetched into a store."""

from tertium.api.fetching.errand import Wanted
from tertium.api.fetching.fetching import FetchReport, fetch_entities
from tertium.api.fetching.site import WIKIDATA

__all__ = ["WIKIDATA", "FetchReport", "Wanted", "fetch_entities"]
