from dataclasses import replace

from tertium.model.dates import Date
from tertium.model.schema import IDENTIFIERS, Property, QualifierRole
from tertium.model.terms import Iri
from tertium.model.values import Entity, Identifier, Text
from tertium.queries.reading.names import NO_NAMES, Named, Names
from tertium.queries.reading.properties import Vocabulary
from tests.queries.builders import ex, item, tt

BORN = Property(iri=tt("birthDate"), label="date of birth", order=1)
START = Property(iri=tt("startTime"), label="start time", role=QualifierRole.START)
P569 = Iri("http://www.wikidata.org/entity/P569")
P31 = Iri("http://www.wikidata.org/entity/P31")
KNOWN = Vocabulary({BORN.iri: BORN, P569: BORN, START.iri: START}, {P569: START}, NO_NAMES)
NAMED = Names({P569: Named(Entity(P569, "born on", language="en"), labelled=True)})


def test_a_property_of_the_ontology_is_itself() -> None:
    assert KNOWN.property(BORN.iri, Date(year=1900)) is BORN
    assert KNOWN.qualifier(START.iri, Date(year=1900)) is START


def test_an_aligned_property_keeps_its_own_iri_and_label() -> None:
    assert KNOWN.property(P569, Date(year=1900)) == Property(
        iri=P569, label=BORN.label, order=1, noun=BORN.label
    )
    named = Vocabulary(KNOWN.properties, {}, NAMED)
    assert named.property(P569, Date(year=1900)) == Property(
        iri=P569, label="born on", language="en", order=1, noun=BORN.label
    )


def test_the_language_of_the_page_counts_more_than_whose_name_it_is() -> None:
    ours = replace(BORN, label="Geburtsdatum", language="de")
    for page, found in (("de-AT", "Geburtsdatum"), ("en", "born on"), ("fr", "born on")):
        words = Vocabulary({P569: ours}, {}, NAMED, language=page)
        assert words.property(P569, Date(year=1900)).label == found


def test_a_word_may_be_a_property_and_another_qualifier() -> None:
    assert KNOWN.qualifier(P569, Date(year=1900)).role is QualifierRole.START


def test_an_unknown_property_is_called_after_its_iri() -> None:
    assert KNOWN.property(ex("shoeSize"), Text("x")) == Property(
        iri=ex("shoeSize"), label="shoe size"
    )


def test_classes_and_identifiers_are_shown_but_never_told() -> None:
    assert KNOWN.property(P31, Entity(item(5), "human")).quiet
    number = KNOWN.property(ex("isbn"), Identifier("1"))
    assert (number.quiet, number.facet) == (True, IDENTIFIERS)
    assert KNOWN.property(BORN.iri, Identifier("1")) is BORN


def test_a_date_has_its_role_from_the_name_of_its_predicate() -> None:
    assert KNOWN.qualifier(ex("untilYear"), Date(year=1900)).role is QualifierRole.END
    assert KNOWN.qualifier(ex("untilYear"), Text("x")).role is None
