from collections.abc import Iterable, Iterator
from itertools import count, repeat

import pytest

from tertium.api.remote_linking import RemoteLinker, Suggested
from tertium.errors import BadParameterError
from tertium.model.link import Given, LinkOutcome, LinkQuery
from tertium.model.terms import Iri

from .exchanges import URL, Answers, recorded

WDT = "http://www.wikidata.org/prop/direct/"
BORN = Given(Iri(WDT + "P569"), ("1879-11-07",))
PLACES = Given(
    Iri("http://www.wikidata.org/entity/P19"), ("Yanovka", "http://www.wikidata.org/entity/Q1")
)
UNSAID = (Given(None, ("x",)), Given(Iri("P1"), ()))
HUMAN = Iri("http://www.wikidata.org/entity/Q5")


def asked(answers: Answers, *queries: LinkQuery) -> object:
    tuple(RemoteLinker(URL, answers, limit=3).link_all(queries))
    return answers.asked[0]


def test_a_query_is_written_as_version_0_2_has_it() -> None:
    query = LinkQuery(text="Trotsky", types=(HUMAN,), given=(BORN, PLACES, *UNSAID))
    assert asked(recorded("wikidata"), query, LinkQuery(text="b")) == {
        "q0": {
            "query": "Trotsky",
            "limit": 3,
            "type": "Q5",
            "type_strict": "any",
            "properties": [
                {"pid": "P569", "v": "1879-11-07"},
                {"pid": "P19", "v": ["Yanovka", {"id": "Q1", "name": "Q1"}]},
            ],
        },
        "q1": {"query": "b", "limit": 3},
    }


def test_a_query_is_written_as_version_1_0_has_it() -> None:
    answers = recorded("draft")
    born = Given(Iri("dateOfBirth:"), ("1948", "1949"))
    types = (Iri("https://lobid.org/gnd/Person"),)
    query = LinkQuery(text="Ernst", types=types, given=(born,))
    assert asked(answers, query, LinkQuery(text="b", types=(*types, Iri("ex:B")))) == {
        "queries": [
            {
                "type": "Person",
                "limit": 3,
                "conditions": [
                    {"matchType": "name", "propertyValue": "Ernst"},
                    {
                        "matchType": "property",
                        "propertyId": "dateOfBirth:",
                        "propertyValue": ["1948", "1949"],
                    },
                ],
            },
            {"limit": 3, "conditions": [{"matchType": "name", "propertyValue": "b"}]},
        ]
    }
    assert answers.urls[-1] == "http://127.0.0.1/reconcile/match"


def test_several_types_are_any_of_them() -> None:
    query = LinkQuery(text="a", types=(HUMAN, Iri(HUMAN[:-1] + "43229")))
    answer = asked(recorded("wikidata"), query)
    assert isinstance(answer, dict)
    assert answer["q0"]["type"] == ["Q5", "Q43229"]


def test_names_that_are_none_are_not_asked() -> None:
    answers = recorded("wikidata")
    linker = RemoteLinker(URL, answers)
    blank, long = linker.link_all([LinkQuery(text=" \n"), LinkQuery(text="x" * 10_000)])
    assert (blank.outcome, blank.why) == (LinkOutcome.NONE, "not asked: the text is empty")
    assert long.why == "not asked: the text is far too long to be a name"
    assert answers.asked == []


@pytest.mark.parametrize("text", ["\u202ex", "a\0b", "\ud800", "\U0001d543", '";', "&q=1", "a\tb"])
def test_a_name_arrives_as_it_is(text: str) -> None:
    answer = asked(recorded("wikidata"), LinkQuery(text=text))
    assert isinstance(answer, dict)
    assert answer["q0"]["query"] == text


def test_queries_go_in_batches_and_come_back_in_order() -> None:
    manifest = {"versions": ["0.2"], "identifierSpace": "http://a.org/", "batchSize": 3}
    answer = {f"q{place}": {"result": [{"id": f"x{place}", "name": ""}]} for place in range(3)}
    answers = Answers(manifest, [answer])
    queries = [LinkQuery(text=text, key=f"k{n}") for n, text in enumerate(["a", "b", "", "c", "d"])]
    found = list(RemoteLinker(URL, answers).link_all(queries))
    assert [one.query for one in found] == queries
    assert [[c.entity.label for c in one.candidates] for one in found] == [
        *(["x0"], ["x1"], []),
        *(["x2"], ["x0"]),
    ]
    assert len(answers.asked) == 2


