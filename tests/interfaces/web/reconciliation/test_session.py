from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from benchmarks.reconciliation import VERSIONS, Session


@pytest.mark.parametrize("version", VERSIONS)
def test_no_answer_of_a_session_violates_its_schema(client: httpx.Client, version: str) -> None:
    session = Session(client, "/reconcile", version)
    session.run(answers=250)
    assert session.violations == []
    assert set(session.seconds) >= {"manifest", "match", "suggest", "extend", "preview", "propose"}


def test_several_users_are_served_at_once(client: httpx.Client) -> None:
    def run(version: str) -> list[str]:
        session = Session(client, "/reconcile", version)
        session.run(answers=30)
        return session.violations

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(run, VERSIONS * 3)) == [[]] * 6
