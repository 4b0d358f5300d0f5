import pytest

from tertium.queries.prefixes import PREFIXES, expand, with_prefixes
from tertium.store.oxigraph import OxigraphStore


def test_a_curie_stands_for_an_iri() -> None:
    assert expand("wd:Q855") == "http://www.wikidata.org/entity/Q855"


@pytest.mark.parametrize("text", ["stalin", "wd:", "nobody:x", "ex:a b", "http://example.org/a"])
def test_other_texts_are_no_curies(text: str) -> None:
    assert expand(text) is None


def test_what_is_left_out_is_added_and_no_more() -> None:
    query = 'PREFIX tt: <urn:mine:> ASK { ex:a tt:b "wd:Q1" , <schema:x> } # owl:Thing'
    assert with_prefixes(query) == f"PREFIX ex: <{PREFIXES['ex']}> {query}"


def test_line_numbers_stay() -> None:
    assert with_prefixes("#+ summary: x\nASK { ex:a ?p ?o }").count("\n") == 1


def test_a_query_without_prefixes_runs() -> None:
    asked = with_prefixes("ASK { ?s rdf:type/rdfs:subClassOf* xsd:date }")
    assert OxigraphStore().query(asked) is False


def test_prefixes_stand_in_order() -> None:
    assert list(PREFIXES) == sorted(PREFIXES)
