import pytest

from tertium.model.terms import Iri
from tertium.store.vocabulary import (
    canonical,
    direct_name,
    is_class,
    is_statement,
    is_type,
    names_things,
)

WIKIDATA = "http://www.wikidata.org/"


@pytest.mark.parametrize(
    "predicate",
    [
        *(f"{WIKIDATA}prop/direct/P31", "http://example.org/p", "urn:p"),
        *("http://www.w3.org/2004/02/skos/core#broader", "http://example.org/prop/x"),
    ],
)
def test_any_property_states_something(predicate: str) -> None:
    assert is_statement(predicate)


@pytest.mark.parametrize(
    "predicate",
    [
        *(f"{WIKIDATA}prop/{path}P31" for path in ("", "statement/", "qualifier/value/")),
        f"{WIKIDATA}prop/direct-normalized/P214",
        *("http://www.w3.org/2000/01/rdf-schema#label", "http://schema.org/name"),
        *("http://www.w3.org/ns/prov#wasDerivedFrom", "http://wikiba.se/ontology#rank"),
        *("http://www.w3.org/2002/07/owl#sameAs", "http://www.w3.org/ns/shacl#path"),
    ],
)
def test_names_and_the_inside_of_statements_state_nothing(predicate: str) -> None:
    assert not is_statement(predicate)


@pytest.mark.parametrize("number", ["P31", "P1082"])
def test_a_property_has_one_name(number: str) -> None:
    direct, entity = Iri(f"{WIKIDATA}prop/direct/{number}"), Iri(f"{WIKIDATA}entity/{number}")
    assert (canonical(direct), direct_name(entity)) == (entity, direct)
    assert (canonical(entity), direct_name(direct)) == (entity, direct)
    assert direct_name(Iri(f"{WIKIDATA}entity/Q5")) == f"{WIKIDATA}entity/Q5"


def test_a_class_is_one_of_entities() -> None:
    assert is_type(f"{WIKIDATA}prop/direct/P31")
    assert not is_type(f"{WIKIDATA}prop/direct/P279")
    assert is_class(f"{WIKIDATA}entity/Q5")
    assert not is_class("http://wikiba.se/ontology#Item")
    assert not is_class("http://www.w3.org/2002/07/owl#Class")


@pytest.mark.parametrize(
    ("predicate", "rank"),
    [
        ("urn:x:prefLabel", 0),
        ("http://x/#LABEL", 1),
        ("http://x/title", 3),
        ("http://x/size", None),
    ],
)
def test_a_predicate_may_sound_as_if_it_named_things(predicate: str, rank: int | None) -> None:
    assert names_things(predicate) == rank
