"""What is asked in a batch, in either version of the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar

from tertium.api.reconciling.parts import count_in, items_in, name_in, object_in, stated_in, text_in
from tertium.errors import BadRequestError, TooManyPartsError
from tertium.model.link import Given

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tertium.api.reconciling.spaces import Spaces
    from tertium.model.terms import Iri

__all__ = [
    "BATCH",
    "CANDIDATES",
    "DEEPEST",
    "Condition",
    "Quantifier",
    "Question",
    "Strictness",
    "batch",
    "draft_batch",
]

BATCH: Final = 50
"""So many queries are announced to fit in a batch."""
CANDIDATES: Final = 10
"""So many candidates are proposed for a query which does not say how many."""
DEEPEST: Final = 100
"""So many are proposed at most, whatever it says."""
_MOST: Final = 10 * BATCH
_PARTS: Final = 50
_VALUES: Final = 100
_E = TypeVar("_E", bound=Enum)


class Strictness(Enum):
    """Whether candidates must be of one of the types asked for, of all, or had better be."""

    ANY = "any"
    ALL = "all"
    SHOULD = "should"


class Quantifier(Enum):
    """Which of the values of a condition must be stated."""

    ANY = "any"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be stated of a candidate; nothing fits a property that nobody knows."""

    predicate: Iri | None
    values: tuple[str, ...]
    quantifier: Quantifier = Quantifier.ANY


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One query of a batch.

    `ids` are the entities which are asked for by their identifiers, if they are. A type that is
    no identifier is kept as nothing: no thing is of it.
    """

    names: tuple[str, ...] = ()
    ids: tuple[str, ...] | None = None
    types: tuple[Iri | None, ...] = ()
    strictness: Strictness = Strictness.ANY
    given: tuple[Given, ...] = ()
    conditions: tuple[Condition, ...] = ()
    limit: int = CANDIDATES

    def fits(self, types: Collection[Iri]) -> bool:
        """Return whether a thing of these types is what is asked for, as far as they tell."""
        held = [kind in types for kind in self.types]
        match self.strictness:
            case Strictness.ANY:
                return any(held) or not held
            case Strictness.ALL:
                return all(held)
            case _:
                return True


def batch(document: object, spaces: Spaces) -> Mapping[str, Question]:
    """Return the queries of a batch of version 0.2, by their keys.

    Raises:
        BadRequestError: when it is not of the form of such a batch.
        TooManyPartsError: when there are too many queries, or parts of one.

    """
    queries = object_in(document, "the batch")
    _refuse(len(queries), _MOST, "queries")
    return {key: _question(query, spaces) for key, query in queries.items()}


def draft_batch(document: object, spaces: Spaces) -> tuple[Question, ...]:
    """Return the queries of a batch of version 1.0, in order; raises as `batch` does."""
    root = object_in(document, "the batch")
    queries = items_in(root.get("queries"), "queries")
    _refuse(len(queries), _MOST, "queries")
    return tuple(_draft_question(query, spaces) for query in queries)


def _question(query: object, spaces: Spaces) -> Question:
    parts = stated_in(query, "a query")
    properties = _some(parts.get("properties", []), "properties")
    if "query" not in parts and not properties:
        raise BadRequestError(place="a query", problem="it needs a query string or properties")
    types = parts.get("type", [])
    named = _some(types if isinstance(types, list) else [types], "type")
    name = name_in(parts.get("query", ""), "query")
    return Question(
        names=(name,) if name else (),
        types=tuple(spaces.entities.iri(text_in(one, "type")) for one in named),
        strictness=_word(Strictness, parts.get("type_strict", "any"), "type_strict"),
        given=tuple(_given(one, spaces) for one in properties),
        limit=_limit(parts),
    )


def _given(item: object, spaces: Spaces) -> Given:
    parts = object_in(item, "a property")
    predicate = spaces.predicate(text_in(parts.get("pid"), "pid"))
    return Given(predicate, _values(parts, spaces, "v"))


def _draft_question(query: object, spaces: Spaces) -> Question:
    parts = stated_in(query, "a query")
    read = _Conditions(spaces)
    conditions = _some(parts.get("conditions"), "conditions")
    if not conditions:
        raise BadRequestError(place="conditions", problem="one condition at least is expected")
    for condition in conditions:
        read.add(object_in(condition, "a condition"))
    kind = parts.get("type")
    return Question(
        names=tuple(read.names),
        ids=tuple(read.ids) if read.ids else None,
        types=() if kind is None else (spaces.entities.iri(text_in(kind, "type")),),
        given=tuple(read.given),
        conditions=tuple(read.conditions),
        limit=_limit(parts),
    )


class _Conditions:
    """The conditions of a query, sorted by what they are about."""

    def __init__(self, spaces: Spaces) -> None:
        self._spaces = spaces
        self.names: list[str] = []
        self.ids: list[str] = []
        self.given: list[Given] = []
        self.conditions: list[Condition] = []

    def add(self, parts: Mapping[str, object]) -> None:
        values = _values(parts, self._spaces, "propertyValue")
        match text_in(parts.get("matchType"), "matchType"):
            case "name":
                self.names += values
            case "id":
                self.ids += values
            case "property":
                self._state(parts, values)
            case _:
                raise BadRequestError(place="matchType", problem="name, id or property is expected")

    def _state(self, parts: Mapping[str, object], values: tuple[str, ...]) -> None:
        predicate = self._spaces.predicate(text_in(parts.get("propertyId"), "propertyId"))
        word = parts.get("matchQuantifier", "any")
        quantifier = _word(Quantifier, word, "matchQuantifier")
        if quantifier is not Quantifier.NONE:
            self.given.append(Given(predicate, values))
        if parts.get("required", False) is True or quantifier is Quantifier.NONE:
            self.conditions.append(Condition(predicate, values, quantifier))


def _values(parts: Mapping[str, object], spaces: Spaces, place: str) -> tuple[str, ...]:
    """Return the values of a part that must be there; what is null or empty is none."""
    if place not in parts:
        raise BadRequestError(place=place, problem="a value is expected")
    value = parts[place]
    items = _some(value if isinstance(value, list) else [value], place, most=_VALUES)
    values = (_value(item, spaces, place) for item in items if item is not None)
    return tuple(filter(None, values))


def _value(value: object, spaces: Spaces, place: str) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case float():
            return f"{value:.15g}"
        case dict():
            name = text_in(value.get("id"), place)
            return spaces.entities.iri(name) or name
        case _:
            return name_in(value, place)


def _limit(parts: Mapping[str, object]) -> int:
    return min(DEEPEST, count_in(parts.get("limit", CANDIDATES), "limit"))


def _some(value: object, place: str, most: int = _PARTS) -> tuple[object, ...]:
    items = items_in(value, place)
    _refuse(len(items), most, place)
    return tuple(items)


def _refuse(number: int, most: int, what: str) -> None:
    if number > most:
        raise TooManyPartsError(number, what, most)


def _word(words: type[_E], value: object, place: str) -> _E:
    known: dict[object, _E] = {word.value: word for word in words}
    if isinstance(value, str) and value in known:
        return known[value]
    raise BadRequestError(place=place, problem=f"{', '.join(map(str, known))} is expected")
