"""What is shared and what is not, as a text to read, as SPARQL to run and as JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from tertium.errors import UnknownFormatError
from tertium.model.likeness import Cut, Difference, Differences, Likeness, Other, Reference
from tertium.model.values import Entity

__all__ = ["QUERY_FORMATS", "write_differences", "write_likeness"]

QUERY_FORMATS: Final = ("json", "sparql", "text")
_MISSES: Final = 3
"""How many branches that somebody misses are told."""


def write_likeness(found: Likeness, form: str) -> str:
    """Return what entities share in one of `QUERY_FORMATS`.

    Raises:
        UnknownFormatError: when there is no such format.

    """
    match form:
        case "json":
            return _document(_likeness(found))
        case "sparql":
            return found.query
        case "text":
            return "\n".join(_likeness_lines(found)) + "\n"
        case _:
            raise UnknownFormatError(form, QUERY_FORMATS)


def write_differences(found: tuple[Differences, Differences], form: str) -> str:
    """Return what sets two entities apart in one of `QUERY_FORMATS`.

    As SPARQL, it is what is true of the first and not of the second, one query for each.

    Raises:
        UnknownFormatError: when there is no such format.

    """
    match form:
        case "json":
            both = [_differences(one) for one in found]
            return _document({"schema": "tertium/differ/1", "differences": both})
        case "sparql":
            return "\n".join(difference.query for difference in found[0].found)
        case "text":
            return "\n".join(line for one in found for line in _difference_lines(one)) + "\n"
        case _:
            raise UnknownFormatError(form, QUERY_FORMATS)


def _likeness_lines(found: Likeness) -> Iterator[str]:
    yield found.sentence
    if found.others:
        fits = not found.others[0].misses
        yield ""
        yield "Also fit it, the nearest first:" if fits else "Nobody else fits it; nearest come:"
        yield from (f"  {_other(other)}" for other in found.others)
    elif found.parts:
        yield ""
        yield "Nobody else fits it or comes near."
    yield from _cuts(found.cuts)
    if found.parts:
        yield ""
        yield found.query.rstrip()


def _difference_lines(found: Differences) -> Iterator[str]:
    yield f"True of {found.entity.label}, not of {found.other.label}:"
    yield from (f"  {difference.sentence}" for difference in found.found)
    if not found.found:
        yield "  nothing recorded"
    yield f"  {found.reference.sentence}"
    yield from _cuts(found.cuts)
    yield ""


def _other(other: Other) -> str:
    name = f"{other.entity.label} <{other.entity.iri}>"
    if not other.misses:
        return name
    told = "; ".join(part.text for part in other.misses[:_MISSES])
    left = len(other.misses) - _MISSES
    return f"{name}, which does not fit: {told}{f'; and {left} more' if left > 0 else ''}"


def _cuts(cuts: Iterable[Cut]) -> Iterator[str]:
    for cut in cuts:
        yield f"cut: {cut.kept} of {cut.total} {cut.what}"


def _likeness(found: Likeness) -> dict[str, object]:
    return {
        "schema": "tertium/common/1",
        "entities": [_entity(entity) for entity in found.entities],
        "sentence": found.sentence,
        "query": found.query,
        "branches": [{"text": part.text, "bits": part.bits} for part in found.parts],
        "others": [
            _entity(other.entity)
            | {"agreement": other.agreement, "misses": [part.text for part in other.misses]}
            for other in found.others
        ],
        "cuts": _cut_list(found.cuts),
    }


def _differences(found: Differences) -> dict[str, object]:
    return {
        "entity": _entity(found.entity),
        "other": _entity(found.other),
        "found": [_difference(difference) for difference in found.found],
        "reference": _reference(found.reference),
        "cuts": _cut_list(found.cuts),
    }


def _difference(found: Difference) -> dict[str, object]:
    return {
        "sentence": found.sentence,
        "query": found.query,
        "ground": found.ground.value,
        "bits": found.bits,
    }


def _reference(found: Reference) -> dict[str, object]:
    return {
        "class": None if found.kind is None else _entity(found.kind),
        "sentence": found.sentence,
        "query": found.query or None,
        "bits": found.bits,
    }


def _entity(entity: Entity) -> dict[str, object]:
    return {"iri": entity.iri, "label": entity.label}


def _cut_list(cuts: Iterable[Cut]) -> list[dict[str, object]]:
    return [{"what": cut.what, "kept": cut.kept, "total": cut.total} for cut in cuts]


def _document(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
