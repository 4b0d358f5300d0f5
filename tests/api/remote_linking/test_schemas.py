"""What is sent and what is read, held against the published JSON Schemas and their examples."""

import json
import tarfile
from collections.abc import Mapping
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.api.remote_linking import RemoteLinker
from tertium.api.remote_linking.answering import read_batch
from tertium.api.remote_linking.asking import batch_of
from tertium.api.remote_linking.extending import extension_of
from tertium.api.remote_linking.service import Service
from tertium.model.link import Given, LinkQuery
from tertium.model.terms import Iri

from .exchanges import URL, Answers

SUITE = Path(__file__).parents[4] / "shared" / "suites" / "reconciliation-schemas.tar.xz"
VERSIONS = {False: "0.2", True: "1.0-draft"}

pytestmark = pytest.mark.skipif(not SUITE.is_file(), reason="the published schemas are not here")


@pytest.fixture(scope="module")
def suite() -> Mapping[str, object]:
    """Return each JSON file of the suite by its path."""
    found = {}
    with tarfile.open(SUITE) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".json") else None
            if file:
                found[member.name] = json.load(file)
    return found


def valid(suite: Mapping[str, object], version: str, kind: str) -> list[object]:
    start = f"{version}/examples/{kind}/valid/"
    return [node for path, node in sorted(suite.items()) if path.startswith(start)]


def check(suite: Mapping[str, object], name: str, body: bytes) -> None:
    schema = suite[name]
    assert isinstance(schema, dict)
    base = schema["$id"].rpartition("/")[0]
    folder = name.rpartition("/")[0]
    others = [
        (f"{base}/{path.rpartition('/')[2]}", node)
        for path, node in suite.items()
        if path.startswith(folder) and isinstance(node, dict)
    ]
    registry = jsonschema_rs.Registry(others, draft=jsonschema_rs.Draft7)
    jsonschema_rs.Draft7Validator(schema, registry=registry).validate(json.loads(body))


TEXTS = st.text(max_size=8)
GIVEN = st.builds(Given, st.none() | TEXTS.map(Iri), st.lists(TEXTS, max_size=3).map(tuple))
QUERIES = st.builds(
    LinkQuery,
    text=TEXTS,
    types=st.lists(TEXTS.map(Iri), max_size=3).map(tuple),
    given=st.lists(GIVEN, max_size=3).map(tuple),
)


@pytest.mark.parametrize("draft", [False, True])
@settings(max_examples=30, deadline=None)
@given(queries=st.lists(QUERIES, min_size=1, max_size=3))
def test_every_batch_is_valid(
    queries: list[LinkQuery], *, draft: bool, suite: Mapping[str, object]
) -> None:
    service = Service(url=URL, name="", draft=draft, suggesting={})
    name = f"{VERSIONS[draft]}/schemas/reconciliation-query-batch.json"
    check(suite, name, batch_of(queries, service, limit=5))


@pytest.mark.parametrize("draft", [False, True])
def test_what_asks_for_values_is_valid(*, draft: bool, suite: Mapping[str, object]) -> None:
    name = f"{VERSIONS[draft]}/schemas/data-extension-query.json"
    check(suite, name, extension_of(["Q1", "Q2"], ["P1"]))


@pytest.mark.parametrize("draft", [False, True])
def test_every_published_manifest_is_a_service(*, draft: bool, suite: Mapping[str, object]) -> None:
    manifests = valid(suite, VERSIONS[draft], "manifest")
    services = [RemoteLinker(URL, Answers(one)).service for one in manifests]
    assert len(services) == 16
    assert all(service.draft == draft and service.name for service in services)


@pytest.mark.parametrize("draft", [False, True])
def test_every_published_answer_is_read(*, draft: bool, suite: Mapping[str, object]) -> None:
    service = Service(url=URL, name="", draft=draft, suggesting={})
    for answer in valid(suite, VERSIONS[draft], "reconciliation-result-batch"):
        assert isinstance(answer, dict)
        told = answer if draft else {f"q{place}": one for place, one in enumerate(answer.values())}
        results = read_batch(service, json.dumps(told).encode(), count=2)
        assert [len(offers or ()) for offers in results] == [2, 2]
