import json
from dataclasses import dataclass

import httpx
import pytest

from tertium.api.remote_linking import Exchange, RemoteLinker, Suggested, remote_linker
from tertium.errors import BadParameterError, SourceUnavailableError
from tertium.model.link import Given, LinkOutcome, LinkQuery
from tertium.model.terms import Iri

EX = "https://w3id.org/tertium/id/"
TT = "https://w3id.org/tertium/ontology#"
SPOKEN = {"0.1": None, "0.2": ["0.2"], "1.0-draft": ["0.2", "1.0-draft"]}


@dataclass(frozen=True)
class Older:
    """An exchange through which a service seems to speak some versions alone."""

    client: httpx.Client
    versions: list[str] | None

    def get(self, url: str) -> bytes:
        answer = self.client.get(url)
        if not answer.url.path.endswith("/reconcile"):
            return answer.content
        return json.dumps({**answer.json(), "versions": self.versions}).encode()

    def post(self, url: str, body: bytes, *, kind: str) -> bytes:
        answer = self.client.post(url, content=body, headers={"Content-Type": kind})
        return answer.raise_for_status().content


@pytest.fixture(params=SPOKEN)
def linker(client: httpx.Client, request: pytest.FixtureRequest) -> RemoteLinker:
    exchange: Exchange = Older(client, SPOKEN[request.param])
    return RemoteLinker(f"{client.base_url}/reconcile", exchange)


@pytest.fixture
def web(client: httpx.Client, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> RemoteLinker:
    """What links over the web, as users do."""
    monkeypatch.setenv("TERTIUM_CACHE", str(tmp_path))
    return remote_linker(f"{client.base_url}/reconcile")


def test_names_are_linked_alike_in_every_version(linker: RemoteLinker) -> None:
    queries = [LinkQuery(text=name) for name in ("Leon Trotsky", "Joseph Stalin", "", "Zzyzx")]
    trotsky, stalin, nothing, nobody = linker.link_all(queries)
    assert trotsky.match
    assert stalin.match
    assert (trotsky.match.entity.iri, stalin.match.entity.iri) == (f"{EX}trotsky", f"{EX}stalin")
    assert trotsky.match.reasons
    assert 0.9 < trotsky.match.score <= 1
    assert nothing.outcome is nobody.outcome is LinkOutcome.NONE


def test_what_is_known_besides_is_named_by_the_service(linker: RemoteLinker) -> None:
    born = Given(Iri("date of birth"), ("1879-11-07",))
    found = linker.link(LinkQuery(text="Trotsky", types=(Iri("person"),), given=(born,)))
    assert found.candidates[0].entity.iri == f"{EX}trotsky"
    assert len(found.candidates[0].reasons) > 1


def test_what_the_service_knows_of_entities_can_be_had(linker: RemoteLinker) -> None:
    entities = [Iri(f"{EX}trotsky"), Iri(f"{EX}nobody")]
    assert linker.extend(entities, ["birthDate", "no-such"]) == {
        entities[0]: {"birthDate": ("1879-11-07T00:00:00Z",), "no-such": ()},
        entities[1]: {"birthDate": (), "no-such": ()},
    }


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Leon T", Suggested.ENTITY, "Leon Trotsky"),
        ("date of b", Suggested.PROPERTY, "date of birth"),
        ("pers", Suggested.TYPE, "person"),
    ],
)
def test_suggestions_can_be_had(
    linker: RemoteLinker, text: str, kind: Suggested, name: str
) -> None:
    assert linker.suggest(text, kind)[0].name == name


def test_a_type_that_nobody_knows_is_refused(linker: RemoteLinker) -> None:
    with pytest.raises(BadParameterError, match="knows no single type"):
        linker.link(LinkQuery(text="Trotsky", types=(Iri("wizard"),)))


def test_over_the_web_the_newest_version_is_spoken(web: RemoteLinker) -> None:
    assert web.service.draft
    assert web.service.space == EX
    assert web.link("Leon Trotsky").match
    assert web.suggest("pers", Suggested.TYPE)
    assert web.extend([Iri(f"{EX}trotsky")], ["birthDate"])[Iri(f"{EX}trotsky")]["birthDate"]


def test_what_the_service_refuses_is_an_error(web: RemoteLinker) -> None:
    given = tuple(Given(Iri(f"{TT}p{n}"), ("x",)) for n in range(51))
    with pytest.raises(SourceUnavailableError, match="HTTP 413"):
        web.link(LinkQuery(text="Trotsky", given=given))
