import json
from pathlib import Path

import pytest

import tertium
from tertium.api.reconciling import Reconciler, Version
from tertium.errors import BadRequestError, TooManyPartsError

from .graphs import Linked

FIXTURES = Path(__file__).parents[2] / "fixtures"
EXAMPLES = sorted(FIXTURES.glob("reconciliation-schemas/*/queries/data-extension-query/*/*.json"))


def cells(service: Reconciler, name: str, predicate: str, **settings: object) -> list[object]:
    wish = {"id": predicate, "settings": settings}
    document = json.dumps({"ids": [name], "properties": [wish]})
    answer = json.loads(json.dumps(service.extend(document, Version.FINAL)))
    found = answer["rows"][name][predicate]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parts[-5] + "/" + path.name)
def test_published_queries_are_read(path: Path, service: Reconciler) -> None:
    for version in Version:
        assert service.extend(path.read_text(encoding="utf-8"), version)


@pytest.mark.parametrize(
    ("name", "predicate", "found"),
    [
        ("ada", "birthDate", [{"date": "1815-12-10T00:00:00Z"}]),
        ("ada", "tt:inception", [{"str": "1843"}]),
        ("ada", "members", [{"float": 12.5}]),
        ("ex:ada", "birthPlace", [{"id": "london", "name": "London"}]),
        ("ada", "pseudonym", [{"str": "A. A. L."}]),
        ("london", "members", [{"str": "1" + "0" * 400}]),
        ("smith", "birthPlace", []),
        ("nobody", "birthPlace", []),
        ("no identifier", "birthPlace", []),
        ("ada", "no property", []),
    ],
)
def test_values_are_of_the_kinds_that_the_protocol_has(
    service: Reconciler, name: str, predicate: str, found: list[object]
) -> None:
    assert cells(service, name, predicate) == found


def test_an_entity_may_come_as_its_identifier_or_its_name(service: Reconciler) -> None:
    assert cells(service, "ada", "birthPlace", content="id") == [{"str": "london"}]
    assert cells(service, "ada", "birthPlace", content="literal") == [{"str": "London"}]


def test_columns_are_named_and_each_is_there_once(service: Reconciler) -> None:
    wishes = [{"id": "birthPlace"}, {"id": "birthPlace"}, {"id": "no property"}]
    document = json.dumps({"ids": ["ada", "ada"], "properties": wishes})
    answer = json.loads(json.dumps(service.extend(document, Version.DRAFT)))
    assert answer["meta"] == [
        {"id": "birthPlace", "name": "place of birth", "lang": "en"},
        {"id": "no property", "name": "no property"},
    ]
    place = {"id": "london", "name": "London", "lang": "en"}
    properties = [
        {"id": "birthPlace", "values": [place]},
        {"id": "no property", "values": []},
    ]
    assert answer["rows"] == [{"id": "ada", "properties": properties}]


@pytest.fixture(scope="module")
def wikibase() -> Reconciler:
    return Reconciler(Linked(tertium.open(FIXTURES / "wikibase.ttl")))


def test_what_counts_is_of_the_best_rank(wikibase: Reconciler) -> None:
    assert cells(wikibase, "Q9000001", "P569") == [{"date": "-0043-03-13T00:00:00Z"}]


def test_that_there_is_none_or_some_is_no_value(wikibase: Reconciler) -> None:
    assert cells(wikibase, "Q9000001", "P22") == []
    assert cells(wikibase, "Q9000002", "P26") == []


def test_what_is_less_exact_than_a_year_is_told_in_words(wikibase: Reconciler) -> None:
    told = cells(wikibase, "Q9000008", "P571")
    assert told[:2] == [{"str": "around 4,000,000,000 BCE"}, {"str": "the 3rd millennium BCE"}]


def test_there_are_no_more_values_than_wanted(service: Reconciler) -> None:
    assert len(cells(service, "babbage", "pseudonym")) == 3
    assert len(cells(service, "babbage", "pseudonym", limit=0)) == 3
    assert len(cells(service, "babbage", "pseudonym", limit="2")) == 2


@pytest.mark.parametrize(
    "document",
    [
        "[]",
        "{}",
        '{"ids": [1], "properties": []}',
        '{"ids": [], "properties": [{}]}',
        '{"ids": [], "properties": [{"id": "x", "settings": []}]}',
        '{"ids": [], "properties": [{"id": "x", "settings": {"content": "all"}}]}',
        '{"ids": [], "properties": [{"id": "x", "settings": {"content": []}}]}',
        '{"ids": [], "properties": [{"id": "x", "settings": {"limit": "many"}}]}',
    ],
)
def test_what_is_of_another_kind_is_refused(service: Reconciler, document: str) -> None:
    with pytest.raises(BadRequestError):
        service.extend(document, Version.FINAL)


def test_too_much_is_refused(service: Reconciler) -> None:
    with pytest.raises(TooManyPartsError, match="501 entities"):
        service.extend(json.dumps({"ids": ["ada"] * 501, "properties": []}), Version.FINAL)
    with pytest.raises(TooManyPartsError, match="51 properties"):
        service.extend(json.dumps({"ids": [], "properties": [{"id": "x"}] * 51}), Version.FINAL)


def test_identifiers_and_places_are_texts(wikibase: Reconciler) -> None:
    assert cells(wikibase, "Q9000003", "P625")[0] == {"str": "-47.25,15.5"}
    assert cells(wikibase, "Q9000003", "P856") == [{"str": "https://ardenia.example.org/"}]
