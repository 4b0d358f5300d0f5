import pytest

from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.languages.en.articles import honour, proper, takes_the

RIVER = Iri("http://www.wikidata.org/entity/Q4022")
FILM = Iri("http://www.wikidata.org/entity/Q11424")


def name(label: str, *types: Iri) -> Entity:
    return Entity(Iri("urn:x"), label, language="en", types=types)


@pytest.mark.parametrize(
    "label",
    [
        "Soviet Union",
        "October Revolution",
        "Red Army",
        "Order of Lenin",
        "Academy Award for Best Picture",
        "University of Bonn",
        "United States",
        "Kingdom of Prussia",
        "Netherlands",
        "USSR",
        "First World War",
        "Third Reich",
        "10th Congress",
        "People's Republic of China",
        "1936 Summer Olympics",
        "War Cup 1939-1945",
        "Communist Party of the Soviet Union (Bolsheviks)",
        "Order of Suvorov, 1st class",
        "bombing of Guernica",
        "2014 FIFA World Cup",
        "2020 Tour de Pologne",
        "Russian Orthodox Church",
    ],
)
def test_the_head_noun_decides(label: str) -> None:
    assert proper(name(label)) == f"the {label}"


@pytest.mark.parametrize(
    "label",
    [
        "Russia",
        "World War II",
        "Harvard University",
        "King's College",
        "Mount Everest",
        "The Hague",
        "Operation Barbarossa",
        "Empire",
        "Christ Church",
        "lung disease",
        "history of Russia",
        "Karl Marx",
        ", comma",
    ],
)
def test_other_names_take_no_article(label: str) -> None:
    assert proper(name(label)) == label


def test_a_class_decides_where_the_name_does_not() -> None:
    assert proper(name("Seine", RIVER)) == "the Seine"
    assert not takes_the(name("Fall of the Roman Empire", FILM))


def test_what_the_graph_says_counts_first() -> None:
    assert proper(Entity(Iri("urn:x"), "Soviet Union", "Soviet Russia")) == "Soviet Russia"
    assert proper(Entity(Iri("urn:Q1"), "Q1")) == "Q1"


@pytest.mark.parametrize(
    ("label", "received"),
    [
        ("Iron Cross", "the Iron Cross"),
        ("Princess of Asturias Award", "the Princess of Asturias Award"),
        ("Knight Commander of the Order", "the title of Knight Commander of the Order"),
        ("honorary doctorate of the University", "an honorary doctorate of the University"),
        ("King's Medal", "King's Medal"),
        ("Wheeler Lake", "Wheeler Lake"),
        ("white people", "white people"),
        ("Guggenheim Fellowship", "a Guggenheim Fellowship"),
        (", 1st class", "the , 1st class"),
    ],
)
def test_honours_are_received_as_names_titles_or_one_of_many(label: str, received: str) -> None:
    assert honour(label) == received
