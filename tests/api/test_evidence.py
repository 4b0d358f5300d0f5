import pytest

import tertium
from tertium.model.link import Given, LinkOutcome, LinkQuery, ReasonKind
from tertium.model.terms import Iri
from tests.api.naming import MINE, PEOPLE, about, asked, best, graph


@pytest.fixture(scope="module")
def people() -> tertium.KnowledgeGraph:
    return graph(PEOPLE)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"birthDate": "6 May 1888"}, "birth date: 6 May 1888, as given"),
        ({"birthDate": "1888"}, "birth date: given 1888, recorded 6 May 1888: the same as far as"),
        ({"birthDate": "05/06/1888"}, "birth date: 6 May 1888, as given"),
        ({"birthPlace": "Lviv"}, "birth place: Lviv, as given"),
        ({"birthPlace": "Lemberg"}, "birth place: Lviv, as given"),
        ({"birthPlace": MINE + "lviv"}, "birth place: Lviv, as given"),
        ({"birthPlace": "Galicia"}, "birth place: Lviv, which lies in Galicia, as given"),
    ],
)
def test_what_is_given_tells_namesakes_apart(
    people: tertium.KnowledgeGraph, given: dict[str, str], told: str
) -> None:
    _, one = best(people, about("Pavel Brenner", given))
    assert one is not None
    assert one.entity.iri == MINE + "pavel-2"
    assert one.reasons[1].text.startswith(told)


@pytest.mark.parametrize(("kind", "thing"), [("Sculptor", "pavel"), ("Painter", "pavel-2")])
def test_classes_tell_namesakes_apart(
    people: tertium.KnowledgeGraph, kind: str, thing: str
) -> None:
    _, one = best(people, asked("Pavel Brenner", kind))
    assert one is not None
    assert one.entity.iri == MINE + thing
    assert one.reasons[1].kind is ReasonKind.TYPE


def test_a_class_is_that_of_all_classes_below_it(people: tertium.KnowledgeGraph) -> None:
    linking = people.link(asked("Pavel Brenner", "Artist"))
    first, second = linking.candidates
    assert first.entity.iri == MINE + "pavel-2"
    assert first.reasons[1].text == "artist, as wanted"
    assert second.reasons[1].score == 0


def test_of_several_classes_one_is_enough(people: tertium.KnowledgeGraph) -> None:
    linking = people.link(asked("Pavel Brenner", "Painter", "Sculptor"))
    assert {one.reasons[1].score for one in linking.candidates} == {1}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"height": "1.70"}, ReasonKind.PROPERTY),
        ({"slogan": "Per aspera"}, ReasonKind.PROPERTY),
        ({"identifier": "x-1901"}, ReasonKind.PROPERTY),
        ({"url": "https://nadia.example/"}, ReasonKind.IDENTIFIER),
        ({"any": "Lemberg"}, ReasonKind.PLACE),
        ({"any": "1901"}, ReasonKind.DATE),
    ],
)
def test_all_kinds_of_value_speak_for_a_name(
    people: tertium.KnowledgeGraph, given: dict[str, str], kind: ReasonKind
) -> None:
    _, plain = best(people, asked("Nadja Orlowska"))
    _, one = best(people, about("Nadja Orlowska", given))
    assert plain is not None
    assert one is not None
    assert one.score > plain.score
    assert one.reasons[1].kind is kind


@pytest.mark.parametrize(
    "given", [{"birthDate": "1700"}, {"birthPlace": "Vienna"}, {"height": "2.1"}, {"slogan": "no"}]
)
def test_all_kinds_of_value_speak_against_a_name(
    people: tertium.KnowledgeGraph, given: dict[str, str]
) -> None:
    _, plain = best(people, asked("Nadia Orlovska"))
    _, one = best(people, about("Nadia Orlovska", given))
    assert plain is not None
    assert one is not None
    assert one.score < plain.score
    assert one.reasons[1].score < 0.5


@pytest.mark.parametrize(
    "given",
    [
        {"height": "1.8"},
        {"slogan": "ad astra"},
        {"any": "1700"},
        {"any": "London"},
        {"birthDate": "long ago"},
        {"birthPlace": "https://no iri/"},
    ],
)
def test_silence_speaks_neither_for_nor_against(
    people: tertium.KnowledgeGraph, given: dict[str, str]
) -> None:
    _, plain = best(people, asked("Émile Zoltán Kovács"))
    _, one = best(people, about("Émile Zoltán Kovács", given))
    assert one == plain


def test_a_name_that_is_near_is_enough_where_something_agrees(
    people: tertium.KnowledgeGraph,
) -> None:
    assert best(people, asked("Nadia Orlovzka", birthDate="1901-03-04"))[0] == "match"
    assert best(people, asked("Nadia Orlovzka", birthDate="1777-10-11"))[0] != "match"


def test_of_very_many_namesakes_what_is_given_tells() -> None:
    crowd = "".join(
        f'm:p{n} rdfs:label "Anna Lind"@en ; schema:birthDate "{1900 + n}-05-06"^^xsd:date .\n'
        for n in range(30)
    )
    _, one = best(graph(crowd), asked("Anna Lind", birthDate="1929-05-06"))
    assert one is not None
    assert one.entity.iri == MINE + "p29"


