import pytest

import tertium
from tertium.api.linking import Linker
from tertium.model.link import LinkOutcome, LinkQuery, ReasonKind
from tertium.queries.reader import Reader
from tertium.store.rdflib_graph import RdflibStore
from tests.api.naming import MINE, PEOPLE, asked, best, graph, parsed


@pytest.fixture(scope="module")
def people() -> tertium.KnowledgeGraph:
    return graph(PEOPLE)


@pytest.mark.parametrize("name", ["Leon Trotsky", "trotsky, leon", "Trotsky, Léon"])
def test_a_full_name_is_enough(bundled: tertium.KnowledgeGraph, name: str) -> None:
    linking = bundled.link(name)
    assert linking.match is not None
    assert linking.match.entity.label == "Leon Trotsky"


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("Nadia Orlovska", "nadia"),
        ("ORLOVSKA, nadia", "nadia"),
        ("  Nadia\tOrlovska\u200b ", "nadia"),
        ("Надія Орловська", "nadia"),
        ("Emile Zoltan Kovacs", "emile"),
        ("E\u0301mile Zolta\u0301n Kova\u0301cs", "emile"),
    ],
)
def test_case_accents_order_and_language_do_not_matter(
    people: tertium.KnowledgeGraph, name: str, thing: str
) -> None:
    outcome, one = best(people, asked(name))
    assert one is not None
    assert (outcome, one.entity.iri) == ("match", MINE + thing)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("N. Orlovska", "Nadia Orlovska but for an initial"),
        ("N. Orlowska", "Nadia Orlovska but for a letter, an initial"),
        ("Nadja Orlowska", "Nadia Orlovska but for 2 letters"),
        ("Nadia Nadja Orlovska", "Nadia Orlovska but for words which it does not have"),
        ("E. Z. Kovács", "Émile Zoltán Kovács but for 2 initials"),
        ("Orlovska Nadia", "Nadia Orlovska but for the order of words"),
        ("Nadia Ivanivna Orlovska", "Nadia Orlovska but for words which it does not have"),
        ("Émile Kovács", "Émile Zoltán Kovács but for words which only it has"),
        (
            "Nadia Orlovska Marchenko",
            (
                "Nadia Marchenko, another name of Nadia Orlovska"
                " but for words that are in other names of it"
            ),
        ),
    ],
)
def test_what_differs_is_said(people: tertium.KnowledgeGraph, name: str, told: str) -> None:
    _, one = best(people, asked(name))
    assert one is not None
    assert one.reasons[0].kind is ReasonKind.NAME
    assert one.reasons[0].text == f"name: {name} is {told}"


def test_another_name_is_less_sure_than_the_label(people: tertium.KnowledgeGraph) -> None:
    (one,), (other,) = (
        people.link(name).candidates for name in ("Nadia Orlovska", "Nadia Marchenko")
    )
    assert one.entity == other.entity
    assert one.score > other.score


@pytest.mark.parametrize("name", ["N. Orlovska", "Nadia Orlovzka", "Pavel Brennan"])
def test_a_name_that_is_only_near_is_no_match(people: tertium.KnowledgeGraph, name: str) -> None:
    assert best(people, asked(name))[0] != "match"


@pytest.mark.parametrize(
    "name", ["Ivan Petrenko", "Qwrtz", "!!!", "\u202e\u200b", "", " ", "x" * 10_000, "%"]
)
def test_what_is_no_name_of_the_graph_finds_nothing(
    people: tertium.KnowledgeGraph, name: str
) -> None:
    assert best(people, asked(name)) == ("none", None)


def test_an_answer_keeps_the_query_as_it_was_asked(people: tertium.KnowledgeGraph) -> None:
    query = LinkQuery(text=" Nadia\u200b Orlovska ", key="7", names=("",))
    assert people.link(query).query == query


def test_namesakes_are_ambiguous_and_equally_likely(people: tertium.KnowledgeGraph) -> None:
    linking = people.link("Pavel Brenner")
    assert linking.outcome is LinkOutcome.AMBIGUOUS
    assert linking.match is None
    assert [one.entity.iri for one in linking.candidates] == [MINE + "pavel", MINE + "pavel-2"]
    assert linking.candidates[0].score == linking.candidates[1].score
    assert linking.why == (
        "2 things are called Pavel Brenner, and the name alone cannot tell them apart"
    )


