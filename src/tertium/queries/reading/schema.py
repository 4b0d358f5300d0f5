"""Rows as what the ontology says: properties, facets, classes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final, Protocol

from tertium.model.dates import Date
from tertium.model.lexicon import Gender
from tertium.model.schema import OTHER_FACET, Facet, Property, QualifierRole, Schema
from tertium.model.terms import Iri, Literal, Term
from tertium.queries.alignments import Alignments
from tertium.queries.parameters import Argument
from tertium.queries.reading.above import Above
from tertium.queries.reading.columns import (
    grouped,
    iri_in,
    iris_in,
    number_in,
    text_in,
)
from tertium.queries.reading.dates import date_of
from tertium.queries.reading.names import Names, chain, read_names
from tertium.store.protocol import Binding
from tertium.store.surroundings import Surroundings

__all__ = [
    "Asks",
    "aligned_schema",
    "read_disjoint",
    "read_facets",
    "read_genders",
    "read_issued",
    "read_nouns",
    "read_properties",
    "read_schema",
    "read_superclasses",
]

_OWL: Final = "http://www.w3.org/2002/07/owl#"
_NOUN: Final = Iri("https://w3id.org/tertium/ontology#noun")
_TERTIUM: Final = "https://w3id.org/tertium/ontology#"
_GENDERS: Final = {gender.value: gender for gender in Gender}
_ROLES: Final = {role.value: role for role in QualifierRole}


class Asks(Protocol):
    """Asks a saved question of the ontology."""

    def __call__(self, name: str, **values: Argument) -> Sequence[Binding]:
        """Return its answers."""
        ...


def read_schema(know: Asks, called: Callable[[Iterable[Iri]], Names], language: str) -> Schema:
    """Return what the ontology says; `called` returns the names which things have in it."""
    facets, properties = know("ontology/facets"), know("ontology/properties")
    nouns = read_nouns(know("ontology/nouns", tag=chain(language)), language)
    unnamed = (iri for iri in iris_in(properties, "property") if iri not in nouns.things)
    own = called((*iris_in(facets, "facet"), *unnamed))
    names = Names({**own.things, **nouns.things})
    return Schema(
        properties=read_properties(
            properties,
            know("ontology/domains"),
            facets=read_facets(facets, names),
            names=names,
        ),
        superclasses=read_superclasses(know("ontology/superclasses")),
        disjoint=read_disjoint(know("ontology/disjoint-classes")),
        genders=read_genders(know("ontology/genders")),
        issued=read_issued(know("ontology/issued")),
    )


def read_facets(rows: Sequence[Binding], names: Names) -> Mapping[Term, Facet]:
    """Return the facets by IRI."""
    return {
        iri: Facet(iri, names.entity(iri).label, number_in(row, "order"))
        for row in rows
        for iri in iris_in([row], "facet")
    }


def read_properties(
    rows: Sequence[Binding],
    domains: Sequence[Binding],
    *,
    facets: Mapping[Term, Facet],
    names: Names,
) -> Mapping[Iri, Property]:
    """Return the properties by IRI."""
    classes = grouped(domains, "property")
    return {
        iri: _property(iri, group, facets=facets, names=names, domain=classes.get(iri, ()))
        for iri, group in (
            (iri_in(group[0], "property"), group) for group in grouped(rows, "property").values()
        )
    }


def read_nouns(rows: Sequence[Binding], language: str) -> Names:
    """Return what the ontology calls properties of other vocabularies, in the best language."""
    arcs = {
        property_: tuple((_NOUN, row["noun"]) for row in group)
        for property_, group in grouped(rows, "property").items()
    }
    return read_names(Surroundings(arcs), language, labels=(_NOUN,))


def read_superclasses(rows: Sequence[Binding]) -> Mapping[Iri, frozenset[Iri]]:
    """Return all classes above each class, from rows which say what is next above."""
    groups = grouped(rows, "class").values()
    parents = {iri_in(group[0], "class"): iris_in(group, "superclass") for group in groups}
    return Above.joined({}, parents)


def read_disjoint(rows: Sequence[Binding]) -> frozenset[frozenset[Iri]]:
    """Return the pairs of classes which nothing belongs to at once."""
    return frozenset(frozenset((iri_in(row, "class"), iri_in(row, "other"))) for row in rows)


def read_genders(rows: Sequence[Binding]) -> Mapping[Iri, Gender]:
    """Return the grammatical genders by thing; those which are not known are left out."""
    found = ((iri_in(row, "thing"), text_in(row, "gender").rpartition("#")[2]) for row in rows)
    return {thing: _GENDERS[name] for thing, name in found if name in _GENDERS}


def read_issued(rows: Sequence[Binding]) -> Date | None:
    """Return the latest of the days on which the ontology was issued, if any is known."""
    days = (date_of(row["day"]) for row in rows if isinstance(row["day"], Literal))
    return max(filter(None, days), key=attrgetter("key"), default=None)


def aligned_schema(schema: Schema, alignments: Alignments) -> Schema:
    """Return the schema with the words of other vocabularies that mean the same as ours.

    A word may stand for a property and for a qualifier of ours: Wikidata has one for both.
    """
    properties, qualifiers = dict(schema.properties), dict[Iri, Property]()
    for their, ours in alignments.ours.items():
        known = [schema.properties[our] for our in ours if our in schema.properties]
        for target, found in (
            (properties, [one for one in known if one.role is None]),
            (qualifiers, [one for one in known if one.role is not None]),
        ):
            if found:
                target.setdefault(their, found[0])
    above = Above.joined(schema.superclasses, alignments.ours)
    return replace(schema, properties=properties, qualifiers=qualifiers, superclasses=above)


def _property(
    iri: Iri,
    rows: Sequence[Binding],
    *,
    facets: Mapping[Term, Facet],
    names: Names,
    domain: Sequence[Binding],
) -> Property:
    types = frozenset(iris_in(rows, "type"))
    return Property(
        iri=iri,
        label=names.entity(iri).label,
        language=names.entity(iri).language,
        facet=next(
            (facets[facet] for facet in iris_in(rows, "facet") if facet in facets), OTHER_FACET
        ),
        order=number_in(rows[0], "order"),
        domain=iris_in(domain, "class"),
        functional=_OWL + "FunctionalProperty" in types,
        judgement=_TERTIUM + "JudgementProperty" in types,
        symmetric=_OWL + "SymmetricProperty" in types,
        sensitive=_TERTIUM + "SensitiveProperty" in types,
        quiet=_TERTIUM + "QuietProperty" in types,
        begins=_TERTIUM + "BeginningProperty" in types,
        ends=_TERTIUM + "EndProperty" in types,
        gender=_TERTIUM + "GenderProperty" in types,
        defines=_TERTIUM + "DefiningProperty" in types,
        told_with=next(iter(iris_in(rows[:1], "toldWith")), None),
        role=_ROLES.get(text_in(rows[0], "role")),
    )
