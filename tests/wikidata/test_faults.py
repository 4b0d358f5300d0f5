import json
from collections.abc import Iterator

import httpx
import pytest

from tests.wikidata.faults import FAULTS, Outcome, Trouble
from tests.wikidata.serving import Wikidata, wikidata

PLACE = "/wiki/Special:EntityData/Q454553.json"
ENOUGH = 2**20


@pytest.fixture(scope="module")
def server() -> Iterator[Wikidata]:
    with wikidata() as served:
        yield served


def answered(server: Wikidata) -> object:
    """Return the document that is sent, or nothing when what is sent is none of that entity."""
    try:
        with (
            httpx.Client(trust_env=False) as client,
            client.stream("GET", server.url + PLACE) as it,
        ):
            body = bytearray()
            for chunk in it.iter_bytes():
                body += chunk
                if len(body) > ENOUGH:
                    return None
            sent = it.headers.get("content-type") == "application/json; charset=utf-8"
            found = json.loads(body.decode("utf-8-sig")) if it.status_code == 200 and sent else {}
            document = found["entities"]["Q454553"]
            return document if document["id"] == "Q454553" else None
    except (httpx.HTTPError, ValueError, LookupError, TypeError, RecursionError):
        return None


def test_there_are_more_than_thirty() -> None:
    assert len(FAULTS) > 30
    assert {trouble.outcome for trouble in FAULTS.values()} == {*Outcome}


@pytest.mark.parametrize("trouble", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_none_of_the_right_answer_and_passes(trouble: Trouble, server: Wikidata) -> None:
    right = answered(server)
    assert right is not None
    server.misbehave(trouble.fault)
    wrong = answered(server)
    assert wrong == (right if trouble.outcome is Outcome.ANSWERED else None)
    assert answered(server) == right
