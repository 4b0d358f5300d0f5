"""What a service answers: candidates for each query, as far as they can be understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tertium.api.remote_linking.documents import (
    Named,
    listed_in,
    named_by,
    number_of,
    part_of,
    read_json,
    text_of,
)
from tertium.api.remote_linking.service import Service
from tertium.errors import SourceUnavailableError

__all__ = ["Feature", "Offer", "read_batch"]

_EXCERPT: Final = 200


@dataclass(frozen=True, slots=True)
class Feature:
    """In what respect a service weighed a candidate, and what it measured."""

    id: str
    name: str
    value: float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A candidate as a service gives it; `score` is nothing where it gives none."""

    named: Named
    score: float | None
    match: bool
    types: tuple[str, ...]
    features: tuple[Feature, ...]


def read_batch(
    service: Service, body: bytes, *, count: int
) -> tuple[tuple[Offer, ...] | None, ...]:
    """Return the candidates for each of so many queries; nothing for one without an answer.

    They are sorted by score where all have one, and each entity is there once.

    Raises:
        SourceUnavailableError: when there is no answer at all, or it cannot be said to what.

    """
    answer = read_json(service.url, body)
    results = _drafted(service, answer, count) if service.draft else _older(answer, count)
    key = "candidates" if service.draft else "result"
    found = tuple(_offers(result, key) for result in results)
    if count and not any(offers is not None for offers in found):
        said = text_of(part_of(answer, "message")) or text_of(part_of(answer, "error"))
        problem = f"it answers no query{': ' * bool(said)}{said[:_EXCERPT]}"
        raise SourceUnavailableError(service.url, problem)
    return found


def _drafted(service: Service, answer: object, count: int) -> Sequence[object]:
    results = part_of(answer, "results")
    if isinstance(results, list) and len(results) != count:
        problem = f"it answers {len(results)} queries of {count}, and does not say which"
        raise SourceUnavailableError(service.url, problem)
    return results if isinstance(results, list) else ()


def _older(answer: object, count: int) -> Sequence[object]:
    return [part_of(answer, f"q{place}") for place in range(count)]


def _offers(result: object, key: str) -> tuple[Offer, ...] | None:
    nodes = part_of(result, key)
    if not isinstance(nodes, list):
        return None
    offers: dict[str, Offer] = {}
    for offer in map(_offer, nodes):
        before = offers.setdefault(offer.named.id, offer)
        if offer.match > before.match:
            offers[offer.named.id] = replace(before, match=True)
    offers.pop("", None)
    scores = [offer.score for offer in offers.values()]
    if None in scores:
        return tuple(offers.values())  # as the service puts them
    return tuple(sorted(offers.values(), key=lambda offer: -(offer.score or 0)))


def _offer(node: object) -> Offer:
    types = (named_by(one).name for one in listed_in(node, "type"))
    return Offer(
        named=named_by(node),
        score=number_of(part_of(node, "score")),
        match=part_of(node, "match") is True,
        types=tuple(filter(None, types)),
        features=tuple(_features(node)),
    )


def _features(node: object) -> Iterator[Feature]:
    for feature in listed_in(node, "features"):
        named, value = named_by(feature), part_of(feature, "value")
        measured = value if isinstance(value, bool) else number_of(value)
        if named.id and measured is not None:
            yield Feature(named.id, named.name, measured)
