from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from benchmarks.reconciliation import VERSIONS, Session
from benchmarks.services import served

import tertium
from tertium.interfaces.web.reconciliation import application
from tertium.store.loading import load
from tests.api.conftest import PEOPLE, PREFIXES
from tests.store.serving import Endpoint, answering, in_turn, serve
from tests.store.serving import Reply as Answer

ADA = "https://w3id.org/tertium/id/ada"
BORN = "https://w3id.org/tertium/ontology#birthDate"
BATCH = '{"q0": {"query": "Ada Lovelace"}}'


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    path = Path(tmp_path_factory.mktemp("people")) / "people.ttl"
    path.write_text(PREFIXES + PEOPLE, encoding="utf-8")
    with serve(answering(load([(path.name, path)]))) as endpoint:
        yield endpoint


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_at_an_endpoint_is_reconciled_but_nothing_is_counted(
    endpoint: Endpoint, version: str
) -> None:
    with (
        served(application(tertium.open(endpoint.url))) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        session = Session(client, "/reconcile", version)
        assert session.manifest()["defaultTypes"] == session.suggest("type", "") == []
        assert session.suggest("entity", "Ada Lovelace")[0]["id"] == ADA
        session.match(["Ada Lovelace", "Smith", "Nobody"], [], BORN, "1815")
        session.extend([ADA], [BORN])
        session.preview(ADA)
        assert session.violations == []
        answer = client.post("/reconcile", data={"queries": BATCH}).json()
    assert [one["id"] for one in answer["q0"]["result"]] == [ADA]


def test_an_endpoint_that_does_not_answer_is_a_problem() -> None:
    with (
        serve(in_turn(Answer(body="no", kind="text/plain", status=500))) as endpoint,
        served(application(tertium.open(endpoint.url))) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        response = client.post("/reconcile", data={"queries": BATCH})
        assert endpoint.url not in response.text
    assert response.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert response.headers["content-type"] == "application/problem+json"
