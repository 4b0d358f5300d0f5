"""What things are called: the best label in a language, and its form inside a sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.model.values import Entity
from tertium.store.surroundings import Arc, Surroundings
from tertium.store.vocabulary import LABELS, is_type

__all__ = [
    "NO_NAMES",
    "Named",
    "Names",
    "best",
    "chain",
    "distance",
    "is_read",
    "label_from",
    "read_names",
    "texts_in",
]

_IN_TEXT: Final = Iri("https://w3id.org/tertium/ontology#inText")
_WIKIBASE: Final = "http://wikiba.se/ontology#"
_NO_VALUE: Final = "/prop/novalue/P"
_DATATYPE: Final = Iri(_WIKIBASE + "propertyType")
_FORMATTER: Final = Iri("http://www.wikidata.org/prop/direct/P1630")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with its label and classes, and whether the label is its own.

    Of a property of a Wikibase, `datatype` is the type of its values and `formatter` the web
    address of an identifier, with `$1` in its place.
    """

    entity: Entity
    labelled: bool = False
    datatype: str = ""
    formatter: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called, by IRI."""

    things: Mapping[Iri, Named] = field(default_factory=dict)

    def entity(self, iri: Iri) -> Entity:
        """Return a thing; its label is made from the IRI when the graph has none."""
        return self[iri].entity

    def __getitem__(self, iri: Iri) -> Named:
        """Return what is known of a thing, if only its IRI."""
        return self.things.get(iri) or _nameless(iri)


NO_NAMES: Final = Names()


def read_names(around: Surroundings, language: str, *, labels: Sequence[Iri] = LABELS) -> Names:
    """Return the things which triples name and classify; `labels` are the naming predicates."""
    ranks = {predicate: rank for rank, predicate in enumerate(labels)}
    return Names(
        {
            Iri(thing): _named(Iri(thing), arcs, ranks=ranks, language=language)
            for thing, arcs in around.triples.items()
            if isinstance(thing, str)
        }
    )


def best(texts: Iterable[Literal], language: str) -> Literal | None:
    """Return the text in the best language there is.

    The best is the language asked for, then its base, then what holds in all languages, then
    English, then any; among equals it is the one that sorts first.
    """
    return min(texts, key=lambda text: (*distance(text.language, language), text), default=None)


def chain(language: str) -> tuple[str, ...]:
    """Return the tags to try for a language, the best first.

    >>> chain("de-AT")
    ('de-at', 'de', 'mul', 'en', '')
    """
    tag = language.casefold()
    return tuple(dict.fromkeys((tag, tag.partition("-")[0], "mul", "en", "")))


def distance(have: str, want: str) -> tuple[int, str]:
    """Return how far a language is from the one asked for, as a sort key.

    >>> min(("fr", "de", "en"), key=lambda tag: distance(tag, "de-AT"))
    'de'
    """
    tag, order = have.casefold(), chain(want)
    return (order.index(tag) if tag in order else len(order), tag)


def is_read(tag: str, language: str) -> bool:
    """Return whether who asked for a language reads a text, as far as its tag says.

    >>> is_read("de-CH", "de-AT"), is_read("mul", "de"), is_read("en", "de")
    (True, True, False)
    """
    base = tag.casefold().partition("-")[0]
    return base in {"", "mul", language.casefold().partition("-")[0]}


def label_from(iri: Iri) -> str:
    """Return words made from the last part of an IRI.

    >>> label_from(Iri("https://w3id.org/tertium/ontology#foreignPolicyOpposed"))
    'foreign policy opposed'
    """
    parts = re.findall(r"[^/#:?]+", unquote(iri))
    last = parts[-1] if parts else iri
    words = re.sub(r"(?<=[a-z])[A-Z](?=[a-z])", lambda match: f" {match.group().lower()}", last)
    return re.sub(r"[-_+\s]+", " ", words)


@lru_cache(10_000)
def _nameless(iri: Iri) -> Named:
    return Named(Entity(iri, label_from(iri)))


def texts_in(arcs: Iterable[Arc], predicate: Iri) -> list[Literal]:
    """Return the texts which a node has for a property."""
    return [term for p, term in arcs if p == predicate and isinstance(term, Literal)]


def _label(arcs: Iterable[Arc], ranks: Mapping[Iri, int], language: str) -> Literal | None:
    """Return the label in the best language; of several predicates, by the best of them."""
    found = [(ranks[p], term) for p, term in arcs if p in ranks and isinstance(term, Literal)]
    if len(found) == 1:  # mostly, and then there is nothing to weigh
        return found[0][1]
    key = ((*distance(term.language, language), rank, term) for rank, term in found)
    return min(key, default=(None,))[-1]


def _named(iri: Iri, arcs: Sequence[Arc], *, ranks: Mapping[Iri, int], language: str) -> Named:
    label = _label(arcs, ranks, language)
    types = tuple(sorted({Iri(str(term)) for p, term in arcs if is_type(p) and _is_class(term)}))
    if label is None:
        entity = Entity(iri, label_from(iri), types=types)
    else:
        own = language.partition("-")[0] == label.language.partition("-")[0]
        texts = texts_in(arcs, _IN_TEXT) if own else ()  # "the" Politburo is no German
        same = [t.lexical for t in texts if t.language == label.language]
        entity = Entity(iri, _unquoted(label.lexical), min(same, default=""), label.language, types)
    return Named(entity, label is not None, _first(arcs, _DATATYPE), _first(arcs, _FORMATTER))


def _unquoted(text: str) -> str:
    """Return a text without the quotes of a table from which it was copied.

    >>> _unquoted('"The ""Aurora"" medal"'), _unquoted('"Heroes"')
    ('The "Aurora" medal', '"Heroes"')
    """
    inner = text[1:-1]
    quoted = text == f'"{inner}"' and '""' in inner and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if quoted else text


def _is_class(term: Term) -> bool:
    if isinstance(term, BlankNode | Literal):
        return False
    return not term.startswith(_WIKIBASE) and _NO_VALUE not in term


def _first(arcs: Iterable[Arc], predicate: Iri) -> str:
    texts = (t.lexical if isinstance(t, Literal) else str(t) for p, t in arcs if p == predicate)
    return min(texts, default="")
