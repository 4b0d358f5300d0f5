"""Whether an answer of a Wikibase is one, and about what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.api.fetching.neighbours import Neighbours
from tertium.errors import BadDataError, BusyError
from tertium.store.entity_json import entity_triples
from tertium.store.entity_json.fields import text, whole, within
from tertium.store.entity_json.parsing import parse
from tertium.store.entity_json.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tertium.store.entity_json.fields import Fields

__all__ = ["answer_in", "check_answer", "check_entities", "check_entity", "entity_in"]

_SITE: Final = "the site"
_LATER: Final = ("maxlag", "ratelimited", "readonly")
_MARK: Final = b"\xef\xbb\xbf"


def check_answer(body: bytes) -> None:
    """Raise unless a body is an object, and no error; raises as `answer_in` does."""
    answer_in(body)


def answer_in(body: bytes) -> Fields:
    """Return the object that a Wikibase answers.

    Raises:
        BadDataError: when it is none, or says that something went wrong.
        BusyError: when it says that the site has no time.

    """
    answer = parse(Piece(1, body.removeprefix(_MARK)), "its answer")
    if not isinstance(answer, dict):
        problem = "its answer is no object"
        raise BadDataError(problem)
    match answer.get("error"):
        case None:
            return answer
        case {"code": str(code)} if code in _LATER:
            raise BusyError(_SITE, f"it says {code!r}")
        case {"code": str(code)}:
            problem = f"it says {code[:80]!r}"
        case _:
            problem = "it says that something went wrong"
    raise BadDataError(problem)


def entity_in(body: bytes) -> Fields:
    """Return the one document of an answer, which is whole and sound.

    Raises:
        BadDataError: when there is none, or several, or another than the answer says.
        BusyError: when the site has no time.

    """
    try:
        entities = within(answer_in(body), "entities")
        _check_single(entities)
        (identifier,) = entities
        document = within(entities, identifier)
        if text(document, "id") != identifier or whole(document, "lastrevid") < 1:
            problem = f"its answer is not about {identifier[:20]}"
            raise BadDataError(problem)
        Neighbours().add(document)
    except ValueError as error:
        problem = f"its answer is no entity ({error})"
        raise BadDataError(problem) from error
    _check_sound(document)
    return document


def check_entity(revision: int) -> Callable[[bytes], None]:
    """Return what raises unless a body is an entity, of a revision if one is given."""

    def check(body: bytes) -> None:
        found = entity_in(body).get("lastrevid")
        if revision and found != revision:
            problem = f"its answer is revision {found}, not {revision}"
            raise BadDataError(problem)

    return check


def check_entities(identifiers: Iterable[str]) -> Callable[[bytes], None]:
    """Return what raises unless a body has a sound record for each identifier."""
    asked = tuple(identifiers)

    def check(body: bytes) -> None:
        try:
            entities = within(answer_in(body), "entities")
            for identifier in asked:
                record = within(entities, identifier)
                found = text(record, "id")
                if found != identifier and "redirects" not in record:
                    problem = f"its answer on {identifier} is about {found[:20]}"
                    raise BadDataError(problem)
                if "missing" not in record:
                    _check_sound(record)
        except ValueError as error:
            problem = f"its answer has no entities ({error})"
            raise BadDataError(problem) from error

    return check


def _check_single(entities: Fields) -> None:
    if len(entities) != 1:
        problem = f"its answer has {len(entities)} entities, not one"
        raise BadDataError(problem)


def _check_sound(document: Fields) -> None:
    next(entity_triples(document))
