"""What a value is for its reader: by its kind and shape, never by the name of its property."""

import re
from collections.abc import Mapping
from typing import Final

from tertium.model.dates import Date
from tertium.model.explanation import Bearing
from tertium.model.statement import Statement
from tertium.model.values import Coordinate, Entity, Identifier, Quantity, Text, Value, WebAddress

__all__ = ["SHAPES", "bearing", "degrees"]

SHAPES: Final[Mapping[Bearing, float]] = {
    Bearing.CONTENT: 1.0,
    Bearing.DATE: 1.2,
    Bearing.NUMBER: 0.75,
    Bearing.PROSE: 0.6,
    Bearing.NAME: 0.7,
    Bearing.CATEGORY: 0.8,
    Bearing.CODE: 0.15,
    Bearing.HOUSEKEEPING: 0.2,
    Bearing.NOTHING: 0.01,
}
"""What a value of each bearing counts; settled on folds 0 and 1 of ESBM v1.2."""

_LONG: Final = 60
_FILE: Final = re.compile(
    r".*\.(?:jpe?g|png|svg|gif|tiff?|webp|pdf|djvu|og[agv]|webm|mp[34]|wav|html?|php|aspx?)",
    re.IGNORECASE | re.DOTALL,
)
_CATEGORY: Final = re.compile(r"(?:.*/)?Category:", re.DOTALL)
_DATE: Final = re.compile(r"-?\d{4}-\d\d(?:-\d\d)?(?:T.*)?")
_YEAR: Final = re.compile(r"\d{4}")
_SMALL: Final = re.compile(r"\d{1,3}")
_CODE: Final = re.compile(r"(?=.*\d)\S+")
_POINT: Final = re.compile(r"(-?\d+\.\d+)[ ,]+(-?\d+\.\d+)")
_ASIDE: Final = re.compile(r"\([^)]*\)")
_WORDS: Final = re.compile(r"\w+")


def bearing(statement: Statement, entity: Entity) -> Bearing:
    """Return what the value of a statement on an entity is for its reader.

    Housekeeping are identifiers, addresses, files, coordinates, and a category or an address that
    only repeats what the entity is called. A code is a text in one piece with a digit, a part of
    the entity's name, or the end of its own address; but up to three digits are too few to tell
    things apart by, and thus a number. A text without a word says nothing.
    """
    match statement.value:
        case Identifier() | WebAddress() | Coordinate():
            return Bearing.HOUSEKEEPING
        case Entity() as thing:
            return _of_thing(thing, entity)
        case Text() as text:
            return _of_text(text, entity)
        case Date():
            return Bearing.DATE
        case Quantity() as quantity:
            own = quantity.unit is None and _ends(entity, str(quantity.amount))
            return Bearing.CODE if own else Bearing.NUMBER
        case _:
            return Bearing.CONTENT


def degrees(value: Value) -> tuple[float, ...]:
    """Return the two numbers of a point on the Earth, also of one in a text; else nothing."""
    if isinstance(value, Coordinate):
        return (float(value.latitude), float(value.longitude))
    match = _POINT.fullmatch(value.text) if isinstance(value, Text) else None
    return tuple(map(float, match.groups())) if match else ()


def _of_thing(thing: Entity, entity: Entity) -> Bearing:
    if _FILE.fullmatch(thing.iri):
        return Bearing.HOUSEKEEPING
    called = _words(entity.label)
    if _CATEGORY.match(thing.iri) or _CATEGORY.match(thing.label):
        words = _words(_CATEGORY.sub("", thing.label))
        return Bearing.HOUSEKEEPING if set(called) <= set(words) else Bearing.CATEGORY
    unheard_of = not thing.language and not thing.types
    # Another address of the same thing: a page on it, or a folder of pictures.
    echo = unheard_of and thing.iri != entity.iri and _words(thing.label) == called
    return Bearing.HOUSEKEEPING if echo else Bearing.CONTENT


def _of_text(text: Text, entity: Entity) -> Bearing:
    said, called = _words(text.text), _words(entity.label)
    if not said or said == called:
        return Bearing.NAME if said else Bearing.NOTHING
    if _DATE.fullmatch(text.text):
        return Bearing.DATE
    if _FILE.fullmatch(text.text) or _POINT.fullmatch(text.text):
        return Bearing.HOUSEKEEPING
    if _SMALL.fullmatch(text.text) and not _ends(entity, text.text):
        return Bearing.NUMBER
    if _is_code(text) or _ends(entity, text.text) or set(said) <= set(called):
        return Bearing.CODE
    return Bearing.PROSE if len(text.text) > _LONG else Bearing.CONTENT


def _is_code(text: Text) -> bool:
    return bool(not text.language and _CODE.fullmatch(text.text) and not _YEAR.fullmatch(text.text))


def _ends(entity: Entity, code: str) -> bool:
    return entity.iri.endswith(("/" + code, "#" + code, ":" + code))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(_ASIDE.sub("", text).replace("_", " ").casefold()))