def test_what_is_asked_again_is_not_sent_again() -> None:
    manifest = {"versions": ["0.2"], "identifierSpace": "http://a.org/", "batchSize": 2}
    answers = Answers(manifest, [{"q0": {"result": []}, "q1": {"result": []}}])
    found = list(RemoteLinker(URL, answers).link_all(LinkQuery(text=t) for t in "aabaabbcc"))
    assert [one.query.text for one in found] == list("aabaabbcc")
    assert answers.asked == [
        {"q0": {"query": "a", "limit": 10}, "q1": {"query": "b", "limit": 10}},
        {"q0": {"query": "c", "limit": 10}},
    ]


def counting(texts: Iterable[str], read: list[str]) -> Iterator[LinkQuery]:
    for text in texts:
        read.append(text)
        yield LinkQuery(text=text)


def silent() -> Answers:
    answers = recorded("wikidata")
    answers.posts = [{f"q{place}": {"result": []} for place in range(10)}]
    return answers


def test_answers_come_as_soon_as_a_batch_is_full() -> None:
    read: list[str] = []
    found = RemoteLinker(URL, silent()).link_all(counting(map(str, count()), read))
    assert next(found).query.text == "0"
    assert len(read) == 10


def test_neither_repeated_nor_new_names_fill_the_memory() -> None:
    read: list[str] = []
    next(RemoteLinker(URL, silent()).link_all(counting(repeat("a"), read)))
    assert len(read) == 1_000
    many = RemoteLinker(URL, silent()).link_all(LinkQuery(text=str(n)) for n in range(10_050))
    assert sum(1 for _ in many) == 10_050


@pytest.mark.parametrize(
    ("stated", "size"), [(50, 50), (0, 10), (-1, 10), ("7", 7), (10**9, 100), (None, 10), ([], 10)]
)
def test_a_batch_is_as_large_as_the_service_takes(stated: object, size: int) -> None:
    manifest = {"versions": ["0.2"], "identifierSpace": "http://a.org/", "batchSize": stated}
    assert RemoteLinker(URL, Answers(manifest)).service.batch == size


PLACE_OF = {"result": [{"id": "P19", "name": "place of birth"}, {"id": "P20", "name": "Place of"}]}
HUMANS = {"result": [{"id": "Q5", "name": "human"}, {"id": "Q99", "name": "Human"}, {"x": 1}]}


def suggesting() -> Answers:
    answers = recorded("wikidata")
    answers.gets = {"/suggest/property": PLACE_OF, "/suggest/type": HUMANS}
    return answers


@pytest.mark.parametrize(
    ("wanted", "called"),
    [
        ("place of birth", "P19"),
        ("PLACE OF", "P20"),
        (WDT + "P1", "P1"),
        ("P20", "P20"),
        ("P569",) * 2,
    ],
)
def test_a_property_may_be_named_as_the_service_names_it(wanted: str, called: str) -> None:
    query = LinkQuery(text="a", given=(Given(Iri(wanted), ("x",)),))
    answer = asked(suggesting(), query)
    assert isinstance(answer, dict)
    assert answer["q0"]["properties"][0]["pid"] == called


def test_a_name_is_looked_up_once() -> None:
    answers = suggesting()
    queries = [LinkQuery(text=t, given=(Given(Iri("place of"), ("x",)),)) for t in "ab"]
    asked(answers, *queries)
    assert [url for url in answers.urls if "suggest" in url] == [
        "http://127.0.0.1/suggest/property?prefix=place+of"
    ]


def test_a_usual_type_needs_no_suggestion() -> None:
    answers = recorded("viaf")
    assert asked(answers, LinkQuery(text="a", types=(Iri("person"),))) == {
        "q0": {"query": "a", "limit": 10 - 7, "type": "/people/person", "type_strict": "any"}
    }


def test_a_name_for_several_or_none_is_refused_with_those_near() -> None:
    near = r"no single type 'human'; did you mean human \(Q5\), Human \(Q99\)\?"
    with pytest.raises(BadParameterError, match=near):
        asked(suggesting(), LinkQuery(text="a", types=(Iri("human"),)))
    with pytest.raises(BadParameterError, match="no single property 'born'; give its identifier"):
        asked(recorded("viaf"), LinkQuery(text="a", given=(Given(Iri("born"), ("x",)),)))


def test_what_another_host_would_suggest_is_not_asked() -> None:
    answers = recorded("wikidata")
    assert RemoteLinker(URL, answers).suggest("Leon", Suggested.ENTITY) == ()
    assert len(answers.urls) == 1
