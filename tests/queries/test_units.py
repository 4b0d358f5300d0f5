from fractions import Fraction

import pytest

from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.model.values import Quantity, Scale
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.queries.units import bundled_units, declared_units
from tertium.store.surroundings import Surroundings

from .builders import ex, graph, item

QUDT = "http://qudt.org/schema/qudt/"
KIND = Iri("http://qudt.org/vocab/quantitykind/Length")
SMOOT = ex("smoot")
SPEAR = """
PREFIX ex: <https://w3id.org/tertium/id/>
PREFIX qudt: <http://qudt.org/schema/qudt/>
PREFIX unit: <http://qudt.org/vocab/unit/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
ex:spear rdfs:label "spear"@en ; ex:length [ ex:value 1.63 ; qudt:unit unit:M ] .
ex:bridge rdfs:label "bridge"@en ; ex:length [ ex:value 364.4 ; qudt:unit ex:smoot ] .
ex:smoot rdfs:label "smoot"@en ; qudt:hasQuantityKind <http://qudt.org/vocab/quantitykind/Length> ;
    qudt:conversionMultiplier 1.7018 .
"""


def stated(*arcs: tuple[str, Term]) -> Surroundings:
    return Surroundings({SMOOT: tuple((Iri(QUDT + name), term) for name, term in arcs)})


def test_every_unit_has_a_dimension_and_a_factor_unless_it_is_money() -> None:
    for unit, scale in bundled_units().items():
        assert scale.dimension, unit
        assert (scale.factor is None) == scale.dimension.endswith("/Currency"), unit
        assert scale.factor is None or scale.factor > 0, unit


def test_an_item_of_wikidata_is_the_unit_which_it_matches() -> None:
    units = bundled_units()
    assert units[item(11573)] == units[Iri("http://qudt.org/vocab/unit/M")]
    assert units[item(42289)] == Scale(
        Iri("http://qudt.org/vocab/quantitykind/Temperature"), Fraction(5, 9), Fraction("459.67")
    )


@pytest.mark.parametrize(
    ("around", "scale"),
    [
        (
            stated(("conversionMultiplier", Literal("1.7018")), ("hasQuantityKind", KIND)),
            Scale(KIND, Fraction("1.7018")),
        ),
        (
            stated(
                ("conversionMultiplier", Literal("1")),
                ("conversionOffset", Literal("273.15")),
                ("hasDimensionVector", KIND),
            ),
            Scale(KIND, Fraction(1), Fraction("273.15")),
        ),
        (stated(("conversionMultiplier", Literal("1.7018"))), None),
        (stated(("hasQuantityKind", KIND)), None),
        (stated(("conversionMultiplier", Literal("much")), ("hasQuantityKind", KIND)), None),
        (stated(("conversionMultiplier", Literal("0")), ("hasQuantityKind", KIND)), None),
        (stated(("conversionMultiplier", Literal("1" * 61)), ("hasQuantityKind", KIND)), None),
        (stated(("conversionMultiplier", KIND), ("hasQuantityKind", BlankNode("k"))), None),
    ],
)
def test_a_graph_says_how_its_own_units_are_converted(
    around: Surroundings, scale: Scale | None
) -> None:
    assert declared_units([SMOOT], around).get(SMOOT) == scale


@pytest.mark.parametrize(
    ("base", "amount", "scale"),
    [
        (item(11573), "1.7018", Scale(KIND, Fraction("1.7018"))),
        (item(174728), "170.18", Scale(KIND, Fraction("1.7018"))),
        (item(1), "2", Scale(item(1), Fraction(2))),
        (item(25267), "2", None),
        (item(4917), "2", None),
        (BlankNode("b"), "2", None),
        (item(11573), "", None),
    ],
)
def test_a_wikibase_says_it_by_an_amount_in_another_unit(
    base: Term, amount: str, scale: Scale | None
) -> None:
    wikibase = "http://wikiba.se/ontology#"
    claim, node = ex("claim"), ex("node")
    around = Surroundings(
        {
            SMOOT: ((Iri("http://www.wikidata.org/prop/P2370"), claim),),
            claim: ((Iri("http://www.wikidata.org/prop/statement/value/P2370"), node),),
            node: (
                (Iri(wikibase + "quantityAmount"), Literal(amount)),
                (Iri(wikibase + "quantityUnit"), base),
            ),
        }
    )
    assert declared_units([SMOOT], around).get(SMOOT) == scale


def test_a_reader_knows_the_units_of_the_table_and_of_its_graph() -> None:
    reader = Reader(graph(SPEAR), bundled_catalogue())
    spear, bridge = reader.statements([ex("spear"), ex("bridge")])
    assert isinstance(spear.value, Quantity)
    assert isinstance(bridge.value, Quantity)
    assert spear.value.scale == Scale(KIND, Fraction(1))
    assert (bridge.value.unit_label, bridge.value.scale) == (
        "smoot",
        Scale(KIND, Fraction("1.7018")),
    )
    assert spear.qualifiers == bridge.qualifiers == ()
