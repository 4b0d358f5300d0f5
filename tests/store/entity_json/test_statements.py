import pyoxigraph as ox

from tertium.store.entity_json import entity_triples
from tests.store.entity_json.builders import about, item, item_snak, said, snak, statement

DATE = {
    "time": "+1879-11-07T00:00:00Z",
    "timezone": 0,
    "before": 0,
    "after": 0,
    "precision": 11,
    "calendarmodel": "http://www.wikidata.org/entity/Q1985727",
}
XSD_DATE = '"1879-11-07T00:00:00Z"^^xsd:dateTime'


def test_a_statement_has_a_node_a_rank_and_a_direct_triple() -> None:
    lines = said(item(statement(item_snak("P27", "Q34266"), "Q1$AB-c")))
    assert about("wd:Q1", lines) == {"a wikibase:Item", "p:P27 s:Q1-AB-c", "wdt:P27 wd:Q34266"}
    assert about("s:Q1-AB-c", lines) == {
        "a wikibase:Statement",
        "a wikibase:BestRank",
        "wikibase:rank wikibase:NormalRank",
        "ps:P27 wd:Q34266",
    }


def test_preferred_hides_normal_and_deprecated_is_never_best() -> None:
    ranks = {"a": "preferred", "b": "normal", "c": "deprecated"}
    lines = said(
        item(*(statement(item_snak("P1", f"Q{n}"), n, rank=rank) for n, rank in ranks.items()))
    )
    assert "wdt:P1 wd:Qa" in about("wd:Q1", lines)
    assert len([line for line in lines if " wdt:P1 " in line]) == 1
    assert [line for line in lines if line.endswith("BestRank")] == ["s:a a wikibase:BestRank"]
    assert "s:c wikibase:rank wikibase:DeprecatedRank" in lines


def test_a_lonely_deprecated_statement_has_no_direct_triple() -> None:
    lines = said(item(statement(item_snak("P1", "Q2"), rank="deprecated")))
    assert not [line for line in lines if "wdt:" in line or "BestRank" in line]


def test_values_qualifiers_and_references_are_said_simply_and_in_full() -> None:
    date = snak("P569", "time", DATE)
    source = {"hash": "ab", "snaks": {"P813": [snak("P813", "time", DATE, "time")]}}
    qualifiers = {"P580": [snak("P580", "time", DATE, "time")]}
    lines = said(item(statement(date, qualifiers=qualifiers, references=[source])))
    (node,) = {line.split()[0] for line in lines if line.startswith("v:")}
    assert {f"ps:P569 {XSD_DATE}", f"psv:P569 {node}"} < about("s:Q1-a", lines)
    assert {f"pq:P580 {XSD_DATE}", f"pqv:P580 {node}"} < about("s:Q1-a", lines)
    assert "prov:wasDerivedFrom ref:ab" in about("s:Q1-a", lines)
    assert about("ref:ab", lines) == {
        "a wikibase:Reference",
        f"pr:P813 {XSD_DATE}",
        f"prv:P813 {node}",
    }
    assert f"wikibase:timeValue {XSD_DATE}" in about(node, lines)
    assert "wdt:P569 " + XSD_DATE in about("wd:Q1", lines)


def test_a_reference_without_a_hash_has_a_stable_name() -> None:
    source = {"snaks": {"P1": [item_snak("P1", "Q3")]}}
    first = item(statement(item_snak("P1", "Q2"), references=[source]))
    assert said(first) == said(first)
    assert sum("ref:" in line for line in said(first)) == 3


def test_no_value_is_a_class_of_the_statement_and_of_the_entity() -> None:
    none = {"snaktype": "novalue", "property": "P40", "datatype": "wikibase-item"}
    lines = said(item(statement(none)))
    assert "a wdno:P40" in about("s:Q1-a", lines)
    assert "a wdno:P40" in about("wd:Q1", lines)
    assert not [line for line in lines if "ps:" in line or "wdt:" in line]


def test_an_unknown_value_is_a_blank_node_for_each_place_always_the_same() -> None:
    unknown = {"snaktype": "somevalue", "property": "P20", "datatype": "wikibase-item"}
    document = item(statement(unknown, qualifiers={"P20": [unknown]}))
    blank = [
        (quad.predicate.value.rpartition("prop/")[2], str(quad.object))
        for quad in entity_triples(document)
        if isinstance(quad.object, ox.BlankNode)
    ]
    assert [place for place, _ in blank] == ["statement/P20", "direct/P20", "qualifier/P20"]
    assert len({label for _, label in blank}) == 3
    assert said(document) == said(document)
