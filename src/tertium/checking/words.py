"""The closed word lists of a language: what a sentence may say without evidence."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Final, NotRequired, TypedDict

__all__ = ["Role", "Words", "genders", "inflected", "words_of"]

_DEFAULT: Final = "en"


class Role(Enum):
    """What a word of the closed lists does in a sentence."""

    PLAIN = "plain"
    JOIN = "join"
    SPLIT = "split"
    EVERYONE = "everyone"
    NEGATIVE = "negative"
    RELATIVE = "relative"
    HELD_AFTER = "held_after"
    HELD_BEFORE = "held_before"
    ALSO = "also"
    MUTUAL = "mutual"
    START = "start"
    END = "end"
    OVERLAP = "overlap"
    MORE = "more"
    LESS = "less"
    LACKING = "lacking"
    CONVERSE = "converse"
    NOBODY = "nobody"
    CONCORD = "concord"


class _File(TypedDict):
    months: list[list[str]]
    numbers: list[str]
    ordinals: list[str]
    before_christ: list[str]
    after_christ: list[str]
    decade: list[str]
    decade_before: list[str]
    suffixes: list[str]
    auxiliaries: list[str]
    decimal: str
    endings: list[str]
    scales: dict[str, float]
    units: dict[str, list[str]]
    pronouns: dict[str, list[str]]
    roles: dict[str, list[str]]
    singulars: NotRequired[dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The closed lists of one language.

    `endings` are what a name may have added, `decade` what follows the year of one and
    `decade_before` what precedes it, `suffixes` what
    follows the digits of an ordinal, `auxiliaries` are forms of one verb in several tenses,
    `singulars` are of plurals which do not end in one of the endings.
    """

    months: Mapping[str, int]
    numbers: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    units: Mapping[str, str]
    pronouns: Mapping[str, str]
    roles: Mapping[Role, tuple[str, ...]]
    eras: tuple[tuple[str, ...], tuple[str, ...]]
    decade: tuple[str, ...]
    decade_before: tuple[str, ...]
    suffixes: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    decimal: str
    endings: tuple[str, ...]
    singulars: Mapping[str, str]


@cache
def words_of(language: str) -> Words:
    """Return the word lists of a language; of English where there are none."""
    lists = files("tertium.checking") / "words"
    file = lists / f"{language.partition('-')[0].casefold()}.json"
    chosen = file if file.is_file() else lists / f"{_DEFAULT}.json"
    read: _File = json.loads(chosen.read_text("utf-8"))
    return _words(read)


@cache
def genders() -> Mapping[str, str]:
    """Return the gender of pronouns for what a graph may state as gender."""
    file = files("tertium.checking") / "words" / "genders.json"
    read: dict[str, list[str]] = json.loads(file.read_text("utf-8"))
    return {stated: gender for gender, group in read.items() for stated in group}


def inflected(word: str, words: Words) -> Iterator[str]:
    """Yield the other forms of a word in a name, as far as its ending tells: its plural."""
    yield from (word + ending for ending in words.endings if ending.isalpha())
    if word.endswith("y"):
        yield word[:-1] + "ies"
    for plural, singular in words.singulars.items():
        if word.endswith(singular):
            yield word.removesuffix(singular) + plural


def _words(read: _File) -> Words:
    numbered = (*enumerate(read["numbers"]), *enumerate(read["ordinals"]))
    return Words(
        months={name: place for place, names in enumerate(read["months"], 1) for name in names},
        numbers={word: Decimal(number) for number, word in numbered if word},
        scales={word: Decimal(int(scale)) for word, scale in read["scales"].items()},
        units={word: unit for unit, words in read["units"].items() for word in words},
        pronouns={word: gender for gender, words in read["pronouns"].items() for word in words},
        roles={role: tuple(read["roles"].get(role.value, ())) for role in Role},
        eras=(tuple(read["before_christ"]), tuple(read["after_christ"])),
        decade=tuple(read["decade"]),
        decade_before=tuple(read["decade_before"]),
        suffixes=tuple(read["suffixes"]),
        auxiliaries=tuple(read["auxiliaries"]),
        decimal=read["decimal"],
        endings=tuple(read["endings"]),
        singulars=read.get("singulars", {}),
    )
