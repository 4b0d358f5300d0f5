"""Which properties of which entities are asked for, to fill the columns of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.api.reconciling.cells import Content
from tertium.api.reconciling.parts import count_in, items_in, object_in, text_in
from tertium.errors import BadRequestError, TooManyPartsError

if TYPE_CHECKING:
    from tertium.api.reconciling.tables import Tables
    from tertium.model.terms import Iri

__all__ = ["Extension", "Wish", "extension"]

_IDS: Final = 500
_PROPERTIES: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A property which is asked for, as it was written, and how; no limit is 0."""

    id: str
    predicate: Iri | None
    limit: int = 0
    content: Content = Content.ENTITY


@dataclass(frozen=True, slots=True)
class Extension:
    """Which properties of which entities are asked for, or what they are."""

    ids: tuple[str, ...]
    wishes: tuple[Wish, ...]


def extension(document: object, tables: Tables) -> Extension:
    """Return what a data extension query asks for, each entity and property once.

    Raises:
        BadRequestError: when it is not of the form of such a query.
        TooManyPartsError: when it is about too many entities or properties.

    """
    parts = object_in(document, "the extension")
    ids = [text_in(one, "ids") for one in items_in(parts.get("ids"), "ids")]
    wishes = [_wish(one, tables) for one in items_in(parts.get("properties"), "properties")]
    for number, most, what in (
        (len(ids), _IDS, "entities"),
        (len(wishes), _PROPERTIES, "properties"),
    ):
        if number > most:
            raise TooManyPartsError(number, what, most)
    return Extension(tuple(dict.fromkeys(ids)), tuple({one.id: one for one in wishes}.values()))


def _wish(value: object, tables: Tables) -> Wish:
    parts = object_in(value, "a property")
    name = text_in(parts.get("id"), "id")
    settings = object_in(parts.get("settings", {}), "settings")
    content = settings.get("content", Content.ENTITY.value)
    known = {one.value: one for one in Content}
    if not isinstance(content, str) or content not in known:
        raise BadRequestError(place="content", problem=f"{', '.join(known)} is expected")
    return Wish(
        id=name,
        predicate=tables.spaces.predicate(name),
        limit=count_in(settings.get("limit", 0) or 0, "limit", least=0),
        content=known[content],
    )