def test_names_of_different_things_are_ambiguous() -> None:
    two = graph('m:a rdfs:label "Adrian Crole"@en . m:b rdfs:label "Bettina Lund"@en .')
    linking = two.link(asked("Adrian Crole", names=("Bettina Lund",)))
    assert linking.outcome is LinkOutcome.AMBIGUOUS
    assert linking.why == "Adrian Crole and Bettina Lund fit nearly as well"
    assert [one.reasons[0].text for one in linking.candidates] == [
        "name: Adrian Crole is Adrian Crole",
        "name: Bettina Lund is Bettina Lund",
    ]


def test_who_is_far_more_linked_may_be_meant_by_the_full_name() -> None:
    known = "".join(f"m:b{number} m:about m:one .\n" for number in range(200))
    two = "".join(f'm:{one} a m:Person ; rdfs:label "Ann Carter"@en .\n' for one in ("one", "two"))
    linking = graph(two + known).link("Ann Carter")
    assert linking.candidates[0].entity.iri == MINE + "one"
    assert linking.candidates[0].reasons[-1].kind is ReasonKind.POPULARITY
    assert linking.candidates[0].reasons[-1].text == "one of 2 of this name; by far the most linked"


def test_a_candidate_is_introduced(people: tertium.KnowledgeGraph) -> None:
    described = graph('m:a rdfs:label "Rosa Lind"@en ; schema:description "a baker"@en .')
    _, one = best(described, asked("Rosa Lind"))
    assert one is not None
    assert (one.description, one.matched, one.entity.label) == ("a baker", *["Rosa Lind"] * 2)
    assert people.link("Nadia Orlovska").candidates[0].description == ""


def test_no_more_candidates_are_listed_than_wanted(people: tertium.KnowledgeGraph) -> None:
    assert len(people.link("Pavel Brenner", limit=1).candidates) == 1


def test_words_of_the_schema_are_not_meant() -> None:
    words = 'm:about a <http://www.w3.org/2002/07/owl#ObjectProperty> ; rdfs:label "Red Line"@en .'
    assert best(graph(words + "m:a m:about m:b ."), asked("Red Line")) == ("none", None)


def test_a_thing_of_hundreds_of_names_is_found_by_each() -> None:
    names = ", ".join(f'"{chr(97 + n % 26) * 4}{n} Holm"@en' for n in range(300))
    many = graph(f'm:a rdfs:label "Holm"@en ; skos:altLabel {names} . m:b rdfs:label "Kolm"@en .')
    _, one = best(many, asked("dddd29 Holm"))
    assert one is not None
    assert (one.entity.iri, one.matched) == (MINE + "a", "dddd29 Holm")


def test_of_very_many_candidates_the_nearest_are_weighed() -> None:
    crowd = "".join(f'm:p{n} rdfs:label "Anna{n} Lind"@en .\n' for n in range(30))
    many = graph(crowd + 'm:anna rdfs:label "Anna Lind"@en .')
    _, one = best(many, asked("Anna Lind"))
    assert one is not None
    assert one.entity.iri == MINE + "anna"


def test_a_graph_elsewhere_is_asked_for_the_name_as_it_is_spelt(
    people: tertium.KnowledgeGraph,
) -> None:
    store = RdflibStore(parsed(PEOPLE + 'schema:birthDate rdfs:label "birth date"@en .'))
    elsewhere = Linker(Reader(store, people.reader.catalogue))
    query = asked("Nadia Marchenko", birthDate="1901-03-04")
    (one,) = elsewhere.link(query).candidates
    assert [one.entity.iri, one.matched] == [MINE + "nadia", "Nadia Marchenko"]
    assert one.reasons[1] == people.link(query).candidates[0].reasons[1]
    assert elsewhere.link(asked("nadia marchenko")).outcome is LinkOutcome.NONE


def test_many_are_linked_in_order(small: tertium.KnowledgeGraph) -> None:
    names = ("Ada Lovelace", "Nobody", "Ada Lovelace")
    queries = [LinkQuery(text=name, key=str(at)) for at, name in enumerate(names)]
    assert [one.query for one in small.link_all(queries)] == queries
