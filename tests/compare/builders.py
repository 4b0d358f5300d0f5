"""Nouns for the tests of this room, as short as they can be written."""

from dataclasses import replace

from tertium.compare import table
from tertium.compare.labels import label
from tertium.model.comparison import Row
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.hierarchy import Hierarchy
from tertium.model.schema import Facet, Property, QualifierRole, Schema
from tertium.model.statement import Qualifier, Rank, Statement
from tertium.model.statistics import Statistics, reuse_of
from tertium.model.terms import Iri, Literal, Term
from tertium.model.values import Entity, NoValue, SomeValue, Value
from tertium.model.verdict import Ranks

__all__ = [
    "HIERARCHY",
    "IDEOLOGY",
    "NONE",
    "ORGANISATION",
    "PERSON",
    "SCHEMA",
    "UNKNOWN",
    "Fact",
    "day",
    "fact",
    "iri",
    "one",
    "person",
    "prop",
    "rows",
    "thing",
    "year",
]

NONE = NoValue()
UNKNOWN = SomeValue()


def iri(name: str) -> Iri:
    return Iri(f"https://example.org/{name}")


PERSON, ORGANISATION = iri("Person"), iri("Organisation")
TERTIUM_PERSON = Iri("https://w3id.org/tertium/ontology#Person")


def thing(name: str, *types: Iri) -> Entity:
    return Entity(iri(name), name, types=types)


def year(number: int) -> Date:
    return Date(year=number)


def day(number: int, month: int, day_: int) -> Date:
    return Date(year=number, month=month, day=day_)


def prop(
    name: str, *, functional: bool = False, symmetric: bool = False, domain: tuple[Iri, ...] = ()
) -> Property:
    facet = Facet(iri("facet"), "Ideology", 1)
    return Property(
        iri=iri(name),
        label=name,
        facet=facet,
        functional=functional,
        symmetric=symmetric,
        domain=domain,
    )


IDEOLOGY = prop("ideology")
Fact = tuple[Property, Value, Rank, tuple[Qualifier, ...]]
"""All of a statement but its subject."""


def fact(
    value: Value, predicate: Property = IDEOLOGY, *, rank: Rank = Rank.NORMAL, **roles: Value
) -> Fact:
    """Return a fact; roles are named as in QualifierRole."""
    qualifiers = tuple(
        Qualifier(
            predicate=Property(iri=iri(role), label=role, role=QualifierRole(role)),
            value=qualifying,
            term=_term(qualifying),
        )
        for role, qualifying in roles.items()
    )
    return (predicate, value, rank, qualifiers)


def person(
    name: str,
    *facts: Fact | Value,
    kind: Iri = PERSON,
    same_as: tuple[Iri, ...] = (),
) -> Description:
    """Return a description; a bare value is an ideology."""
    whole = [item if isinstance(item, tuple) else fact(item) for item in facts]
    statements = tuple(
        Statement(
            iri=iri(f"{name}-{number}"),
            subject=iri(name),
            predicate=predicate,
            value=value,
            term=_term(value),
            rank=rank,
            qualifiers=qualifiers,
        )
        for number, (predicate, value, rank, qualifiers) in enumerate(whole, 1)
    )
    return Description(entity=thing(name, kind), statements=statements, same_as=same_as)


def rows(
    *people: Description,
    statistics: Statistics | None = None,
    hierarchy: Hierarchy | None = None,
    ranks: Ranks = Ranks.BEST,
) -> tuple[Row, ...]:
    counted = statistics or Statistics()
    return table(
        people,
        schema=SCHEMA,
        hierarchy=hierarchy or HIERARCHY,
        statistics=replace(counted, reuse=reuse_of(counted.having, counted.sharing)),
        ranks=ranks,
    )


def one(*people: Description) -> Row:
    """Return the only row."""
    (row,) = rows(*people)
    return row


def _term(value: Value) -> Term:
    return value.iri if isinstance(value, Entity) else Literal(label(value))


SCHEMA = Schema(
    superclasses={
        PERSON: frozenset({iri("Thing"), TERTIUM_PERSON}),
        ORGANISATION: frozenset({iri("Thing")}),
        iri("Thing"): frozenset(),
    },
    disjoint=frozenset({frozenset({PERSON, ORGANISATION})}),
)
HIERARCHY = Hierarchy(
    {
        iri("Stalinism"): (thing("Leninism"),),
        iri("Trotskyism"): (thing("Leninism"),),
        iri("Leninism"): (thing("Marxism"),),
        iri("Luxemburgism"): (thing("Marxism"),),
        iri("Marxism"): (thing("socialism"),),
        iri("Fabianism"): (thing("socialism"),),
        iri("Person"): (thing("Thing"),),
        iri("Organisation"): (thing("Thing"),),
    }
)
"""socialism > Marxism > Leninism > Stalinism, Trotskyism; and two classes under Thing."""
