from pathlib import Path

import pytest

import tertium
from tertium.api import KnowledgeGraph
from tertium.errors import (
    BadParameterError,
    NothingStatedError,
    SelfComparisonError,
    TooFewEntitiesError,
)
from tertium.model.likeness import Difference, Differences, Ground, Likeness
from tertium.model.terms import Iri
from tertium.queries.prefixes import expand
from tertium.queries.reading.columns import iris_in
from tertium.store.protocol import Solutions

PEOPLE = """
@prefix : <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:ada a :Person ; rdfs:label "Ada"@en ; :born "1815-12-10"^^xsd:date ; :birthPlace :london ;
    :field :mathematics , :poetry ; :knows :babbage , :somerville ; :children 3 ;
    :portrait <https://commons.wikimedia.org/wiki/Special:FilePath/Ada.jpg> ; :relative [] .
:babbage a :Person ; rdfs:label "Babbage"@en ; :born "1791"^^xsd:gYear ; :birthPlace :walworth ;
    :field :mathematics ; :knows :somerville ; :children 8 ; :relative [] .
:somerville a :Person ; rdfs:label "Somerville"@en ; :born "1780"^^xsd:gYear ;
    :birthPlace :jedburgh ; :field :mathematics , :astronomy ; :children 5 .
:silence a :Person ; rdfs:label "Silence"@en ; :field :mathematics .
:boole a :Person ; rdfs:label "Boole"@en ; :born "1815"^^xsd:gYear ; :birthPlace :lincoln ;
    :field :mathematics ; :children 5 .
:london a :City ; rdfs:label "London"@en ; :country :england .
:walworth a :Town ; rdfs:label "Walworth"@en ; :country :england .
:lincoln a :City ; rdfs:label "Lincoln"@en ; :country :england .
:jedburgh a :Town ; rdfs:label "Jedburgh"@en ; :country :scotland .
:england rdfs:label "England"@en . :scotland rdfs:label "Scotland"@en .
:mathematics a :Field ; rdfs:label "mathematics"@en . :poetry rdfs:label "poetry"@en .
:thames a :River ; rdfs:label "Thames"@en ; :mouth :sea . :sea rdfs:label "the sea"@en .
:silent a :Person ; rdfs:label "Silent"@en .
:letters rdfs:label "letters"@en .
:numbered a :Code ; rdfs:label "Numbered"@en ; :code "x" . :other a :Key ; rdfs:label "Other"@en ;
    :key "y" .
:late a :Late ; rdfs:label "Late"@en ; :at "9999"^^xsd:gYear ; :stop :london .
:never a :Never ; rdfs:label "Never"@en ; :at "9999-01-01"^^xsd:date ; :stop :lincoln .
:letters :author :ada , :babbage .
:one a :Twin ; rdfs:label "One"@en ; :eyes :blue .
:two a :Twin ; rdfs:label "Two"@en ; :eyes :blue .
"""


_KNOWS = "that has Somerville as knows"


def ex(name: str) -> str:
    return f"https://example.org/{name}"


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    path = tmp_path_factory.mktemp("graph") / "people.ttl"
    path.write_text(PEOPLE, encoding="utf-8")
    return tertium.open(path)


@pytest.fixture(scope="module")
def likeness(people: KnowledgeGraph) -> Likeness:
    return people.common(ex("ada"), ex("babbage"))


@pytest.fixture(scope="module")
def differences(people: KnowledgeGraph) -> Differences:
    return people.differ(ex("ada"), ex("babbage"))[0]


def fitting(graph: KnowledgeGraph, query: str) -> set[Iri]:
    answer = graph.query(query)
    assert isinstance(answer, Solutions)
    return set(iris_in(answer.rows, "entity"))


def test_what_is_shared_says_values_places_ranges_and_what_points_at_both(
    likeness: Likeness,
) -> None:
    assert {part.text for part in likeness.parts} == {
        "is a Person",
        "has mathematics as field",
        "has Somerville as knows",
        "has “born” between 1791 and 1815",
        "has a birth place that has England as country",
        "has “children” of between 3 and 8",
        "is recorded as author of letters",
        "has a relative recorded",
    }
    assert likeness.sentence.startswith("Both are People; have Somerville as knows; ")


def test_its_query_is_true_of_all_entities(people: KnowledgeGraph, likeness: Likeness) -> None:
    assert fitting(people, likeness.query) == {Iri(ex("ada")), Iri(ex("babbage"))}


