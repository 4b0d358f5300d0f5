import json
from collections.abc import Iterator

import httpx
import pytest

from tests.store.serving import Reply
from tests.wikidata.documents import REAL, read_site
from tests.wikidata.serving import Wikidata, wikidata

ODO, HUGH = "Q454553", "Q540099"


@pytest.fixture
def server() -> Iterator[Wikidata]:
    with wikidata() as served:
        yield served


@pytest.fixture
def client(server: Wikidata) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        yield client


def entity(client: httpx.Client, name: str, **form: str) -> httpx.Response:
    return client.get(f"/wiki/Special:EntityData/{name}", params=form)


def entities(client: httpx.Client, *ids: str, **form: str) -> httpx.Response:
    usual = {"action": "wbgetentities", "format": "json", "formatversion": "2"}
    return client.get("/w/api.php", params=usual | {"ids": "|".join(ids)} | form)


def test_an_entity_comes_whole_with_its_revision(server: Wikidata, client: httpx.Client) -> None:
    answer = entity(client, f"{ODO}.json")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.headers["content-encoding"] == "gzip"
    document = answer.json()["entities"][ODO]
    version = server.site.current(ODO)
    assert version is not None
    assert document["lastrevid"] == version.revision
    assert document["claims"].keys() >= {"P31", "P569", "P570"}


def test_a_past_revision_is_kept(server: Wikidata, client: httpx.Client) -> None:
    before = entity(client, f"{ODO}.json").json()["entities"][ODO]
    version = server.site.current(ODO)
    assert version is not None
    server.site.save({**version.document, "labels": {}})
    assert entity(client, f"{ODO}.json").json()["entities"][ODO]["labels"] == {}
    asked = entity(client, f"{ODO}.json", revision=str(before["lastrevid"]))
    assert asked.json()["entities"][ODO] == before
    assert entity(client, f"{ODO}.json", revision="7").status_code == 404


def test_a_merged_entity_is_answered_with_its_target(
    server: Wikidata, client: httpx.Client
) -> None:
    server.site.merge("Q4000000001", HUGH)
    assert [*entity(client, "Q4000000001.json").json()["entities"]] == [HUGH]
    assert entity(client, "Q4000000001.json", revision="7").status_code == 400
    answer = entities(client, "Q4000000001", props="labels").json()["entities"]
    assert answer["Q4000000001"]["id"] == HUGH
    assert answer["Q4000000001"]["redirects"] == {"from": "Q4000000001", "to": HUGH}
    unfollowed = entities(client, "Q4000000001", redirects="no").json()["entities"]
    assert unfollowed["Q4000000001"] == {"id": "Q4000000001", "missing": ""}


def test_what_was_deleted_or_never_was_is_not_found(server: Wikidata, client: httpx.Client) -> None:
    server.site.delete(ODO)
    for name, status in ((ODO, 404), ("Q4000000002", 404), ("Q0", 400), ("X1", 400)):
        assert entity(client, f"{name}.json").status_code == status
    assert entity(client, f"{HUGH}.ttl").status_code == 415


def test_a_name_in_small_letters_is_led_to_its_place(client: httpx.Client) -> None:
    answer = entity(client, f"{HUGH.lower()}.json", revision="5")
    assert answer.status_code == 301
    assert answer.headers["location"] == f"/wiki/Special:EntityData/{HUGH}.json?revision=5"


def test_what_has_not_changed_is_not_sent_again(client: httpx.Client) -> None:
    first = entity(client, f"{ODO}.json")
    known = {"If-Modified-Since": first.headers["last-modified"]}
    again = client.get(first.url, headers=known)
    assert (again.status_code, again.content) == (304, b"")


def test_of_many_only_what_is_wanted_is_sent(client: httpx.Client) -> None:
    answer = entities(client, ODO, "P17", "Q4000000002", props="labels|datatype", languages="fr|en")
    found = answer.json()["entities"]
    assert [*found[ODO]] == ["type", "id", "labels"]
    assert [*found[ODO]["labels"]] == ["fr", "en"]
    assert found["P17"]["datatype"] == "wikibase-item"
    assert found["Q4000000002"]["missing"] == ""
    assert "lastrevid" in entities(client, ODO).json()["entities"][ODO]


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"ids": "|".join(f"Q{n}" for n in range(1, 52))}, "toomanyvalues"),
        ({"ids": "Q1|nonsense"}, "no-such-entity"),
        ({"action": "nothing"}, "badvalue"),
    ],
)
def test_the_api_refuses_with_status_200(
    form: dict[str, str], code: str, client: httpx.Client
) -> None:
    answer = entities(client, "Q1", **form)
    assert (answer.status_code, answer.json()["error"]["code"]) == (200, code)
    assert answer.headers["mediawiki-api-error"] == code


def test_without_a_format_the_api_explains_itself(client: httpx.Client) -> None:
    assert entities(client, ODO, format="html").headers["content-type"].startswith("text/html")


def test_who_heeds_lag_is_told_of_it(server: Wikidata, client: httpx.Client) -> None:
    server.lag = 6
    assert "entities" in entities(client, ODO).json()
    answer = entities(client, ODO, maxlag="5")
    assert (answer.status_code, answer.json()["error"]["code"]) == (200, "maxlag")
    assert answer.headers["retry-after"] == "5"


def test_what_was_asked_is_kept_and_counted(server: Wikidata, client: httpx.Client) -> None:
    entity(client, f"{ODO}.json")
    entities(client, ODO)
    client.post("/w/api.php", data={"action": "wbgetentities", "format": "json", "ids": HUGH})
    assert server.paths == [f"/wiki/Special:EntityData/{ODO}.json", "/w/api.php", "/w/api.php"]
    assert [request.method for request in server.requests] == ["GET", "GET", "POST"]
    assert server.requests[2].form["ids"] == HUGH
    assert "python-httpx" in server.requests[0].headers["User-Agent"]
    assert server.busiest == 1
    assert client.get("/elsewhere").status_code == 404


def test_it_misbehaves_as_told_and_then_no_more(server: Wikidata, client: httpx.Client) -> None:
    server.misbehave(lambda _: Reply(status=503), lambda _: Reply(body="{}"), at="/w/")
    assert entity(client, f"{ODO}.json").status_code == 200
    assert entities(client, ODO).status_code == 503
    assert entities(client, ODO).json() == {}
    assert [*entities(client, ODO).json()["entities"]] == [ODO]


def test_once_it_is_cut_off_nobody_answers(server: Wikidata, client: httpx.Client) -> None:
    entity(client, f"{ODO}.json")
    server.cut_off()
    with pytest.raises(httpx.TransportError):
        entity(client, f"{ODO}.json")


@pytest.mark.skipif(not REAL.is_file(), reason="the real entities are not beside the checkout")
def test_it_serves_all_the_real_entities() -> None:
    site = read_site(REAL)
    with wikidata(site) as served, httpx.Client(base_url=served.url, trust_env=False) as client:
        answer = entity(client, "Q42.json")
    assert json.loads(answer.text)["entities"]["Q42"]["labels"]["ru"]["value"] == "Дуглас Адамс"
    assert len(site.versions) == 1032
