"""The words for properties: every form of their verb frames, whole or in parts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from tertium.checking.edges import Framed, Reading
from tertium.checking.phrases import Phrases, tokens
from tertium.checking.words import Role, Words
from tertium.model.lexicon import Lexicon, Use, Voice
from tertium.model.terms import Iri

__all__ = ["Forms", "Shape", "add_frames", "forms_of"]

_SLOT = "…"
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A form of a verb frame: its words, whether the value is its subject, or it is a noun.

    What is `left` of a form stands in a second clause only.
    """

    text: str
    turned: bool = False
    noun: bool = False
    left: bool = False


Forms = Mapping[Iri, tuple[Shape, ...]]
"""The forms of each property."""
_Openings = Mapping[tuple[_Words, bool, bool], set[Iri]]


def forms_of(predicate: Iri, lexicon: Lexicon, labels: Iterable[str]) -> tuple[Shape, ...]:
    """Return the forms of a property, its labels among them."""
    frame = lexicon.frames.get(predicate)
    found = dict[Shape, None]()
    if frame is not None:
        found |= dict.fromkeys((Shape(frame.singular), Shape(frame.plural)))
        for form in frame.forms:
            turned, noun = form.voice is Voice.PASSIVE, form.use is Use.NOUN
            found[Shape(form.text, turned, noun, form.use is Use.CONTRAST)] = None
    verbs = {shape.text for shape in found if not shape.noun}
    found |= dict.fromkeys(Shape(one, noun=True) for one in labels if one not in verbs)
    return tuple(found)


def add_frames(forms: Forms, phrases: Phrases[Reading], lists: Words) -> None:
    """Take up every form of some properties.

    A form may be said without the listed words at its beginning, with another form of its auxiliary
    verb ("has been a"), or with a word more ("were both born in").
    """
    openings: dict[tuple[_Words, bool, bool], set[Iri]] = {}
    for predicate, shape in ((p, shape) for p, shapes in forms.items() for shape in shapes):
        its = frozenset({predicate})
        before, _, after = map(_words, shape.text.partition(_SLOT))
        one = _singular(after, lists)
        for closing in dict.fromkeys((after, _bare(after), one)):
            phrases.put(closing, Framed(its, shape.turned, closing=True))
        for opening in dict.fromkeys((before, _bare(before))):
            if shape.left:
                phrases.put(opening, Framed(its, shape.turned, after=its))
            else:
                key = (opening, shape.turned, shape.noun)
                openings.setdefault(key, set()).add(predicate)
    openings = {key: its for key, its in openings.items() if key[0]}
    _put_openings(openings, phrases, lists)
    _put_rests(openings, phrases)


def _singular(words: _Words, lists: Words) -> _Words:
    """Return what follows a slot as it is said of one: "one child", "one award"."""
    endings = tuple(ending for ending in lists.endings if ending.isalpha())
    regular = (next(filter(word.endswith, endings), "") for word in words)
    pairs = zip(words, regular, strict=True)
    return tuple(lists.singulars.get(word, word.removesuffix(end)) for word, end in pairs)


def _put_openings(openings: _Openings, phrases: Phrases[Reading], lists: Words) -> None:
    weak = frozenset(w for role in (Role.PLAIN, Role.EVERYONE) for w in lists.roles[role])
    tenses = tuple(map(_words, lists.auxiliaries))
    for (words, turned, noun), predicates in openings.items():
        alike = {
            predicate
            for (other, way, kind), its in openings.items()
            if (way, kind) == (turned, noun) and _begins(words, other)
            for predicate in its
        }
        framed = Framed(frozenset(predicates | alike), turned, noun=noun)
        for variant in (*_variants(words, weak), *_tenses(words, tenses)):
            phrases.put(variant, framed)


def _put_rests(openings: _Openings, phrases: Phrases[Reading]) -> None:
    """Take up what is left of a form behind another that begins alike: "died in … by …"."""
    for (one, before), (other, predicates) in product(openings.items(), repeat=2):
        common = _common(one[0], other[0])
        if one[1:] == other[1:] and common and other[0][common:]:
            rest = Framed(frozenset(predicates), other[1], after=frozenset(before))
            phrases.put(other[0][common:], rest)


def _variants(words: _Words, weak: frozenset[str]) -> Iterator[_Words]:
    yield words
    for added in ("both", "each", "all", "also"):
        yield (*words[:1], added, *words[1:])
        yield (added, *words)
    start = next((place for place, word in enumerate(words) if word not in weak), 0)
    if start:
        yield words[start:]
    if words[0].endswith("s"):
        yield (words[0][:-1], *words[1:])


def _tenses(words: _Words, tenses: tuple[_Words, ...]) -> Iterator[_Words]:
    """Yield a form in the other tenses of its auxiliary verb."""
    if words[:1] in tenses:
        yield from ((*tense, *words[1:]) for tense in tenses)


def _begins(one: _Words, other: _Words) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _common(one: _Words, other: _Words) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _words(text: str) -> _Words:
    return tuple(token.word for token in tokens(text))


def _bare(words: _Words) -> _Words:
    """Return words without the marks around a value at either end."""
    letters = [place for place, word in enumerate(words) if word.isalnum()]
    return words[letters[0] : letters[-1] + 1] if letters else ()
