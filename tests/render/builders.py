"""Nouns for the tests of the room, as short as they can be written."""

from dataclasses import dataclass

from tertium.model.comparison import Cell, Common, Comparison, GraphInfo, Queries, Row
from tertium.model.description import Description
from tertium.model.measure import Measure
from tertium.model.narrative import Claim, ClaimKind, Mention, Sentence
from tertium.model.schema import Facet, Property, QualifierRole
from tertium.model.statement import Qualifier, Rank, Reference, Source, Statement
from tertium.model.terms import Iri, Literal
from tertium.model.values import (
    Entity,
    Value,
)
from tertium.model.verdict import CellState, Relation

__all__ = [
    "EX",
    "TT",
    "A",
    "B",
    "Rest",
    "cell",
    "comparison",
    "entity",
    "property_",
    "row",
    "sentence",
    "source",
    "statement",
]

EX = "https://w3id.org/tertium/id/"
TT = "https://w3id.org/tertium/ontology#"


def entity(name: str, label: str = "", *, in_text: str = "", language: str = "en") -> Entity:
    return Entity(Iri(EX + name), label or name.title(), in_text, language)


A = entity("stalin", "Joseph Stalin")
B = entity("trotsky", "Leon Trotsky")


def property_(
    name: str, facet: str = "Background", *, role: QualifierRole | None = None
) -> Property:
    return Property(iri=Iri(TT + name), label=name, facet=Facet(Iri(TT + facet), facet), role=role)


def source(name: str, url: str = "") -> Source:
    return Source(
        iri=Iri(f"https://w3id.org/tertium/source/{name}"), label=f"{name.title()}, 1999", url=url
    )


def statement(
    name: str,
    value: Value,
    *qualifiers: tuple[QualifierRole | None, Value],
    cited: tuple[Reference, ...] = (Reference(source("service"), "ch. 1"),),
    rank: Rank = Rank.NORMAL,
) -> Statement:
    return Statement(
        iri=Iri(f"https://w3id.org/tertium/statement/{name}"),
        subject=A.iri,
        predicate=property_(name.partition("-")[0]),
        value=value,
        term=Literal(name),
        rank=rank,
        qualifiers=tuple(
            Qualifier(
                predicate=property_(role.value if role else "note", role=role),
                value=qualified,
                term=Literal(name),
            )
            for role, qualified in qualifiers
        ),
        references=cited,
    )


def cell(
    who: Entity,
    *statements: Statement,
    state: CellState = CellState.VALUE,
    others: tuple[Statement, ...] = (),
) -> Cell:
    return Cell(entity=who.iri, state=state, statements=statements, others=others)


@dataclass(frozen=True)
class Rest:
    """What a row has beside its name, relation and cells."""

    facet: str = "Background"
    common: tuple[Common, ...] = ()
    measure: Measure | None = None
    contested: frozenset[Iri] = frozenset()


def row(name: str, relation: Relation, *cells: Cell, rest: Rest | None = None) -> Row:
    more = rest or Rest()
    return Row(
        predicate=property_(name, more.facet),
        cells=cells,
        relation=relation,
        reason=f"this row is {relation.value}",
        common=more.common,
        measure=more.measure,
        contested=more.contested,
        salience=0.83333333,
    )


def comparison(*rows: Row, entities: tuple[Entity, ...] = (A, B), total: int = 0) -> Comparison:
    return Comparison(
        entities=tuple(_description(one) for one in entities),
        rows=rows,
        rows_total=total or len(rows),
        graph=GraphInfo(id="bundled", version="0123456789abcdef", sources=("people/stalin.ttl",)),
        queries=Queries("SELECT * {}", ((A.iri, "SELECT ?a {}"),)),
    )


def sentence(text: str, *evidence: Statement, mentions: tuple[Mention, ...] = ()) -> Sentence:
    claim = Claim(kind=ClaimKind.STATED, statements=evidence, ask="ASK {}")
    return Sentence(text=text, claims=(claim,), mentions=mentions)


def _description(one: Entity) -> Description:
    return Description(
        entity=one,
        description="leader of something" if one is A else "",
        same_as=(Iri("http://www.wikidata.org/entity/Q855"),),
    )