def test_who_misses_least_comes_near(likeness: Likeness) -> None:
    boole, somerville = likeness.others
    assert (boole.entity.label, somerville.entity.label) == ("Boole", "Somerville")
    assert [part.text for part in boole.misses] == [
        "is recorded as author of letters",
        "has Somerville as knows",
        "has a relative recorded",
    ]


def test_who_fits_all_of_it_comes_nearest_first(people: KnowledgeGraph) -> None:
    found = people.common(ex("boole"), ex("silence"), limit=2)
    assert [one.entity.label for one in found.others] == ["Ada", "Babbage"]
    assert not any(one.misses for one in found.others)


def test_within_one_step_nothing_is_said_of_values(people: KnowledgeGraph) -> None:
    found = people.common(ex("ada"), ex("babbage"), radius=1)
    assert "has a birth place recorded" in {part.text for part in found.parts}


def test_three_share_less_than_two(people: KnowledgeGraph, likeness: Likeness) -> None:
    three = people.common(ex("ada"), ex("babbage"), ex("somerville"))
    assert three.sentence.startswith("All three are People")
    assert len(three.parts) < len(likeness.parts)


def test_unlike_kinds_share_nothing_and_nobody_is_looked_for(people: KnowledgeGraph) -> None:
    found = people.common(ex("ada"), ex("thames"))
    assert found.sentence == "Ada and Thames share nothing recorded."
    assert (found.parts, found.others) == ((), ())


def test_of_two_steps_there_are_no_more(people: KnowledgeGraph) -> None:
    with pytest.raises(BadParameterError):
        people.common(ex("ada"), ex("babbage"), radius=3)


@pytest.mark.parametrize(
    ("names", "error"),
    [
        (["ada"], TooFewEntitiesError),
        (["ada", "ada"], SelfComparisonError),
        (["ada", "silent"], NothingStatedError),
    ],
)
def test_what_cannot_be_compared_is_refused(
    names: list[str], error: type[tertium.TertiumError], people: KnowledgeGraph
) -> None:
    with pytest.raises(error):
        people.common(*map(ex, names))


def test_differences_say_what_the_other_has_instead(differences: Differences) -> None:
    assert [(one.ground, one.sentence) for one in differences.found] == [
        (
            Ground.OTHER,
            "Ada has a City as birth place (London); Babbage has Walworth as birth place.",
        ),
        (Ground.OTHER, "Ada has “born” after 1791 (10 December 1815); Babbage has 1791 as “born”."),
        (Ground.OTHER, "Ada has “children” of less than 8 (3); Babbage has “children” of 8."),
        (
            Ground.PARTLY,
            f"Ada has a knows {_KNOWS} (Babbage); for Babbage it is not recorded.",
        ),
        (Ground.PARTLY, "Ada has poetry as field; for Babbage it is not recorded."),
    ]


def test_each_query_is_true_of_one_and_not_of_the_other(
    people: KnowledgeGraph, differences: Differences
) -> None:
    for one in differences.found:
        found = fitting(people, one.query)
        assert Iri(ex("ada")) in found
        assert Iri(ex("babbage")) not in found


def test_what_singles_out_is_true_of_one_alone(
    people: KnowledgeGraph, differences: Differences
) -> None:
    reference = differences.reference
    assert fitting(people, reference.query) == {Iri(ex("ada"))}
    assert reference.sentence == ("Of all of the class Person here, only Ada has poetry as field.")


def test_twins_have_no_difference_and_nothing_singles_them_out(people: KnowledgeGraph) -> None:
    one, _ = people.differ(ex("one"), ex("two"))
    assert one.found == ()
    assert one.reference.pattern is None
    assert one.reference.sentence == "Nothing singles One out among all of the class Twin here."


def test_without_a_class_a_thing_is_singled_out_among_all(people: KnowledgeGraph) -> None:
    one, _ = people.differ(ex("letters"), ex("london"))
    assert one.reference.sentence == "Of all things here, only letters has Ada as author."


def test_what_was_left_out_is_counted(people: KnowledgeGraph) -> None:
    one, _ = people.differ(ex("ada"), ex("babbage"), limit=2)
    assert [(cut.kept, cut.total) for cut in one.cuts] == [(2, 5)]
    assert all(isinstance(found, Difference) for found in one.found)


def test_the_order_of_entities_does_not_change_the_query(
    people: KnowledgeGraph, likeness: Likeness
) -> None:
    other = people.common(ex("babbage"), ex("ada"))
    assert other.pattern == likeness.pattern


