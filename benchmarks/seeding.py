"""Six kinds of faults, seeded into sentences that were right."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from tertium.checking import SentenceMention, Told

__all__ = ["KINDS", "Place", "Seed"]

_YEAR: Final = re.compile(r"(?<![\w.,])[12]\d{3}(?![\w.])")
_ROUNDED: Final = re.compile(r"(?:about|between|between \d+ and) $")
"""Behind these, a number has been rounded, and the next one may be as right."""
_INVENTED: Final = (
    *("Ivan Petrov", "Maria Delacroix", "the Battle of Narrowmere", "Castle Elmsworth"),
    *("Karl Oberländer", "the Treaty of Quillon", "Port Vasarely", "Anna Brandvold"),
)
_AUXILIARIES: Final = re.compile(r" (?:is|are|was|were|has|have|had) ")
_WRONG: Final = {"masculine": "she", "feminine": "he", "": "he"}
_RIGHT: Final = {"masculine": "he", "feminine": "she"}
_ALIKE: Final = frozenset({"shared", "overlap"})


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence, those before it in its paragraph, and what is known of its comparands."""

    told: Told
    before: tuple[Told, ...]
    names: Mapping[str, str]
    genders: Mapping[str, str]

    @property
    def named(self) -> tuple[SentenceMention, ...]:
        """Where comparands are named, in order."""
        return tuple(m for m in self.told.mentions if m.entity in self.names and _is_name(m))


Seed = Callable[[Place, Random], Told | None]
"""Puts a fault into a sentence; `None` where it would be none."""


def swapped_subject(place: Place, _: Random) -> Told | None:
    """Say of one comparand what is true of the other."""
    kinds = {claim.kind for claim in place.told.claims}
    mutual = kinds == {"relation"} and len(place.told.evidence) > 1
    first, *others = place.names
    if not place.named or kinds <= _ALIKE or mutual or len(others) != 1:
        return None
    across = {first: others[0], others[0]: first}
    spans = [(m, place.names[across[m.entity]], across[m.entity]) for m in place.named]
    return _respelled(place.told, spans)


def changed_year(place: Place, random: Random) -> Told | None:
    """Change one year, but none within a name."""
    inside = [(m.start, m.end) for m in place.told.mentions]
    years = [
        match
        for match in _YEAR.finditer(place.told.text)
        if not any(start <= match.start() < end for start, end in inside)
        and not _ROUNDED.search(place.told.text[: match.start()])
    ]
    if not years:
        return None
    match = random.choice(years)
    year = int(match.group()) + random.choice((-9, -4, -2, -1, 1, 2, 3, 7))
    return _spliced(place.told, match.span(), str(year))


def dropped_evidence(place: Place, random: Random) -> Told | None:
    """Leave out one of the statements cited."""
    gone = random.choice(place.told.evidence)
    kept = tuple(iri for iri in place.told.evidence if iri != gone)
    return replace(place.told, evidence=kept)


def negated_verb(place: Place, _: Random) -> Told | None:
    """Deny what a sentence says."""
    text = place.told.text
    match = _AUXILIARIES.search(text)
    if match:
        return _spliced(place.told, match.span(), f"{match.group()}not ")
    ends = [m.end for m in place.named]
    if ends:
        return _spliced(place.told, (ends[0], ends[0]), " never")
    first = re.match(r"(?:Both|Each|They|He|She|It)\b", text)
    return _spliced(place.told, (first.end(), first.end()), " never") if first else None


def invented_name(place: Place, random: Random) -> Told | None:
    """Put a name of nobody's making where something was named."""
    named = [m for m in place.told.mentions if _is_name(m)]
    if not named:
        return None
    mention = random.choice(named)
    kept = tuple(m for m in place.told.mentions if m != mention)
    where = (mention.start, mention.end)
    return _spliced(replace(place.told, mentions=kept), where, random.choice(_INVENTED))


def wrong_pronoun(place: Place, random: Random) -> Told | None:
    """Put a pronoun of the wrong gender, or one that may be anybody, for a name or a pronoun."""
    pronouns = [m for m in place.told.mentions if m.form == "pronoun"]
    if not (pronouns or place.named):
        return None
    mention = random.choice(pronouns or place.named)
    gender = place.genders.get(mention.entity, "")
    rivals = [m for m in place.named if m.end <= mention.start and m.entity != mention.entity]
    alike = any(place.genders.get(m.entity, "") == gender for m in rivals)
    ambiguous = gender and alike and not pronouns and random.random() < 1 / 2
    word = _RIGHT[gender] if ambiguous else _WRONG[gender]
    if place.told.text[mention.start : mention.end][0].isupper() and mention.start == 0:
        word = word.capitalize()
    told = _respelled(place.told, [(mention, word, mention.entity)])
    mentions = (
        replace(m, form="pronoun") if m.start == mention.start else m for m in told.mentions
    )
    return replace(told, mentions=tuple(mentions))


KINDS: Final[Mapping[str, Seed]] = {
    "swapped subject": swapped_subject,
    "changed year": changed_year,
    "dropped evidence": dropped_evidence,
    "negated verb": negated_verb,
    "invented name": invented_name,
    "wrong pronoun": wrong_pronoun,
}


def _is_name(mention: SentenceMention) -> bool:
    return mention.form in {"name", "short"}


def _respelled(told: Told, spans: Sequence[tuple[SentenceMention, str, str]]) -> Told:
    """Return a sentence with other words, for other entities, where something was mentioned."""
    for mention, word, entity in sorted(spans, key=lambda span: -span[0].start):
        where = (mention.start, mention.end)
        told = _spliced(told, where, word)
        mentions = (
            replace(m, end=mention.start + len(word), entity=entity) if m == mention else m
            for m in told.mentions
        )
        told = replace(told, mentions=tuple(mentions))
    return told


def _spliced(told: Told, where: tuple[int, int], word: str) -> Told:
    """Return a sentence with a word put in, and the mentions behind it moved along."""
    start, end = where
    shift = len(word) - (end - start)
    mentions = (
        replace(m, start=m.start + shift, end=m.end + shift) if m.start >= end else m
        for m in told.mentions
    )
    text = told.text[:start] + word + told.text[end:]
    return replace(told, text=text, mentions=tuple(mentions))
