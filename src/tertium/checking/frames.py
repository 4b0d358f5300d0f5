"""The words for properties: every form of their verb frames, whole or in parts."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from tertium.checking.edges import Framed, Reading
from tertium.checking.phrases import Phrases, tokens
from tertium.model.lexicon import Lexicon, Use, Voice
from tertium.model.terms import Iri

__all__ = ["Forms", "add_frames", "forms_of"]

_SLOT = "…"
_Words = tuple[str, ...]
_Key = tuple[_Words, bool]
Forms = Mapping[Iri, tuple[tuple[str, bool], ...]]
"""The forms of each property, and whether the value is their subject."""


def forms_of(predicate: Iri, lexicon: Lexicon, labels: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """Return the forms of a property, its labels among them."""
    frame = lexicon.frames.get(predicate)
    found = dict.fromkeys((label, False) for label in labels)
    if frame is not None:
        found |= dict.fromkeys(((frame.singular, False), (frame.plural, False)))
        for form in frame.forms:
            if form.use is not Use.CONTRAST:
                found[form.text, form.voice is Voice.PASSIVE] = None
    return tuple(found)


def add_frames(forms: Forms, phrases: Phrases[Reading], weak: frozenset[str]) -> None:
    """Take up every form of some properties.

    `weak` are listed words: a form may be said without those at its beginning, and have one of
    them put after its first word ("were both born in").
    """
    openings: dict[_Key, set[Iri]] = {}
    for predicate, its in forms.items():
        for text, turned in its:
            before, _, after = text.partition(_SLOT)
            openings.setdefault((_words(before), turned), set()).add(predicate)
            closing = Framed(frozenset({predicate}), turned, closing=True)
            phrases.put(_words(after), closing)
    openings.pop(((), False), None)
    _put_openings(openings, phrases, weak)
    _put_rests(openings, phrases)


def _put_openings(
    openings: Mapping[_Key, set[Iri]], phrases: Phrases[Reading], weak: frozenset[str]
) -> None:
    for (words, turned), predicates in openings.items():
        alike = {
            p
            for (other, way), its in openings.items()
            if way == turned and other and _begins(words, other)
            for p in its
        }
        framed = Framed(frozenset(predicates | alike), turned)
        for variant in _variants(words, weak):
            phrases.put(variant, framed)


def _put_rests(openings: Mapping[_Key, set[Iri]], phrases: Phrases[Reading]) -> None:
    """Take up what is left of a form behind another that begins alike: "died in … by …"."""
    for ((one, way), before), ((other, turned), predicates) in product(openings.items(), repeat=2):
        common = _common(one, other)
        if way == turned and common and other[common:]:
            rest = Framed(frozenset(predicates), turned, after=frozenset(before))
            phrases.put(other[common:], rest)


def _variants(words: _Words, weak: frozenset[str]) -> Iterator[_Words]:
    yield words
    for added in ("both", "each", "all", "also"):
        yield (*words[:1], added, *words[1:])
        yield (added, *words)
    start = next((i for i, word in enumerate(words) if word not in weak), 0)
    if start:
        yield words[start:]
    if words[:1] and words[0].endswith("s"):
        yield (words[0][:-1], *words[1:])


def _begins(one: _Words, other: _Words) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _common(one: _Words, other: _Words) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _words(text: str) -> _Words:
    return tuple(token.word for token in tokens(text))
