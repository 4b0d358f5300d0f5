import json

import pytest

import tertium
from tertium.api.reconciling import Reconciler, Version
from tertium.model.terms import Iri
from tests.api.conftest import PREFIXES

from .graphs import Linked

EX = "https://w3id.org/tertium/id/"


def matched(service: Reconciler, **query: object) -> list[dict[str, object]]:
    answer = json.loads(json.dumps(service.match(json.dumps({"q": query}), Version.FINAL)))
    found = answer["q"]["result"]
    assert isinstance(found, list)
    return found


def drafted(service: Reconciler, *conditions: object, **parts: object) -> list[object]:
    document = json.dumps({"queries": [{"conditions": conditions, **parts}]})
    answer = json.loads(json.dumps(service.match(document, Version.DRAFT)))
    return [one["id"] for one in answer["results"][0]["candidates"]]


def ids(found: list[dict[str, object]]) -> list[object]:
    return [one["id"] for one in found]


def test_a_name_is_linked(service: Reconciler) -> None:
    (ada,) = matched(service, query="Ada Lovelace")
    assert (ada["id"], ada["name"], ada["score"], ada["match"]) == (
        "ada",
        "Ada Lovelace",
        100,
        True,
    )
    assert ada["type"] == [{"id": "https://w3id.org/tertium/ontology#Person", "name": "person"}]
    assert ada["features"] == [
        {"id": "name", "value": 1},
        {"id": "property", "value": 0.5},
        {"id": "property-2", "value": 0.25},
    ]


def test_namesakes_are_candidates_and_none_is_matched(service: Reconciler) -> None:
    found = matched(service, query="Smith")
    assert ids(found) == ["smith", "smith-2"]
    assert not any(one["match"] for one in found)


def test_no_more_are_proposed_than_asked_for(service: Reconciler) -> None:
    assert ids(matched(service, query="Smith", limit=1)) == ["smith"]


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> tertium.KnowledgeGraph:
    path = tmp_path_factory.mktemp("crowd") / "crowd.ttl"
    smiths = (
        f'ex:s{n} a tt:Person ; rdfs:label "Jo Smith"@en ; tt:pseudonym "no. {n}" .'
        for n in range(15)
    )
    path.write_text(PREFIXES + "\n".join(smiths), encoding="utf-8")
    return tertium.open(path)


def test_more_than_ten_are_proposed_when_asked_for(crowd: tertium.KnowledgeGraph) -> None:
    service = Reconciler(crowd)
    assert len(matched(service, query="Jo Smith")) == 10
    found = matched(service, query="Jo Smith", limit=100)
    assert set(ids(found)) == {f"{EX}s{n}" for n in range(15)}
    assert not any(one["match"] for one in found)


def test_whom_a_condition_leaves_is_found_behind_the_first_ten(
    crowd: tertium.KnowledgeGraph,
) -> None:
    called = {"matchType": "name", "propertyValue": "Jo Smith"}
    condition = {"matchType": "property", "propertyId": "tt:pseudonym", "required": True}
    for n in range(15):
        wanted = {**condition, "propertyValue": f"no. {n}"}
        assert drafted(Reconciler(crowd), called, wanted, limit=1) == [f"{EX}s{n}"]


def test_a_type_may_be_demanded(service: Reconciler) -> None:
    assert ids(matched(service, query="Ada Lovelace", type="tt:City")) == []
    assert ids(matched(service, query="Ada Lovelace", type=["tt:City", "tt:Person"])) == ["ada"]
    assert ids(matched(service, query="Ada Lovelace", type="no type")) == []


def test_a_type_may_be_preferred_and_without_it_nothing_is_matched(service: Reconciler) -> None:
    (ada,) = matched(service, query="Ada Lovelace", type="tt:City", type_strict="should")
    assert (ada["id"], ada["match"]) == ("ada", False)
    (ada,) = matched(service, query="Ada Lovelace", type="tt:Person", type_strict="should")
    assert ada["match"]


def test_all_types_may_be_demanded(service: Reconciler) -> None:
    both = ["tt:Person", "tt:Author"]
    name = "Charles Babbage"
    (babbage,) = matched(service, query=name, type=both, type_strict="all")
    assert (babbage["id"], babbage["match"]) == ("babbage", True)
    assert not matched(service, query="Ada Lovelace", type=both, type_strict="all")
    assert not matched(service, query=name, type=[*both, "no type"], type_strict="all")
    assert matched(service, query=name, type=[], type_strict="all")


@pytest.mark.parametrize("text", ["ex:ada", EX + "ada"])
def test_an_identifier_is_matched(service: Reconciler, text: str) -> None:
    (ada,) = matched(service, query=text)
    assert (ada["id"], ada["score"], ada["match"]) == ("ada", 100, True)


def test_a_short_identifier_which_may_be_a_name_is_only_proposed(service: Reconciler) -> None:
    (ada,) = matched(service, query="ada")
    assert (ada["id"], ada["match"]) == ("ada", False)