def test_what_the_store_does_not_bear_out_is_left_out_and_counted(people: KnowledgeGraph) -> None:
    found = people.common(ex("late"), ex("never"))  # no text of four digits lies behind "9999"
    assert [part.text for part in found.parts] == [
        "has a stop that is a City and has England as country"
    ]
    assert [(cut.what, cut.kept) for cut in found.cuts] == [("branches borne out by the store", 1)]


def test_who_else_fits_is_found_without_any_value_in_common(tmp_path: Path) -> None:
    lines = [f":p{n} a :K{n} ; :at :c{n} . :c{n} a :City ; :in :e{n % 2} ." for n in range(60)]
    path = tmp_path / "cities.ttl"
    path.write_text("@prefix : <https://example.org/> .\n" + "\n".join(lines), encoding="utf-8")
    found = tertium.open(path).common(ex("p0"), ex("p2"), limit=3)
    assert [other.entity.iri for other in found.others] == [ex("p10"), ex("p12"), ex("p14")]


def test_of_an_entity_with_very_many_values_no_statement_is_read(tmp_path: Path) -> None:
    lines = [f":star :p{n % 9} :v{n} ." for n in range(5001)]
    stars = ":star a :Star ; :size 3 ; :plays :harp . :other a :Star ; :size 4 ; :plays :harp ."
    path = tmp_path / "full.ttl"
    text = "\n".join(("@prefix : <https://example.org/> .", stars, *lines))
    path.write_text(text, encoding="utf-8")
    found = tertium.open(path).common(ex("star"), ex("other"))
    assert {part.text for part in found.parts} == {
        "is a Star",
        "has harp as plays",
        "has a size recorded",  # in what it is counted is not known
    }
    assert [(cut.what, cut.kept, cut.total) for cut in found.cuts] == [
        ("entities of which all statements were read", 1, 2)
    ]


def test_two_things_together_single_out_what_neither_does(tmp_path: Path) -> None:
    path = tmp_path / "pairs.ttl"
    text = "@prefix : <https://example.org/> . :a a :K ; :p :x ; :q :y . :b a :K ; :p :x ; :q :z . "
    path.write_text(text + ":c a :K ; :p :w ; :q :y .", encoding="utf-8")
    one, _ = tertium.open(path).differ(ex("a"), ex("b"))
    assert one.reference.sentence == "Of all of the class K here, only a has x as p and has y as q."


def test_what_has_no_name_comes_after_what_has(tmp_path: Path) -> None:
    path = tmp_path / "codes.ttl"
    text = "@prefix : <https://example.org/> . :a :p :Q17 ; :r :moon . :b :p :Q18 ; :r :sun ."
    path.write_text(text, encoding="utf-8")
    one, _ = tertium.open(path).differ(ex("a"), ex("b"))
    assert [found.sentence for found in one.found] == [
        "A has moon as r; b has sun as r.",
        "A has Q17 as p; b has Q18 as p.",
    ]


def test_of_very_many_values_those_of_the_fullest_properties_are_not_followed(
    tmp_path: Path,
) -> None:
    lines = [f":{who} :p{n} :{who}{n}v{m} ." for who in "ab" for n in range(12) for m in range(100)]
    path = tmp_path / "wide.ttl"
    path.write_text("@prefix : <https://example.org/> .\n" + "\n".join(lines), encoding="utf-8")
    found = tertium.open(path).common(ex("a"), ex("b"))
    assert ("shared properties compared in full", 11, 12) in [
        (cut.what, cut.kept, cut.total) for cut in found.cuts
    ]


def test_of_a_crowd_that_points_at_an_entity_a_part_is_read(tmp_path: Path) -> None:
    lines = [f":x{n} :follows :star ." for n in range(5001)]
    path = tmp_path / "crowd.ttl"
    stars = ":star a :Star ; :plays :harp . :other a :Star ; :plays :harp ."
    text = "\n".join(("@prefix : <https://example.org/> .", stars, *lines))
    path.write_text(text, encoding="utf-8")
    found = tertium.open(path).common(ex("star"), ex("other"))
    assert [(cut.kept, cut.total) for cut in found.cuts] == [(1, 2)]


def test_what_somebody_judges_is_told_as_nobody_s_fact() -> None:
    kg = tertium.open()
    pair = ("Vladimir Lenin", "Rosa Luxemburg")
    texts = [one.query for side in kg.differ(*pair, limit=100) for one in side.found]
    judged = [one.iri for one in kg.reader.schema().properties.values() if one.judgement]
    assert texts
    assert judged
    for text in (*texts, kg.common(*pair).query):
        names = {line.split()[1] for line in text.splitlines() if line.lstrip().startswith("?")}
        assert not {expand(name) for name in names} & set(judged)
