"""The identifiers of a service, and the IRIs for which they stand."""

import re
from typing import Final
from urllib.parse import quote

from tertium.api.remote_linking.service import Service
from tertium.model.terms import Iri

__all__ = ["id_of", "iri_of"]

_ABSOLUTE: Final = re.compile(r"(https?://|urn:)\S")
_PREFIX: Final = ("/", "#", ":", "=")
_PLACE: Final = re.compile(r"\{\{id\}\}|\{(?P<way>[+?&]?)id\}")
_ALLOWED: Final = re.compile(r"[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]")


def iri_of(identifier: str, service: Service) -> Iri:
    """Return the IRI of an entity that a service knows by an identifier.

    It is the identifier itself where that is an IRI, or what begins all of them before it, or the
    address where it can be viewed: not all services say what begins their identifiers, and the
    draft of version 1.0 has only views.
    """
    if _ABSOLUTE.match(identifier):
        return Iri(_written(identifier))
    if _is_prefix(service.space):
        return Iri(_written(service.space + identifier))
    viewed, count = _PLACE.subn(lambda place: _filled(place, identifier), service.view)
    if count and _ABSOLUTE.match(viewed):
        return Iri(_written(viewed))
    start = service.space if _ABSOLUTE.match(service.space) else service.url
    return Iri(_written(f"{start}/{identifier}"))


def id_of(iri: str, service: Service) -> str:
    """Return what a service calls what we know by an IRI, or the IRI where nothing tells.

    >>> service = Service(url="", name="", draft=False, suggesting={}, space="http://a.org/id/")
    >>> id_of("http://a.org/id/Q5", service), id_of("Q5", service)
    ('Q5', 'Q5')

    """
    starts = [space for space in (service.space, service.schema) if _is_prefix(space)]
    view = _PLACE.search(service.view)
    if view and not service.view[view.end() :]:
        starts.append(service.view[: view.start()])
    known = (iri.removeprefix(start) for start in starts if start and iri.startswith(start))
    return next(filter(None, known), iri)


def _is_prefix(space: str) -> bool:
    return _ABSOLUTE.match(space) is not None and space.endswith(_PREFIX)


def _filled(place: re.Match[str], identifier: str) -> str:
    way = place["way"]
    if way is None or way == "+":
        return identifier
    return f"{way}{'id=' * bool(way)}{quote(identifier, safe='', errors='replace')}"


def _written(identifier: str) -> str:
    return "".join(
        sign if _ALLOWED.match(sign) else quote(sign, safe="", errors="replace")
        for sign in identifier
    )
