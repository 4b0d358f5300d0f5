"""What a statement cites, as references: the source and the place in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from tertium.model.statement import Reference, Source
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.queries.reading.names import Names, best
from tertium.queries.shapes.reified import SOURCE
from tertium.queries.shapes.stated import minted, order
from tertium.store.surroundings import Surroundings

__all__ = ["read_references", "shortened", "sources_in"]

_TT: Final = "https://w3id.org/tertium/ontology#"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_LOCATOR: Final = Iri(_TT + "locator")
_PUBLISHER: Final = (Iri(_DCTERMS + "publisher"), Iri("https://schema.org/publisher"))
_ISSUED: Final = (Iri(_DCTERMS + "issued"), Iri("https://schema.org/datePublished"))
_URL: Final = (Iri("https://schema.org/url"), Iri("http://schema.org/url"))
_LICENCE: Final = (Iri(_DCTERMS + "license"), Iri("http://creativecommons.org/ns#license"))
_SNAK: Final = "/prop/reference/"
_STATED_IN: Final = ("P248", "P143", "P3452", "P123")
_ADDRESS: Final = ("P854", "P4656", "P1065")
_TITLE: Final = "P1476"
_PLACES: Final = {"P478": "vol. ", "P792": "ch. ", "P958": "", "P304": "p. "}
_DATE: Final = "P577"
_RETRIEVED: Final = "P813"


@dataclass(frozen=True, slots=True)
class _Snaks:
    """What a reference node of a Wikibase says, by the numbers of the properties."""

    facts: Sequence[tuple[str, Term]]

    def terms(self, *numbers: str) -> list[Term]:
        return [o for number in numbers for p, o in self.facts if p == number]

    def text(self, *numbers: str) -> str:
        texts = [t.lexical for t in self.terms(*numbers) if isinstance(t, Literal)]
        return texts[0] if texts else ""

    def iri(self, *numbers: str) -> Iri | None:
        return next((Iri(t) for t in self.terms(*numbers) if isinstance(t, str)), None)


def sources_in(references: Iterable[Term], around: Surroundings) -> tuple[Iri, ...]:
    """Return the things which references name as their source."""
    found: dict[Iri, None] = {}
    for term in references:
        named = (_snaks(term, around).iri(*_STATED_IN), *_works(term, around))
        found.update((iri, None) for iri in named if iri)
    return tuple(found)


def read_references(
    references: Iterable[Term], around: Surroundings, names: Names
) -> tuple[Reference, ...]:
    """Return references by the label of the source, then locator, each once."""
    read = {r for term in references for r in _references(term, around, names)}
    return tuple(sorted(read, key=lambda r: (r.source.label, r.source.iri, r.locator)))


def _references(term: Term, around: Surroundings, names: Names) -> Iterable[Reference]:
    snaks = _snaks(term, around)
    if snaks.facts:
        return (_of_snaks(snaks, names),)
    locators = [_text(t) for t in around.objects(term, _LOCATOR)] or [""]
    works = _works(term, around)
    return (Reference(_source(iri, around, names), place) for iri in works for place in locators)


def _works(term: Term, around: Surroundings) -> tuple[Iri, ...]:
    """Return the works cited: a reference names them, or is one itself."""
    named = around.objects(term, SOURCE) or (term,)
    return tuple(Iri(work) for work in named if not isinstance(work, BlankNode | Literal))


def _source(iri: Iri, around: Surroundings, names: Names) -> Source:
    def first(predicates: tuple[Iri, ...]) -> str:
        return next(filter(None, sorted(map(_text, around.objects(iri, *predicates)))), "")

    named = names[iri].labelled or bool(around.arcs(iri))
    return Source(
        iri=iri,
        label=names.entity(iri).label if named else shortened(iri),
        publisher=first(_PUBLISHER),
        year=first(_ISSUED),
        url=first(_URL) or ("" if named else iri),
        licence=first(_LICENCE),
    )


def _snaks(term: Term, around: Surroundings) -> _Snaks:
    facts = (
        (predicate.partition(_SNAK)[2], value)
        for predicate, value in around.arcs(term)
        if _SNAK in predicate
    )
    return _Snaks(sorted(facts, key=lambda fact: (fact[0], order(fact[1]))))


def _of_snaks(snaks: _Snaks, names: Names) -> Reference:
    source, url = snaks.iri(*_STATED_IN), snaks.iri(*_ADDRESS) or Iri(snaks.text(*_ADDRESS))
    titles = [t for t in snaks.terms(_TITLE) if isinstance(t, Literal)]
    title = best(titles, "en")
    label = title.lexical if title else ""
    if source is not None:
        label = ": ".join(filter(None, (names.entity(source).label, label)))
    places = (lead + text for number, lead in _PLACES.items() if (text := snaks.text(number)))
    return Reference(
        Source(
            iri=source or url or minted(*(t for p, o in snaks.facts for t in (Iri(p), o))),
            label=label or shortened(url) or _first(snaks, names),
            year=snaks.text(_DATE)[:4],
            url=url,
        ),
        ", ".join(places),
    )


def _first(snaks: _Snaks, names: Names) -> str:
    """Return the last resort: what the first part of a reference says, whatever it is."""
    number, value = snaks.facts[0]
    if number == _RETRIEVED:
        return f"a source without a name, retrieved {_text(value)[:10]}"
    return _text(value) if isinstance(value, Literal) else names.entity(Iri(str(value))).label


def shortened(address: str) -> str:
    """Return a web address as a reader wants it: the host, and the last part of the path.

    >>> shortened("https://www.bbc.co.uk/doctorwho/classic/episodeguide/cityofdeath/detail.shtml")
    'bbc.co.uk: detail.shtml'
    """
    parts = urlsplit(address)
    last = parts.path.rstrip("/").rpartition("/")[2]
    host = parts.netloc.removeprefix("www.")
    return f"{host}: {last}" if last and host else host or address


def _text(term: Term) -> str:
    if isinstance(term, Literal):
        return term.lexical
    return "" if isinstance(term, BlankNode) else term
