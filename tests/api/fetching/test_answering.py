import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.api.caching import Kept, cache_folder, fetched_store, kept, prune_cache
from tertium.api.fetching.answering import answer_in, check_entities, check_entity, entity_in
from tertium.api.fetching.documents import Document
from tertium.api.fetching.neighbours import Neighbours, broader
from tertium.api.fetching.site import Site
from tertium.api.fetching.writing import written
from tertium.errors import BadDataError, BusyError, UnwritableError
from tertium.model.revision import Revision

Way = tuple[str | int, ...]


def snak(prop: str, identifier: str) -> dict[str, object]:
    value = {"type": "wikibase-entityid", "value": {"entity-type": "item", "id": identifier}}
    return {"snaktype": "value", "property": prop, "datatype": "wikibase-item", "datavalue": value}


def statement(number: int, value: Mapping[str, object]) -> dict[str, object]:
    reference = {
        "hash": "same",
        "snaks": {"P143": [snak("P143", "Q9")]},
        "snaks-order": ["P143"],
    }
    return {
        "mainsnak": value,
        "type": "statement",
        "id": f"Q7${number}",
        "rank": "normal",
        "qualifiers": {"P580": [snak("P580", "Q8")]},
        "references": [reference],
    }


UNKNOWN = {"snaktype": "somevalue", "property": "P279", "datatype": "wikibase-item"}
LENGTH = {
    "snaktype": "value",
    "property": "P2048",
    "datatype": "quantity",
    "datavalue": {
        "type": "quantity",
        "value": {"amount": "+7", "unit": "http://www.wikidata.org/entity/Q11573"},
    },
}
ENTITY: dict[str, object] = {
    "type": "item",
    "id": "Q7",
    "lastrevid": 5,
    "labels": {"en": {"language": "en", "value": "seven"}},
    "claims": {
        "P279": [
            statement(1, snak("P279", "Q1")),
            statement(2, snak("P279", "L3")),
            statement(3, UNKNOWN),
        ],
        "P2048": [statement(4, LENGTH)],
    },
}
ODD: tuple[object, ...] = (None, 5, -1, 1e300, "", "\0", [], {}, [None], {"a": 1}, True)


def body(entity: object = ENTITY) -> bytes:
    return json.dumps({"entities": {"Q7": entity}}).encode()


def paths(value: object, path: Way = ()) -> Iterator[Way]:
    yield path
    match value:
        case dict():
            for key in value:
                yield from paths(value[key], (*path, key))
        case list():
            for place, element in enumerate(value):
                yield from paths(element, (*path, place))
        case _:
            pass


def changed(value: object, path: Way, odd: object) -> object:
    match value:
        case _ if not path:
            return odd
        case dict():
            return {k: changed(v, path[1:], odd) if k == path[0] else v for k, v in value.items()}
        case list():
            return [changed(v, path[1:], odd) if k == path[0] else v for k, v in enumerate(value)]
        case _:
            return value


def test_an_entity_is_read_with_what_it_speaks_of() -> None:
    around = Neighbours()
    around.add(entity_in(body()))
    assert [*around.properties] == ["P279", "P580", "P143", "P2048"]
    assert ([*around.values], [*around.others]) == (["Q1"], ["Q8", "Q9", "Q11573"])
    assert [*broader(ENTITY)] == ["Q1"]


@given(st.sampled_from([*paths(ENTITY)]), st.sampled_from(ODD))
def test_an_odd_entity_is_refused_or_can_be_used(path: Way, odd: object) -> None:
    answer = body(changed(ENTITY, path, odd))
    try:
        check_entity(0)(answer)
    except BadDataError:
        return
    fields = entity_in(answer)
    Neighbours().add(fields)
    assert set(broader(fields)) <= {"Q1"}


@pytest.mark.parametrize("place", [("claims", "P279", 1, "references", 0, "snaks", "P143")])
def test_what_is_told_twice_is_checked_twice(place: Way) -> None:
    with pytest.raises(BadDataError, match=r"no entity .'P143' should be an array"):
        check_entity(0)(body(changed(ENTITY, place, {"a": 1})))


def test_another_revision_than_the_wanted_is_no_answer() -> None:
    check_entity(5)(body())
    with pytest.raises(BadDataError, match="is revision 5, not 6"):
        check_entity(6)(body())


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"entities": 5}, "no entities .'entities' should be an object"),
        ({"entities": {}}, "no entities .'id' should be a string"),
        ({"entities": {"Q7": {"id": "Q8"}}}, "its answer on Q7 is about Q8"),
        ({"error": {"code": "no-such-entity"}}, "it says 'no-such-entity'"),
        ({"error": "?"}, "something went wrong"),
        ([], "no object"),
    ],
)
def test_answers_about_many_are_about_those(answer: object, problem: str) -> None:
    with pytest.raises(BadDataError, match=problem):
        check_entities(("Q7",))(json.dumps(answer).encode())


@pytest.mark.parametrize("code", ["maxlag", "ratelimited", "readonly"])
def test_a_site_may_have_no_time(code: str) -> None:
    with pytest.raises(BusyError, match=code):
        answer_in(json.dumps({"error": {"code": code}}).encode())


@pytest.mark.parametrize(
    ("modified", "moment"), [("1970-01-02T00:00:00Z", 86_400), ("lately", 0), (None, 0)]
)
def test_a_document_is_as_old_as_it_says(modified: str, moment: float, tmp_path: Path) -> None:
    revision = Revision(entity="http://example.org/Q7", number=5, url="http://a/", retrieved="")
    fields = ENTITY | {"modified": modified}
    document = Document(asked="Q6", identifier="Q7", fields=fields, revision=revision)
    written(document, tmp_path, site=Site())
    path = tmp_path / "Q6.nt"
    assert path.stat().st_mtime == moment
    same = {quad.object for quad in ox.parse(path=path) if quad.predicate.value.endswith("sameAs")}
    assert same == {ox.NamedNode("http://www.wikidata.org/entity/Q6")}


def test_what_is_kept_can_be_thrown_away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TERTIUM_CACHE", str(tmp_path))
    assert kept() == Kept(folder=tmp_path, answers=0, graph=0)
    (tmp_path / "fetched" / "a").mkdir(parents=True)
    for name in ("answers.sqlite", "answers.damaged", "answers.sqlite-wal", "fetched/a/b"):
        (tmp_path / name).write_bytes(b"1234")
    assert kept() == Kept(folder=tmp_path, answers=12, graph=4)
    prune_cache()
    assert kept() == Kept(folder=tmp_path, answers=0, graph=4)
    (tmp_path / "answers.sqlite").mkdir()
    with pytest.raises(UnwritableError, match=r"answers\.sqlite: "):
        prune_cache()


def test_the_cache_is_where_caches_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERTIUM_CACHE", "/a")
    monkeypatch.setenv("XDG_CACHE_HOME", "/b")
    assert (cache_folder(), fetched_store()) == (Path("/a"), Path("/a/fetched"))
    monkeypatch.delenv("TERTIUM_CACHE")
    assert cache_folder() == Path("/b/tertium")
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "/c")
    assert cache_folder() == Path("/c/.cache/tertium")
