import json

import pytest

import tertium
from tertium.api.reconciling import Kind, Reconciler, Version
from tertium.errors import UnknownEntityError

from .graphs import Linked


def suggested(service: Reconciler, kind: Kind, prefix: str, **page: int) -> list[object]:
    answer = service.suggest(kind, prefix, Version.FINAL, **page)
    return [one["id"] for one in json.loads(json.dumps(answer))["result"]]


@pytest.mark.parametrize(
    ("prefix", "found"),
    [
        ("Ada", ["ada"]),
        ("lovel", ["ada", "lovelace-road"]),
        ("smith", ["smith", "smith-2"]),
        ("ex:ada", ["ada"]),
        ("k2", ["k2", "rival"]),
        ("Ada Lovelase", ["ada", "lovelace-road"]),
        ("urn:elsewhere", ["urn:elsewhere"]),
        ("zz", []),
        ("  ", []),
    ],
)
def test_an_entity_is_found_as_one_types(
    service: Reconciler, prefix: str, found: list[str]
) -> None:
    assert suggested(service, Kind.ENTITY, prefix) == found


def test_suggestions_come_in_pages(service: Reconciler) -> None:
    assert suggested(service, Kind.ENTITY, "smith", limit=1) == ["smith"]
    assert suggested(service, Kind.ENTITY, "smith", limit=1, offset=1) == ["smith-2"]
    assert suggested(service, Kind.ENTITY, "smith", offset=10**9) == []


TT = "https://w3id.org/tertium/ontology#"


@pytest.mark.parametrize(
    ("prefix", "found"),
    [
        ("", ["City", "Person", "Author"]),
        ("per", ["Person"]),
        ("some", ["Author"]),
        ("tt:City", ["City"]),
        ("…", []),
        ("planet", []),
    ],
)
def test_a_type_is_found_by_the_beginning_of_a_word(
    service: Reconciler, prefix: str, found: list[str]
) -> None:
    assert suggested(service, Kind.TYPE, prefix) == [TT + name for name in found]


def test_a_property_is_found_by_the_beginning_of_a_word(service: Reconciler) -> None:
    assert suggested(service, Kind.PROPERTY, "birth") == ["birthPlace", "birthDate"]
    assert suggested(service, Kind.PROPERTY, "pseudonym") == ["pseudonym"]
    assert "religion" in suggested(service, Kind.PROPERTY, "")


def test_a_suggestion_says_what_it_is(service: Reconciler) -> None:
    answer = json.loads(json.dumps(service.suggest(Kind.ENTITY, "Ada", Version.DRAFT)))
    (ada,) = answer["result"]
    assert ada["lang"] == "en"
    assert ada["notable"] == [{"id": TT + "Person", "name": "person", "lang": "en"}]
    answer = json.loads(json.dumps(service.suggest(Kind.TYPE, "author", Version.FINAL)))
    assert answer["result"][0]["description"] == "1 entity"


def proposed(service: Reconciler, kind: str, **words: int) -> list[object]:
    answer = json.loads(json.dumps(service.propose(kind, **words)))
    assert answer.get("type", "") == kind
    return [one["id"] for one in answer["properties"]]


def test_properties_of_a_type_are_proposed_but_nothing_sensitive(service: Reconciler) -> None:
    assert proposed(service, "tt:Person", limit=2) == ["birthPlace", "pseudonym"]
    assert "religion" not in proposed(service, "tt:Person")
    assert proposed(service, "tt:City") == ["members"]
    assert proposed(service, "tt:Planet") == []
    assert proposed(service, "no type") == []
    assert set(proposed(service, "")) >= {"birthPlace", "members"}


def test_a_preview_shows_whom_it_is_about(service: Reconciler) -> None:
    page = service.preview("ada")
    assert page.startswith("<!DOCTYPE html>")
    assert '<strong dir="auto">Ada Lovelace</strong>' in page
    assert "person" in page


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (Kind.ENTITY, "ada", "Ada Lovelace"),
        (Kind.TYPE, "tt:City", "city"),
        (Kind.PROPERTY, "birthPlace", "place of birth"),
    ],
)
def test_a_flyout_shows_whatever_was_suggested(
    service: Reconciler, kind: Kind, name: str, said: str
) -> None:
    flyout = json.loads(json.dumps(service.flyout(kind, name)))
    assert flyout["id"] == name
    assert said in flyout["html"]


@pytest.mark.parametrize("name", ["nobody", "no identifier", ""])
def test_of_nobody_there_is_no_preview(service: Reconciler, name: str) -> None:
    with pytest.raises(UnknownEntityError):
        service.preview(name)


def test_without_counts_only_what_is_asked_for_is_known(people: tertium.KnowledgeGraph) -> None:
    remote = Linked(people)
    remote.sidecar = None
    service = Reconciler(remote)
    manifest = service.manifest("https://example.org/reconcile", Version.FINAL)
    assert manifest["defaultTypes"] == []
    assert manifest["view"] == {"url": "https://example.org/reconcile/preview?id={{id}}"}
    assert suggested(service, Kind.ENTITY, "London") == ["https://w3id.org/tertium/id/london"]
    assert suggested(service, Kind.TYPE, "per") == []
    assert suggested(service, Kind.PROPERTY, "") == []
    assert proposed(service, "tt:Person") == []
    assert "Ada" in service.preview("ex:ada")
