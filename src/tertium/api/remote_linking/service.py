"""A reconciliation service as its manifest describes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from tertium.api.agent import is_web
from tertium.api.remote_linking.documents import (
    Named,
    listed_in,
    named_by,
    number_of,
    part_of,
    read_json,
    text_of,
)
from tertium.errors import SourceUnavailableError

__all__ = ["Service", "Suggested", "read_service"]

_BATCH: Final = 10
"""How many queries go together where the manifest says nothing; OpenRefine sends as many."""

_MOST: Final = 100
"""How many go together at most, whatever the manifest says."""

_TELLING: Final = frozenset({"versions", "identifierSpace", "schemaSpace", "view"})


class Suggested(Enum):
    """What a service may be asked to suggest."""

    ENTITY = "entity"
    PROPERTY = "property"
    TYPE = "type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A reconciliation service: where it is, in which version it is asked, and what it offers.

    `space` and `schema` say what its identifiers of entities and of properties are; `view` makes an
    address of an identifier. `hundred` is what it promises: that its scores are percentages.
    """

    url: str
    name: str
    draft: bool
    space: str = ""
    schema: str = ""
    view: str = ""
    batch: int = _BATCH
    hundred: bool = False
    types: tuple[Named, ...] = ()
    suggesting: Mapping[Suggested, str]
    extending: bool = False

    def route(self, *names: str) -> str:
        """Return an address below that of the service, as version 1.0 has them."""
        parts = urlsplit(self.url)
        path = "/".join((parts.path.rstrip("/"), *names))
        return urlunsplit(parts._replace(path=path))


def read_service(url: str, body: bytes) -> Service:
    """Return the service whose manifest this is.

    Of the versions that it speaks, the newest one is taken: 1.0-draft, or else 0.2, of which 0.1 is
    a part. What it would have suggested by another host is not used.

    Raises:
        SourceUnavailableError: when this is no manifest.

    """
    manifest = read_json(url, body)
    if not isinstance(manifest, dict) or not _TELLING & manifest.keys():
        raise SourceUnavailableError(url, "no reconciliation service: it shows no manifest")
    versions = map(text_of, listed_in(manifest, "versions"))
    types = map(named_by, listed_in(manifest, "defaultTypes"))
    service = Service(
        url=url,
        name=text_of(manifest.get("name")) or urlsplit(url).netloc,
        draft=any(version.startswith("1.") for version in versions),
        space=text_of(manifest.get("identifierSpace")),
        schema=text_of(manifest.get("schemaSpace")),
        view=text_of(part_of(manifest.get("view"), "url")),
        batch=_batch(manifest.get("batchSize")),
        hundred=manifest.get("standardizedScore") is True,
        types=tuple(one for one in types if one.id),
        suggesting={},
        extending=isinstance(manifest.get("extend"), dict),
    )
    return replace(service, suggesting=dict(_suggesting(service, manifest.get("suggest"))))


def _batch(stated: object) -> int:
    number = number_of(stated)
    return _BATCH if number is None or number < 1 else int(min(number, _MOST))


def _suggesting(service: Service, stated: object) -> Iterator[tuple[Suggested, str]]:
    for kind in Suggested:
        offer = part_of(stated, kind.value)
        address = text_of(part_of(offer, "service_url")) + text_of(part_of(offer, "service_path"))
        if offer is True:
            yield kind, service.route("suggest", kind.value)
        elif is_web(address) and _host(address) == _host(service.url):
            yield kind, address


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
