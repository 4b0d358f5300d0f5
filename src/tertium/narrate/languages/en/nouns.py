"""What follows a verb: names with their article, common nouns with theirs or in the plural."""

import re
from typing import Final

from tertium.model.lexicon import ValueNoun
from tertium.model.values import Entity
from tertium.narrate.languages.en.articles import honour, proper
from tertium.narrate.languages.en.unlisted import SLOT
from tertium.narrate.languages.en.words import indefinite

__all__ = ["is_countable", "named", "plural", "singular"]

_LINK: Final = re.compile(
    r"(,| \(|-(?:of|in|at)-"
    r"| (?:of|in|with|for|at|to|from|on|by|without|against|during|under|de|based) )"
)
"""The plural is that of what stands before: "members of parliament"."""
_GENERAL: Final = re.compile(
    r"(attorney|solicitor|governor|consul|secretary)([ -]general)$", re.IGNORECASE
)
_IRREGULAR: Final = (
    *(("woman", "women"), ("man", "men"), ("person", "people"), ("child", "children")),
    *(("foot", "feet"), ("tooth", "teeth"), ("mouse", "mice"), ("goose", "geese")),
    *(("wife", "wives"), ("wolf", "wolves"), ("thief", "thieves"), ("half", "halves")),
    *(("life", "lives"), ("leaf", "leaves"), ("knife", "knives"), ("calf", "calves")),
    *(("hero", "heroes"), ("echo", "echoes"), ("volcano", "volcanoes"), ("quiz", "quizzes")),
    *(("crisis", "crises"), ("thesis", "theses"), ("basis", "bases"), ("ysis", "yses")),
    *(("phenomenon", "phenomena"), ("criterion", "criteria"), ("alumnus", "alumni")),
    *((word, f"{word}s") for word in ("monarch", "patriarch", "oligarch", "epoch", "stomach")),
    *((word, f"{word}s") for word in ("german", "roman", "norman", "human", "ottoman", "shaman")),
    *((word, word) for word in ("series", "species", "craft", "sheep", "deer", "means", "corps")),
)
"""Words whose plural no rule makes, and what it is; they also end other words."""
_HISSING: Final = ("s", "x", "z", "ch", "sh")
_MASS: Final = (
    "ism",
    "ics",
    "logy",
    "music",
    "fiction",
    "poetry",
    "prose",
    "literature",
    "warfare",
)
"""How the nouns end of what cannot be counted, where most can."""
_COUNTED: Final = frozenset(
    (
        # kinds of works
        *("film", "movie", "novel", "novella", "series", "game", "song", "opera", "operetta"),
        *("poem", "play", "story", "tale", "symphony", "album", "ballad", "book", "show"),
        *("sitcom", "musical", "sonata", "concerto", "biography", "essay", "magazine"),
        # what one dies of
        *("stroke", "attack", "accident", "crash", "collision", "wound", "hemorrhage"),
        *("haemorrhage", "aneurysm", "overdose", "injury", "tumor", "tumour", "infarction"),
    )
)
"""Nouns of what can be counted, where most cannot."""


def named(entity: Entity, values: ValueNoun = ValueNoun.NAME, *, many: bool = False) -> str:
    """Return an entity as it follows a verb whose values are such nouns; in the plural if `many`.

    >>> from tertium.model.terms import Iri
    >>> lawyer = Entity(Iri("urn:lawyer"), "lawyer", language="en")
    >>> named(lawyer, ValueNoun.COUNT), named(lawyer, ValueNoun.COUNT, many=True), named(lawyer)
    ('a lawyer', 'lawyers', 'lawyer')
    """
    if entity.in_text or entity.nameless or values is ValueNoun.TITLE:
        return entity.prose
    if values is ValueNoun.DEFINITE:
        return honour(entity.label)
    if is_countable(entity.label, values):
        return plural(entity.label) if many else indefinite(entity.label)
    return entity.label if values is ValueNoun.COUNT else proper(entity)


def is_countable(label: str, values: ValueNoun) -> bool:
    """Return whether a value is a common noun which takes "a", or stands in the plural.

    >>> is_countable("film", ValueNoun.MASS), is_countable("jazz", ValueNoun.MASS)
    (True, False)
    """
    head = _LINK.split(label, maxsplit=1)[0]
    if values is ValueNoun.COUNT:
        return not head.endswith(_MASS)
    return values is ValueNoun.MASS and head.rpartition(" ")[2] in _COUNTED


def plural(noun: str) -> str:
    """Return the plural of a common noun, that of the head where it is compound.

    >>> plural("statesman"), plural("member of parliament"), plural("Attorney General")
    ('statesmen', 'members of parliament', 'Attorneys General')
    >>> plural("city"), plural("monarch"), plural("class"), plural("television series")
    ('cities', 'monarchs', 'classes', 'television series')
    """
    head, *rest = _LINK.split(noun, maxsplit=1)
    if "/" in head:
        head, *rest = ("/".join(map(plural, head.split("/"))), *rest)
    elif general := _GENERAL.search(head):
        head = f"{head[: general.start()]}{plural(general[1])}{general[2]}"
    else:
        head = _plural_of_word(head)
    return "".join((head, *rest))


def singular(frame: str) -> str:
    """Return a frame with its slot before one thing: "had … child", "holds … item".

    >>> singular("scored … points or goals"), singular("cost … lives"), singular("had … matches")
    ('scored … point or goal', 'cost … life', 'had … match')
    """
    before, slot, after = frame.partition(SLOT)
    return f"{before}{slot}{' '.join(map(_singular_of_word, after.split(' ')))}"


def _singular_of_word(word: str) -> str:
    known = next((one for one, several in _IRREGULAR if word == several), "")
    if known or not word.endswith("s") or word.endswith("ss"):
        return known or word
    return word.removesuffix("es") if word.endswith(("ches", "shes", "xes")) else word[:-1]


def _plural_of_word(word: str) -> str:
    for singular, several in sorted(_IRREGULAR, key=lambda pair: -len(pair[0])):
        if word.casefold().endswith(singular):
            return word[: len(word) - len(singular)] + _cased(several, word[-len(singular)])
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}{'es' if word.endswith(_HISSING) else 's'}"


def _cased(text: str, like: str) -> str:
    """Return a text with a capital where the letter that it replaces was one."""
    return text.capitalize() if like.isupper() else text
