"""Comparisons through query services: those of Wikidata, on this machine."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

import tertium
from tertium.api.remote import remote_info, remote_reader
from tertium.errors import SourceUnavailableError, UnknownEntityError
from tertium.model.shape import Shape
from tertium.store.endpoint import EndpointStore
from tertium.store.profile import Profile, profiles
from tests.store.serving import FakeTime, Reply
from tests.wikidata.documents import Document, read_site
from tests.wikidata.querying import MAIN, QLEVER, SCHOLARLY
from tests.wikidata.serving import Wikidata, wikidata

ODO, HUGH, ARTICLE = "Q454553", "Q540099", "Q28594770"
TITLE = "Aberrant inflammation and resistance to glucocorticoids in annexin 1-/- mouse"
AGENT = "tertium/test (someone@example.org)"
PAIR = (f"wd:{ODO}", f"wd:{HUGH}")


def busy(_: Reply) -> Reply:
    return Reply(status=429, headers={"Retry-After": "30"})


def right(reply: Reply) -> Reply:
    return reply


def gone(_: Reply) -> Reply:
    return Reply(status=500)


def citing(document: Document) -> Document:
    """Return a document one statement of which cites a scholarly article."""
    snak = {
        "snaktype": "value",
        "property": "P248",
        "datatype": "wikibase-item",
        "datavalue": {"type": "wikibase-entityid", "value": {"id": ARTICLE, "entity-type": "item"}},
    }
    claims = document["claims"]
    assert isinstance(claims, dict)
    first, *others = claims["P20"]
    cited = first | {"references": [{"hash": "ab" * 20, "snaks": {"P248": [snak]}}]}
    return {**document, "claims": claims | {"P20": [cited, *others]}}


@pytest.fixture
def server() -> Iterator[Wikidata]:
    site = read_site()
    hugh = site.current(HUGH)
    assert hugh is not None
    site.save(citing(hugh.document))
    with wikidata(site) as served:
        yield served


def asked(server: Wikidata, path: str, profile: Profile, time: FakeTime) -> EndpointStore:
    return EndpointStore(server.url + path, agent=AGENT, profile=profile, clock=time.clock)


def opened(server: Wikidata, time: FakeTime) -> tertium.KnowledgeGraph:
    """Return the main graph with its sister, as by the name `wikidata` but on this machine."""
    reader = remote_reader("wikidata@" + server.url + MAIN, frozenset(Shape))
    main = asked(server, MAIN, profiles()["wikidata"], time)
    sister = asked(server, SCHOLARLY, profiles()["wikidata-scholarly"], time)
    graph = replace(reader, store=main, sister=sister)
    return tertium.KnowledgeGraph(graph, info=remote_info("wikidata@" + server.url + MAIN))


def cited(page: tertium.Page) -> set[str]:
    document = json.loads(page.to_json())
    return {reference["label"] for reference in document["references"]}


def table(page: tertium.Page) -> dict[str, list[list[str]]]:
    """Return what is in the cells of each row; only a graph that is counted has an order."""
    rows = json.loads(page.to_json())["rows"]
    return {
        row["property"]["label"]: [
            sorted(value.get("label") or str(value.get("value")) for value in cell["values"])
            for cell in row["cells"]
        ]
        for row in rows
    }


def failed(page: tertium.Page) -> object:
    return json.loads(page.to_json())["limits"]["failed_sources"]


def test_a_comparison_asks_little_one_after_the_other_and_says_who_asks(server: Wikidata) -> None:
    time = FakeTime()
    page = opened(server, time).compare(*PAIR)
    assert page.title == "Odo of Cluny vs. Hugh of Cluny"
    assert len(server.requests) <= 20
    assert server.busiest == 1
    assert {request.headers["User-Agent"] for request in server.requests} == {AGENT}
    pause = profiles()["wikidata"].pause
    assert sum(time.naps) == pytest.approx(pause * (server.paths.count(MAIN) - 1), abs=2 * pause)
    queries = [request.form["query"] for request in server.requests]
    assert not [query for query in queries if "SERVICE" in query or "COUNT(*)" in query]


def test_what_was_split_off_is_named_by_the_sister(server: Wikidata) -> None:
    page = opened(server, FakeTime()).compare(*PAIR)
    assert TITLE in cited(page)
    assert server.paths.count(SCHOLARLY) <= 2
    assert failed(page) == []


def test_without_its_sister_a_page_says_what_could_not_be_asked(server: Wikidata) -> None:
    server.misbehave(gone, at=SCHOLARLY)
    page = opened(server, FakeTime()).compare(*PAIR)
    assert ARTICLE in cited(page)
    assert TITLE not in cited(page)
    assert failed(page) == [server.url + SCHOLARLY]
    assert f"{server.url}{SCHOLARLY} could not be asked" in page.render("text").replace("\n", " ")
    assert server.paths.count(SCHOLARLY) == 1


@pytest.mark.parametrize("sound", [0, 3, 9])
def test_when_the_graph_itself_fails_midway_there_is_no_page(sound: int, server: Wikidata) -> None:
    server.misbehave(*[right] * sound, gone)
    with pytest.raises(SourceUnavailableError, match=r"/sparql cannot be read: .*500") as caught:
        opened(server, FakeTime()).compare(*PAIR)
    assert caught.value.exit_code == 5
    assert len(server.requests) == sound + 1


def test_a_pause_asked_for_is_kept_and_the_page_is_the_same(server: Wikidata) -> None:
    patient, graph = FakeTime(), opened(server, FakeTime())
    expected = graph.compare(*PAIR).to_json()
    before = len(server.requests)
    server.misbehave(right, right, busy)
    assert opened(server, patient).compare(*PAIR).to_json() == expected
    assert 30 in patient.naps
    assert len(server.requests) == 2 * before + 1


def test_cut_off_it_is_unavailable_in_one_line(server: Wikidata) -> None:
    graph = opened(server, FakeTime())
    server.cut_off()
    with pytest.raises(SourceUnavailableError, match=r"^\S+/sparql cannot be read: \S.*$"):
        graph.compare(*PAIR)


def test_what_is_not_here_may_be_in_the_other_part(server: Wikidata) -> None:
    graph = opened(server, FakeTime())
    for unknown in (f"wd:{ARTICLE}", "Nobody of Nowhere"):
        with pytest.raises(UnknownEntityError, match=r"part of it: -g wikidata-scholarly$"):
            graph.describe(unknown)


def test_the_scholarly_part_is_named_by_the_main_one(server: Wikidata) -> None:
    reader = remote_reader("wikidata-scholarly@" + server.url + SCHOLARLY, frozenset(Shape))
    scholarly = asked(server, SCHOLARLY, profiles()["wikidata-scholarly"], FakeTime())
    main = asked(server, MAIN, profiles()["wikidata"], FakeTime())
    graph = replace(reader, store=scholarly, sister=main)
    page = tertium.KnowledgeGraph(graph, info=remote_info("wikidata-scholarly")).describe(
        f"wd:{ARTICLE}"
    )
    assert page.title == TITLE
    assert table(page)["instance of"] == [["scholarly article"]]


def test_every_service_gives_the_same_table(server: Wikidata) -> None:
    pages = [
        tertium.open(f"{name}@{server.url}{path}").compare(*PAIR)
        for name, path in (("wikidata", MAIN), ("qlever-wikidata", QLEVER))
    ]
    first, second = map(table, pages)
    assert first == second
    assert first["country of citizenship"] == [["France"], ["France"]]


def test_a_profile_is_used_at_another_address_which_has_no_sister(server: Wikidata) -> None:
    reader = remote_reader("wikidata@" + server.url + MAIN, frozenset(Shape))
    assert isinstance(reader.store, EndpointStore)
    assert reader.store.profile.name == "wikidata"
    assert reader.shapes == {Shape.WIKIBASE}
    assert reader.sister is None


def test_a_profile_by_its_name_has_its_sister(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERTIUM_CONTACT", "someone@example.org")
    for name, other in (("wikidata", "wikidata-scholarly"), ("wikidata-scholarly", "wikidata")):
        sister = remote_reader(name, frozenset(Shape)).sister
        assert isinstance(sister, EndpointStore)
        assert sister.profile.name == other
    assert remote_reader("qlever-wikidata", frozenset(Shape)).sister is None
