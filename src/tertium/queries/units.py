"""What is known of units: the bundled table, and what a graph says of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from tertium.model.terms import Iri, Literal, Term
from tertium.model.values import Scale
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reading.columns import iri_in, text_in
from tertium.resources import folder
from tertium.store.loading import load
from tertium.store.protocol import Binding, select
from tertium.store.surroundings import Surroundings

__all__ = ["Units", "bundled_units", "declared_units", "known_units"]

Units = Mapping[Iri, Scale]
"""What is known of units, by IRI."""

_QUDT: Final = "http://qudt.org/schema/qudt/"
_KINDS: Final = (Iri(_QUDT + "hasDimensionVector"), Iri(_QUDT + "hasQuantityKind"))
_MULTIPLIER: Final = Iri(_QUDT + "conversionMultiplier")
_OFFSET: Final = Iri(_QUDT + "conversionOffset")
_CLAIM: Final = Iri("http://www.wikidata.org/prop/P2370")
_TO_SI: Final = Iri("http://www.wikidata.org/prop/statement/value/P2370")
_AMOUNT: Final = Iri("http://wikiba.se/ontology#quantityAmount")
_UNIT: Final = Iri("http://wikiba.se/ontology#quantityUnit")
_LONGEST: Final = 60


@cache
def bundled_units() -> Units:
    """Return the units which Tertium knows, under all their IRIs."""
    store = load((), bundled=[("units.ttl", folder("ontology") / "units.ttl")])
    found: dict[Iri, Scale] = {}
    for row in select(store, bundled_catalogue()["ontology/units"].text):
        names = [iri_in(row, column) for column in ("unit", "same") if column in row]
        found.update(dict.fromkeys(names, _scale(row)))
    return found


def known_units(units: tuple[Iri, ...], about: Callable[[Sequence[Iri]], Surroundings]) -> Units:
    """Return what is known of units; the graph is asked only of those which we do not know."""
    known = bundled_units() if units else {}
    unknown = tuple(unit for unit in units if unit not in known)
    return {**declared_units(unknown, about(unknown)), **known} if unknown else known


def declared_units(units: Iterable[Iri], around: Surroundings) -> Units:
    """Return what a graph itself says of units: QUDT's factors, or Wikidata's conversion to SI."""
    found = {unit: _by_qudt(unit, around) or _by_wikidata(unit, around) for unit in units}
    return {unit: scale for unit, scale in found.items() if scale is not None}


def _scale(row: Binding) -> Scale:
    multiplier, offset = text_in(row, "multiplier"), text_in(row, "offset")
    factor = Fraction(multiplier) if multiplier else None
    code = text_in(row, "code")
    symbol = code if code.replace("/", "").isalnum() else ""  # UCUM brackets what SI lacks
    return Scale(iri_in(row, "dimension"), factor, Fraction(offset or 0), symbol)


def _by_qudt(unit: Iri, around: Surroundings) -> Scale | None:
    """Return the scale by factor, offset and dimension; of several quantity kinds, the first."""
    factor = _number(around.objects(unit, _MULTIPLIER))
    kinds = (sorted(o for o in around.objects(unit, p) if isinstance(o, str)) for p in _KINDS)
    kind = next((kind for group in kinds for kind in group), None)
    if not factor or kind is None:
        return None
    return Scale(Iri(kind), factor, _number(around.objects(unit, _OFFSET)) or Fraction(0))


def _by_wikidata(unit: Iri, around: Surroundings) -> Scale | None:
    """Return the scale by an amount in another unit, known or a base unit of its own."""
    for node in _conversions(unit, around):
        factor = _number(around.objects(node, _AMOUNT))
        for base in around.objects(node, _UNIT):
            if factor and isinstance(base, str):
                known = bundled_units().get(Iri(base), Scale(Iri(base), Fraction(1)))
                if known.factor is not None and not known.offset:
                    return Scale(known.dimension, factor * known.factor)
    return None


def _conversions(unit: Iri, around: Surroundings) -> Iterator[Term]:
    claims = sorted(o for o in around.objects(unit, _CLAIM) if isinstance(o, str))
    return (node for claim in claims for node in around.objects(Iri(claim), _TO_SI))


def _number(terms: Iterable[Term]) -> Fraction | None:
    texts = sorted(term.lexical for term in terms if isinstance(term, Literal))
    for text in texts:
        if len(text) <= _LONGEST:
            try:
                return Fraction(text)
            except (ValueError, ZeroDivisionError):
                continue
    return None