def test_a_value_without_a_name_is_not_held_against_it() -> None:
    coded = graph('m:a rdfs:label "Rosa Lind"@en ; schema:birthPlace m:Q77 .')
    _, plain = best(coded, asked("Rosa Lind"))
    assert best(coded, asked("Rosa Lind", birthPlace="Gori"))[1] == plain
    _, one = best(coded, asked("Rosa Lind", birthPlace=MINE + "Q78"))
    assert one is not None
    assert len(one.reasons) == 2


def test_a_property_of_which_nothing_is_stated_is_said_to_be(
    people: tertium.KnowledgeGraph,
) -> None:
    linking = people.link(asked("Nadia Orlovska", deathDate="1980"))
    assert linking.outcome is LinkOutcome.MATCH
    assert linking.why.endswith("; the graph states death date of nothing")


def test_what_is_given_and_fits_nobody_is_said() -> None:
    two = graph(
        """
        m:a rdfs:label "Pavel Brenner"@en ; schema:birthDate "1850-01-02"^^xsd:date .
        m:b rdfs:label "Pavel Brenner"@en ; schema:birthDate "1888-05-06"^^xsd:date .
        """
    )
    linking = two.link(asked("Pavel Brenner", birthDate="1700"))
    assert linking.match is None
    assert linking.why == ("2 things are called Pavel Brenner, and what is given fits none of them")
    told = two.link(asked("Pavel Brenner", birthPlace="Lviv")).why
    assert "nothing that is given tells them apart" in told


def test_a_match_says_what_agrees_and_a_doubt_what_differs(
    people: tertium.KnowledgeGraph,
) -> None:
    one = people.link(asked("Nadia Orlovska", birthDate="1901-03-04", birthPlace="Lviv"))
    assert one.why == (
        "the name fits; birth date: 4 March 1901, as given; birth place: Lviv, as given"
    )
    other = people.link(asked("Nadja Orlowska", birthDate="1701"))
    assert other.outcome is not LinkOutcome.MATCH
    if other.outcome is LinkOutcome.DOUBTFUL:
        assert other.why == (
            "the nearest, Nadia Orlovska, differs: birth date: 4 March 1901, not 1701, as given"
        )


def test_a_property_may_be_given_as_others_call_it(people: tertium.KnowledgeGraph) -> None:
    born = Given(Iri("http://www.wikidata.org/entity/P569"), ("1888",))
    linking = people.link(LinkQuery(text="Pavel Brenner", given=(born,)))
    assert linking.candidates[0].entity.iri == MINE + "pavel-2"


def test_texts_are_remembered_but_not_without_end(people: tertium.KnowledgeGraph) -> None:
    many = tuple(f"nowhere {number}" for number in range(5001))
    place = Iri("https://schema.org/birthPlace")
    queries = [
        LinkQuery(text="Pavel Brenner", given=(Given(place, texts),))
        for texts in (many, ("Lemberg",), (*many, "Lemberg"))
    ]
    _, one, two = people.link_all(queries)
    assert one.candidates[0] == two.candidates[0]


def test_words_left_over_need_something_telling() -> None:
    council = graph("""
        m:chair a m:Post ; rdfs:label "Chairman of the Council of Ministers"@en ;
            schema:startDate "1923-07-06"^^xsd:date .
        """)
    name = "Deputy Chairman of the Council of Ministers"
    assert best(council, asked(name))[0] != "match"
    assert best(council, asked(name, "Post"))[0] != "match"
    assert best(council, asked(name, startDate="1923-07-06"))[0] == "match"


def test_what_many_share_proves_nothing() -> None:
    people = "".join(
        f'm:p{n} rdfs:label "Person {n}"@en ; schema:gender m:male .\n' for n in range(200)
    )
    crowd = graph(
        people
        + """
        m:male rdfs:label "male"@en . m:gori rdfs:label "Gori"@en .
        m:a rdfs:label "Anton B. Sergeyev"@en ; schema:gender m:male ; schema:birthPlace m:gori .
        """
    )
    assert best(crowd, asked("Anton Sergeyev", gender="male"))[0] != "match"
    assert best(crowd, asked("Anton Sergeyev", birthPlace="Gori"))[0] == "match"


def test_a_typing_error_seldom_begins_a_word() -> None:
    two = graph("""
        m:a rdfs:label "Leopold Harrington"@en . m:b rdfs:label "Theodor Marchbanks"@en .
        """)
    (first,) = two.link("Leopold Barrington").candidates
    (inner,) = two.link("Leopold Harrinxton").candidates
    assert first.score < inner.score


def test_what_differs_in_every_respect_is_said_of_one_as_of_several() -> None:
    ann = 'rdfs:label "Ann Carter"@en ; schema:birthDate "1850-01-02"^^xsd:date ;'
    ann += ' schema:deathDate "1911-02-03"^^xsd:date ; schema:height 1.7'
    query = asked("Ann Carter", birthDate="1700", deathDate="1760", height="1.1")
    one, two = graph(f"m:a {ann} ."), graph(f"m:a {ann} . m:b {ann} .")
    assert one.link(query).why.startswith("the nearest, Ann Carter, differs: birth date: ")
    why = "2 things are called Ann Carter, and what is given fits none of them"
    assert two.link(query).why == why
    assert {one.link(query).outcome, two.link(query).outcome} == {LinkOutcome.NONE}
