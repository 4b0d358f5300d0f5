"""What a service is asked: queries as both versions of the protocol have them."""

from collections.abc import Iterator, Mapping, Sequence

from tertium.api.remote_linking.documents import as_json
from tertium.api.remote_linking.identifiers import id_of
from tertium.api.remote_linking.service import Service
from tertium.model.link import Given, LinkQuery

__all__ = ["batch_of"]


def batch_of(queries: Sequence[LinkQuery], service: Service, *, limit: int) -> bytes:
    """Return queries as a service reads them, in their order.

    What is given without a property cannot be asked, and the other names of a thing are left out.
    Version 1.0 takes one type: of several, none is named, so that nothing is excluded wrongly.
    """
    if service.draft:
        return as_json({"queries": [_drafted(query, service, limit) for query in queries]})
    numbered = enumerate(queries)
    return as_json({f"q{place}": _older(query, service, limit) for place, query in numbered})


def _drafted(query: LinkQuery, service: Service, limit: int) -> Mapping[str, object]:
    name = {"matchType": "name", "propertyValue": query.text}
    others = [
        {"matchType": "property", "propertyId": property_id, "propertyValue": values}
        for property_id, values in _given(query.given, service)
    ]
    types = [id_of(one, service) for one in query.types]
    kind = {"type": types[0]} if len(types) == 1 else {}
    return {**kind, "limit": limit, "conditions": [name, *others]}


def _older(query: LinkQuery, service: Service, limit: int) -> Mapping[str, object]:
    asked: dict[str, object] = {"query": query.text, "limit": limit}
    types = [id_of(one, service) for one in query.types]
    if types:
        asked["type"] = types[0] if len(types) == 1 else types
        asked["type_strict"] = "any"
    given = _given(query.given, service)
    if properties := [{"pid": property_id, "v": values} for property_id, values in given]:
        asked["properties"] = properties
    return asked


def _given(given: Sequence[Given], service: Service) -> Iterator[tuple[str, object]]:
    for one in given:
        values = [_value(value, service) for value in one.values]
        if one.property and values:
            yield id_of(one.property, service), values[0] if len(values) == 1 else values


def _value(value: str, service: Service) -> object:
    known = id_of(value, service)
    return value if known == value else {"id": known, "name": known}
