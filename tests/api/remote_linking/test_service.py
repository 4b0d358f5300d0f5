import json

import pytest

from tertium.api.remote_linking import RemoteLinker, Suggested
from tertium.api.remote_linking.service import read_service
from tertium.errors import SourceUnavailableError
from tertium.model.terms import Iri

from .exchanges import URL, Answers, recorded


@pytest.mark.parametrize(
    "manifest", [b"<html></html>", {}, [], {"name": "x"}, "x", b"{", {"boot": "https://x"}]
)
def test_what_shows_no_manifest_is_no_service(manifest: object) -> None:
    with pytest.raises(SourceUnavailableError):
        RemoteLinker(URL, Answers(manifest)).link("a")


@pytest.mark.parametrize(
    ("versions", "draft"),
    [
        (["0.2", "1.0-draft"], True),
        (["0.1"], False),
        (None, False),
        ("1.0", True),
        ([7, {}], False),
    ],
)
def test_the_newest_version_is_spoken(versions: object, *, draft: bool) -> None:
    manifest = {"versions": versions, "identifierSpace": "http://a.org/", "name": 5}
    service = RemoteLinker(URL, Answers(manifest)).service
    assert (service.draft, service.name) == (draft, "5")


@pytest.mark.parametrize(
    ("address", "route"),
    [
        ("http://a.org/r", "http://a.org/r/suggest/property"),
        ("http://a.org/r/", "http://a.org/r/suggest/property"),
        ("http://a.org/r?lang=de", "http://a.org/r/suggest/property?lang=de"),
    ],
)
def test_routes_are_below_the_address(address: str, route: str) -> None:
    manifest = json.dumps(recorded("draft").manifest).encode()
    assert read_service(address, manifest).suggesting[Suggested.PROPERTY] == route


@pytest.mark.parametrize(
    "address", ["http://169.254.169.254/x", "file://127.0.0.1/etc/passwd", "http://[x/", "/suggest"]
)
def test_suggestions_are_asked_of_the_same_host_alone(address: str) -> None:
    offer = {"property": {"service_url": address, "service_path": ""}}
    manifest = {"versions": ["0.2"], "view": {"url": "http://a.org/{{id}}"}, "suggest": offer}
    assert RemoteLinker(URL, Answers(manifest)).service.suggesting == {}


def iris(view: str, space: str, identifier: str) -> str:
    manifest = {"versions": ["0.2"], "identifierSpace": space, "view": {"url": view}}
    answer = {"q0": {"result": [{"id": identifier, "name": "a"}]}}
    found = RemoteLinker(URL, Answers(manifest, [answer])).link("a")
    return found.candidates[0].entity.iri


@pytest.mark.parametrize(
    ("view", "space", "identifier", "iri"),
    [
        ("https://w.org/wiki/{{id}}", "http://w.org/entity/", "Q1", "http://w.org/entity/Q1"),
        ("https://w.org/{{id}}.html", "http://opaque.org/x", "Q1", "https://w.org/Q1.html"),
        ("", "http://ipni.org/urn:lsid:", "7", "http://ipni.org/urn:lsid:7"),
        ("{{id}}", "http://opaque.org/x", "http://p.org/1", "http://p.org/1"),
        ("", "http://opaque.org/x", "urn:isbn:1", "urn:isbn:1"),
        ("", "http://opaque.org/x", "7", "http://opaque.org/x/7"),
        ("", "", "7", "http://127.0.0.1/reconcile/7"),
        ("http://v.org/{id}", "", "a/b", "http://v.org/a%2Fb"),
        ("http://v.org/", "", "7", "http://127.0.0.1/reconcile/7"),
        ("{{id}}", "javascript:", "7", "http://127.0.0.1/reconcile/7"),
        ("http://v.org/{{id}}> <", "", "7", "http://v.org/7%3E%20%3C"),
        ("http://v.org/{+id}", "", "a/b", "http://v.org/a/b"),
        ("http://v.org/{?id}", "", "a/b", "http://v.org/?id=a%2Fb"),
        ("http://v.org/?x=1{&id}", "", "a b", "http://v.org/?x=1&id=a%20b"),
        ("", "http://w.org/", 'a> . <x" \n', "http://w.org/a%3E%20.%20%3Cx%22"),
        ("", "http://w.org/", "Łódź", "http://w.org/Łódź"),
        ("", "http://w.org/", "a\ud800", "http://w.org/a%3F"),
    ],
)
def test_an_identifier_stands_for_an_iri(view: str, space: str, identifier: str, iri: str) -> None:
    assert iris(view, space, identifier) == iri


OLDER = {
    "rows": {
        "Q1": {"P19": [{"str": "a"}, {}, {"id": "Q5", "name": "human"}], "P569": [{"date": "1879"}]}
    }
}
DRAFTED = {
    "rows": [
        {"id": "Q1", "properties": [{"id": "P19", "values": [{"float": 1.5}, {"id": "Q5"}]}]},
        {"id": "Q7"},
        None,
    ]
}


@pytest.mark.parametrize(
    ("name", "answer", "values"),
    [
        ("wikidata", OLDER, {"P19": ("a", "human"), "P569": ("1879",)}),
        ("draft", DRAFTED, {"P19": ("1.5", "Q5")}),
        ("wikidata", {}, {}),
        ("wikidata", {"rows": {"Q1": []}}, {}),
    ],
)
def test_what_a_service_states_of_entities_is_read(
    name: str, answer: object, values: dict[str, tuple[str, ...]]
) -> None:
    answers = recorded(name)
    answers.posts = [answer]
    space = "http://www.wikidata.org/entity/" if name == "wikidata" else "https://lobid.org/gnd/"
    entities = [Iri(space + "Q1"), Iri(space + "Q2")]
    found = RemoteLinker(URL, answers).extend(entities, ["P19", "P569"])
    assert found == {entities[0]: values, entities[1]: {}}
    assert answers.asked == [{"ids": ["Q1", "Q2"], "properties": [{"id": "P19"}, {"id": "P569"}]}]


def test_a_service_that_states_nothing_of_entities_says_so() -> None:
    with pytest.raises(SourceUnavailableError, match="does not tell what it knows"):
        RemoteLinker(URL, recorded("viaf")).extend([Iri("http://viaf.org/viaf/1")], ["x"])
