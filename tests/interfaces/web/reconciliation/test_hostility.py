import json
from pathlib import Path

import httpx
import pytest
from benchmarks.reconciliation import VERSIONS, Session
from benchmarks.services import validator
from hypothesis import given, settings
from hypothesis import strategies as st

import tertium
from tertium.api.reconciling import Reconciler, Version
from tertium.errors import BadRequestError, TooManyPartsError

SUITE = Path(__file__).parents[5] / "shared" / "suites" / "blns.json"
NAUGHTY = (
    *("", " ", "\0", "\n", "*", '"', "%", "_", "^", "AND", "NEAR(", "a OR b", "-a", "{{7*7}}"),
    *("\N{MATHEMATICAL BOLD CAPITAL T}rotsky", "\u202egnirts", "\ufeff", "e\u0301" * 300),
    *(
        "<script>alert(1)</script>",
        "'; DROP TABLE name; --",
        "${jndi:ldap://x}",
        "../../etc/passwd",
    ),
    *("\U0010ffff", "tt:", ":", "http://", "wd:Q855>", "_:b", "Q" * 5000),
    *(
        "a" * 10_000,
        "a b " * 2500,
        "\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}" * 99,
        "1e999",
    ),
)


def naughty() -> list[str]:
    if not SUITE.is_file():
        pytest.skip("needs the shared suites beside the checkout: blns.json")
    found: list[str] = json.loads(SUITE.read_text(encoding="utf-8"))
    return found


def asked_all(client: httpx.Client, version: str, names: list[str]) -> list[str]:
    """Ask for names by all that a service offers, and return what was wrong with the answers."""
    session = Session(client, "/reconcile", version)
    whole = [name.encode("utf-8", "replace").decode() for name in names]
    session.match(names, names[-1:])
    session.extend(names, names[:20])
    session.propose(whole)
    for name in whole:
        for kind in ("entity", "type", "property"):
            session.suggest(kind, name)
    return session.violations


@pytest.mark.parametrize("version", VERSIONS)
def test_a_naughty_name_is_a_name(client: httpx.Client, version: str) -> None:
    short = [name for name in NAUGHTY if len(name) < 3000]
    long = [name for name in NAUGHTY if len(name) >= 3000]
    assert asked_all(client, version, short) == []
    session = Session(client, "/reconcile", version)
    session.match(long, long)
    session.extend(long, long)
    assert session.violations == []


@pytest.mark.parametrize("half_a_character", ["\ud800", "x\udfffy", "\udfff\ud800"])
def test_half_a_character_is_taken_and_given_back(
    client: httpx.Client, half_a_character: str
) -> None:
    old = json.dumps({half_a_character: {"query": half_a_character, "type": half_a_character}})
    answer = client.post("/reconcile", data={"queries": old})
    assert list(json.loads(answer.text)) == [half_a_character]
    condition = {"matchType": "name", "propertyValue": half_a_character}
    new = json.dumps({"queries": [{"conditions": [condition]}]})
    headers = {"Content-Type": "application/json"}
    found = client.post("/reconcile/match", content=new, headers=headers)
    assert found.json() == {"results": [{"candidates": []}]}


@pytest.mark.parametrize("half", [0, 1])
def test_the_naughtiest_names_are_names(client: httpx.Client, half: int) -> None:
    names = naughty()[half::2]
    for start in range(0, len(names), 50):
        assert asked_all(client, VERSIONS[half], names[start : start + 50]) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_a_batch_may_have_as_many_queries_as_are_answered(
    client: httpx.Client, version: str
) -> None:
    session = Session(client, "/reconcile", version)
    session.match([f"Leon Trotsky {n}" for n in range(500)], [])
    assert session.violations == []
    session.match(["x"] * 501, [])
    assert "413" in session.violations[0]


WORDS = st.sampled_from(["q", "Leon Trotsky", "trotsky", "tt:Person", "birthDate", "all", "name"])
KEYS = st.sampled_from(
    [
        *("query", "type", "type_strict", "properties", "pid", "v", "limit", "id", "ids"),
        *("queries", "conditions", "matchType", "propertyValue", "propertyId", "required"),
        *("matchQuantifier", "settings", "content", "q0"),
    ]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS | st.text()
ANYTHING = st.recursive(
    LEAVES, lambda some: st.lists(some, max_size=4) | st.dictionaries(KEYS, some, max_size=4)
)
CONDITION = st.fixed_dictionaries(
    {"matchType": st.sampled_from(["name", "id", "property"]), "propertyValue": WORDS | ANYTHING},
    optional={"propertyId": WORDS | ANYTHING, "required": ANYTHING, "matchQuantifier": WORDS},
)
QUERY = st.fixed_dictionaries(
    {"query": WORDS | ANYTHING, "conditions": st.lists(CONDITION, min_size=1, max_size=3)},
    optional={"type": ANYTHING | WORDS, "limit": ANYTHING, "properties": ANYTHING},
)


@pytest.fixture(scope="module")
def service(graph: tertium.KnowledgeGraph) -> Reconciler:
    return Reconciler(graph)


@settings(max_examples=150)
@given(query=QUERY, version=st.sampled_from(Version))
def test_a_query_is_answered_as_the_schema_has_it_or_refused(
    service: Reconciler, query: object, version: Version
) -> None:
    batch = {"q0": query} if version is Version.FINAL else {"queries": [query]}
    try:
        answer = service.match(json.dumps(batch), version)
    except (BadRequestError, TooManyPartsError):
        return
    validator(version.value, "reconciliation-result-batch").validate(json.loads(json.dumps(answer)))


@settings(max_examples=80)
@given(document=ANYTHING, version=st.sampled_from(Version))
def test_any_document_is_answered_or_refused(
    service: Reconciler, document: object, version: Version
) -> None:
    text = json.dumps(document)
    for ask, schema in (
        (service.match, "reconciliation-result-batch"),
        (service.extend, "data-extension-response"),
    ):
        try:
            answer = ask(text, version)
        except (BadRequestError, TooManyPartsError):
            continue
        validator(version.value, schema).validate(json.loads(json.dumps(answer)))
