"""Why a row has its salience: in words and numbers, and for programs."""

from collections.abc import Iterator, Sequence
from typing import Final

from tertium.model.comparison import Row
from tertium.model.explanation import DIGITS, QUIET, Bearing, Explanation, Worth
from tertium.model.values import Entity
from tertium.render.json_values import Json

__all__ = ["explanation_json", "say_explanation"]

_TIMES: Final = " \u00d7 "
_BEARINGS: Final = {
    Bearing.CONTENT: "",
    Bearing.DATE: "a date",
    Bearing.NUMBER: "a number",
    Bearing.PROSE: "a long text",
    Bearing.NAME: "its name",
    Bearing.CATEGORY: "a category",
    Bearing.CODE: "a code",
    Bearing.HOUSEKEEPING: "housekeeping",
    Bearing.NOTHING: "an empty text",
}


def say_explanation(row: Row, names: Sequence[str]) -> str:
    """Return how the salience of a row comes about, factor by factor; empty where not asked."""
    found = row.explanation
    if found is None or not found.kinds:
        return ""
    lead = (
        f"{row.salience:.2f} = {QUIET:g} \u00d7 {found.share:.3f} (quiet)"
        if found.quiet
        else f"{row.salience:.2f} = {QUIET:g} + {1 - QUIET:g} \u00d7 {found.share:.3f}"
    )
    told = "; ".join(_told(found, names))
    factors = _TIMES.join((f"{found.mean:.3f}", *_factors(found)))
    folded = f"; folded into {row.folded_into}" if row.folded_into else ""
    return f"{lead}; {told}; {found.share:.3f} = {factors} / {found.most:.3f}, the most{folded}"


def explanation_json(found: Explanation, row: Row) -> Json:
    """Return the factors of a salience; the numbers give it again, but for rounding."""
    return {
        "quiet": found.quiet,
        "told": [
            None if worth is None else _worth_json(worth, cell.entity, found.kinds[place])
            for place, (worth, cell) in enumerate(zip(found.told, row.cells, strict=True))
        ],
        "mean": _number(found.mean),
        "both": found.both,
        "contrast": _number(found.contrast),
        "direct": found.direct,
        "named": found.named,
        "most": _number(found.most),
        "share": _number(found.share),
    }


def _factors(found: Explanation) -> Iterator[str]:
    if found.both > 1:
        yield f"{found.both:g} (each has a value)"
    yield f"{found.contrast:.3f} (contrast)"
    if found.direct > 1:
        yield f"{found.direct:g} (one names another)"
    if found.named < 1:
        yield f"{found.named:g} (its values have no name)"


def _told(found: Explanation, names: Sequence[str]) -> Iterator[str]:
    for place, (worth, name) in enumerate(zip(found.told, names, strict=True)):
        if worth is None:
            yield f"{name}: 0 (nothing is stated)"
        else:
            kind = found.kinds[place]
            yield f"{name}: {worth.told:.3f} = {_TIMES.join(_parts(worth, kind))}"


def _parts(worth: Worth, kind: Entity | None) -> Iterator[str]:
    if worth.size:
        among = f" of class {kind.label}" if kind else ""
        usual = f"{worth.holders:,} of {worth.size:,} peers{among} have it"
        yield f"{worth.frequency:.3f} ({usual})"
    else:
        yield f"{worth.frequency:.3f} (no class was counted)"
    if worth.own > 1 or worth.usual > 1:
        yield f"{worth.breadth:.3f} ({worth.own} here, {worth.usual:.1f} usually)"
    if _BEARINGS[worth.bearing]:
        yield f"{worth.shape:g} ({_BEARINGS[worth.bearing]})"
    shared = f"shared by {worth.sharers:,}" if worth.sharers > 1 else "known of one alone"
    known = " and has no name" if worth.nameless else ""
    yield f"{worth.news:.3f} (its most telling value is {shared}{known})"


def _worth_json(worth: Worth, entity: str, kind: Entity | None) -> Json:
    return {
        "entity": entity,
        "statement": worth.statement,
        "class": {"iri": kind.iri, "label": kind.label} if kind else None,
        "peers": worth.size,
        "holders": worth.holders,
        "sharers": worth.sharers,
        "own": worth.own,
        "usual": _number(worth.usual),
        "bearing": worth.bearing.value,
        "frequency": _number(worth.frequency),
        "breadth": _number(worth.breadth),
        "shape": worth.shape,
        "news": _number(worth.news),
        "told": _number(worth.told),
    }


def _number(value: float) -> float:
    return round(value, DIGITS)
