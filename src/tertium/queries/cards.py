"""The cards of the languages: how each builds its sentences, from files of the ontology."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from tertium.errors import BadCardError
from tertium.model.card import Card, Mould
from tertium.resources import folder, resource_files

__all__ = ["bundled_cards", "card_for", "read_card"]

_SUFFIX: Final = ".toml"
_PLACE: Final = re.compile(r"\{(\w*)\}")
_LANGUAGE: Final = "language"
_LISTS: Final = ("softened", "lists.", "values.numbers", "dates.months.", "page.")
"""What a card may have besides moulds."""
_Table = Mapping[str, object]


@cache
def bundled_cards() -> Mapping[str, Card]:
    """Return the cards that ship with Tertium, by language.

    Raises:
        BadCardError: when one of them lacks a pattern or has one that is not known.

    """
    found = resource_files(folder("ontology") / "cards", _SUFFIX)
    cards = (read_card(name, file.read_text(encoding="utf-8")) for name, file in found)
    return {card.language: card for card in cards}


def card_for(language: str) -> Card | None:
    """Return the card of a language, or else that of its base."""
    tag = language.casefold()
    cards = bundled_cards()
    return cards.get(tag) or cards.get(tag.partition("-")[0])


def read_card(name: str, text: str) -> Card:
    """Return the card which a TOML text has.

    Raises:
        BadCardError: when it lacks a pattern, or has one that is not known or a wrong place in one.

    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadCardError(name, str(error)) from error
    words = dict(_flat(table, "", name))
    (language,) = words.pop(_LANGUAGE, None) or ("",)
    problem = next(_problems(words), "" if language else "it names no language")
    if problem:
        raise BadCardError(name, problem)
    return Card(language, words)


def _flat(table: _Table, prefix: str, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the texts of nested tables by key, a single one as a list of one."""
    for key, value in table.items():
        match value:
            case str():
                yield f"{prefix}{key}", (value,)
            case list() if all(isinstance(one, str) for one in value):
                yield f"{prefix}{key}", tuple(map(str, value))
            case dict():
                yield from _flat(value, f"{prefix}{key}.", name)
            case _:
                raise BadCardError(name, f"{prefix}{key} is no text")


def _problems(words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for mould in Mould:
        if not any(_belongs(key, mould) for key in words):
            yield f"it has no {mould.key}"
    for key, patterns in words.items():
        mould_of = next((mould for mould in Mould if _belongs(key, mould)), None)
        if mould_of is None and not key.startswith(_LISTS):
            yield f"{key} is not known"
        places = {place for pattern in patterns for place in _PLACE.findall(pattern)}
        if mould_of is not None and places - mould_of.places:
            yield f"{key} has no place for {', '.join(sorted(places - mould_of.places))}"


def _belongs(key: str, mould: Mould) -> bool:
    """Return whether a key is that of a mould, or of a variant of it."""
    return key == mould.key or key.rpartition(".")[0] == mould.key