def test_an_identifier_beats_a_name_spelt_like_it(service: Reconciler) -> None:
    found = matched(service, query="k2")
    assert [(one["id"], one["match"]) for one in found] == [("k2", True), ("rival", False)]


def test_what_has_no_name_so_long_is_not_looked_for(service: Reconciler, linked: Linked) -> None:
    assert matched(service, query="a" * 10_000) == []
    assert matched(service, query="") == []
    assert linked.asked == []


def test_what_is_given_of_it_goes_to_the_linker(service: Reconciler, linked: Linked) -> None:
    matched(service, query="Ada", properties=[{"pid": "birthPlace", "v": {"id": "london"}}])
    (query,) = linked.asked
    assert query.given[0].property == Iri("https://w3id.org/tertium/ontology#birthPlace")
    assert query.given[0].values == (EX + "london",)


def stated(**values: object) -> list[dict[str, object]]:
    return [{"pid": name, "v": value} for name, value in values.items()]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"birthPlace": {"id": "london"}}, ["ada", "babbage"]),
        ({"birthPlace": "London"}, ["ada", "babbage"]),
        ({"birthPlace": "London", "pseudonym": ["A. A. L.", "x"]}, ["ada", "babbage"]),
        ({"pseudonym": "B"}, ["babbage"]),
        ({"pseudonym": ["", "x" * 2000]}, []),
        ({"pseudonym": []}, []),
        ({"no property": "B"}, []),
    ],
)
def test_without_a_name_things_are_found_by_their_values(
    service: Reconciler, values: dict[str, object], found: list[str]
) -> None:
    candidates = matched(service, properties=stated(**values))
    assert ids(candidates) == found
    assert not any(one["match"] for one in candidates)


def test_the_more_values_one_has_the_likelier_it_is(service: Reconciler) -> None:
    given = stated(birthPlace="London", pseudonym="C")
    scores = {one["id"]: one["score"] for one in matched(service, properties=given)}
    assert scores == {"babbage": 100, "ada": 50}


@pytest.mark.parametrize(
    ("strictness", "found"), [("any", ["ada", "babbage"]), ("all", ["babbage"]), ("should", 2)]
)
def test_what_is_found_by_its_values_is_of_the_types(
    service: Reconciler, strictness: str, found: object
) -> None:
    candidates = matched(
        service,
        properties=stated(birthPlace="London"),
        type=["tt:Person", "tt:Author"],
        type_strict=strictness,
    )
    assert found in (ids(candidates), len(candidates))


def named(name: str) -> dict[str, object]:
    return {"matchType": "name", "propertyValue": name}


def stating(name: str, value: object, **parts: object) -> dict[str, object]:
    return {"matchType": "property", "propertyId": name, "propertyValue": value, **parts}


def test_entities_are_asked_for_by_identifiers(service: Reconciler) -> None:
    wanted = {"matchType": "id", "propertyValue": ["london", "ex:ada", "nobody"]}
    assert drafted(service, wanted) == ["london", "ada"]
    assert drafted(service, wanted, named("Smith")) == ["london", "ada"]


@pytest.mark.parametrize(
    ("predicate", "value", "fits"),
    [
        ("birthPlace", "london", True),
        ("birthPlace", {"id": "london"}, True),
        ("birthPlace", "Paris", False),
        ("birthPlace", ["Paris", "London"], True),
        ("birthDate", "1815", True),
        ("birthDate", "1815-12-10T00:00:00Z", True),
        ("birthDate", "181", False),
        ("members", "12.50", True),
        ("members", "a dozen", False),
        ("pseudonym", "a a l", True),
        ("pseudonym", "…", False),
        ("no property at all", "x", False),
    ],
)
def test_a_required_condition_must_be_stated(
    service: Reconciler, predicate: str, value: object, *, fits: bool
) -> None:
    found = drafted(service, named("Ada Lovelace"), stating(predicate, value, required=True))
    assert found == ["ada"] * fits


def test_all_or_none_of_the_values_may_be_required(service: Reconciler) -> None:
    both = ["London", "Paris"]
    every = stating("birthPlace", both, required=True, matchQuantifier="all")
    assert drafted(service, named("Ada Lovelace"), every) == []
    none = stating("birthPlace", both, matchQuantifier="none")
    assert drafted(service, named("Ada Lovelace"), none) == []
    assert drafted(service, named("Smith"), none) == ["smith", "smith-2"]


def test_the_draft_says_the_language_of_a_name_and_what_a_feature_is(service: Reconciler) -> None:
    document = json.dumps({"queries": [{"conditions": [named("Ada Lovelace")]}]})
    answer = json.loads(json.dumps(service.match(document, Version.DRAFT)))
    (ada,) = answer["results"][0]["candidates"]
    assert ada["lang"] == "en"
    assert ada["features"][0] == {"id": "name", "name": "called Ada Lovelace", "value": 1}
