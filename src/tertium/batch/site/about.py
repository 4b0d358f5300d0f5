"""What is known of a site before its pages are made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from tertium.errors import BadAddressError, BadDateError
from tertium.model.comparison import GraphInfo
from tertium.render.escaping import web_address

__all__ = ["Site"]

_DAY: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_UNFIT: Final = "under which no site can be published"
_HOST: Final = re.compile(r"(?i:https?)://[a-z0-9.:-]+(?:/[^?#]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site: what it is called, where it will be, of which graph it is made.

    `address` is where it will be published (`https://example.org/pages/`); where that is not known
    it is empty, and there is neither a sitemap nor a feed, which need whole addresses. `updated` is
    the day (`2026-11-23`) which a feed gives to pages that have none of their own: there is no
    clock here. `failures` counts the pages that could not be made, by the kind of error.

    Raises:
        BadAddressError: when the address is none of the web, or has more than a path.
        BadDateError: when `updated` is no day.

    """

    name: str = "Comparisons"
    address: str = ""
    language: str = "en"
    graph: GraphInfo = field(default_factory=GraphInfo)
    updated: str = ""
    failures: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what would make a site whose addresses lead nowhere."""
        if self.address and not (web_address(self.address) and _HOST.fullmatch(self.address)):
            raise BadAddressError(_UNFIT)
        if self.updated and not _DAY.fullmatch(self.updated):
            raise BadDateError(self.updated)

    def whole(self, path: str) -> str:
        """Return the whole address of a file; empty where it is not known.

        >>> Site(address="https://example.org/a").whole("b.html"), Site().whole("b.html")
        ('https://example.org/a/b.html', '')
        """
        return f"{self.address.rstrip('/')}/{path}" if self.address else ""

    @property
    def folder(self) -> str:
        """The path of the site on its host, as far as it is known.

        >>> Site(address="https://example.org/a").folder, Site().folder
        ('/a/', '/')
        """
        return f"{urlsplit(self.address).path.rstrip('/')}/"
