import pytest

from tertium.model.values import Entity
from tertium.queries.reading.descriptions import read_blurb, read_description, read_twins
from tests.queries.builders import around, ex

TURTLE = """ex:a schema:description 'English'@en ; rdfs:comment 'Deutsch'@de , 'Comment'@en ;
    skos:altLabel 'Z'@en , 'B'@en , 'B'@de ; tt:shortName 'A.'@en ;
    skos:exactMatch ex:z , [] , 'z' ; owl:sameAs ex:b , ex:z ."""
ARCS = around(TURTLE).arcs(ex("a"))


@pytest.mark.parametrize(("language", "text"), [("en", "English"), ("de-AT", "Deutsch")])
def test_the_nearest_language_introduces_a_thing(language: str, text: str) -> None:
    assert read_blurb(ARCS, language) == text


def test_a_description_has_all_that_an_entity_is_called() -> None:
    described = read_description(Entity(ex("a"), "A", language="en"), (), arcs=ARCS, language="en")
    assert (described.description, described.short_name) == ("English", "A.")
    assert described.aliases == ("B", "Z")
    assert read_twins(ARCS) == (ex("b"), ex("z"))


def test_nothing_introduces_what_has_no_texts() -> None:
    described = read_description(Entity(ex("a"), "A"), (), arcs=(), language="en")
    assert (described.description, described.aliases, described.same_as) == ("", (), ())


def test_an_alias_with_which_the_label_ends_is_a_short_name() -> None:
    arcs = around("ex:a skos:altLabel 'Gogh'@en , 'van Gogh'@en , 'Vincent'@en .").arcs(ex("a"))
    entity = Entity(ex("a"), "Vincent van Gogh", language="en")
    assert read_description(entity, (), arcs=arcs, language="en").short_name == "van Gogh"


def test_a_title_without_its_article_is_no_short_name() -> None:
    arcs = around("ex:a skos:altLabel 'Godfather'@en .").arcs(ex("a"))
    entity = Entity(ex("a"), "The Godfather", language="en")
    assert read_description(entity, (), arcs=arcs, language="en").short_name == ""
