from concurrent.futures import ThreadPoolExecutor

from tertium.api.reconciling import Kind, Reconciler, Version

ROOT = "https://example.org/reconcile"


def test_the_manifest_says_where_everything_is(service: Reconciler) -> None:
    manifest = service.manifest(ROOT, Version.FINAL)
    assert manifest["versions"] == ["0.2", "1.0-draft"]
    assert manifest["name"] == "Tertium: people.ttl"
    assert manifest["identifierSpace"] == "https://w3id.org/tertium/id/"
    assert manifest["schemaSpace"] == "https://w3id.org/tertium/ontology#"
    assert manifest["view"] == {"url": "https://w3id.org/tertium/id/{{id}}"}


def test_the_manifest_of_the_draft_says_what_there_is(service: Reconciler) -> None:
    manifest = service.manifest(ROOT, Version.DRAFT)
    assert manifest["view"] == {"url": "https://w3id.org/tertium/id/{id}"}
    assert manifest["suggest"] == {"entity": True, "type": True, "property": True}
    assert manifest["standardizedScore"] is True


def test_several_threads_get_the_same_answers(service: Reconciler) -> None:
    asked = ['{"a": {"query": "Ada Lovelace"}, "b": {"query": "Smith"}}'] * 40
    alone = service.match(asked[0], Version.FINAL)
    with ThreadPoolExecutor(8) as threads:
        answers = threads.map(lambda document: service.match(document, Version.FINAL), asked)
        others = threads.map(lambda p: service.suggest(Kind.TYPE, p, Version.FINAL), "p" * 40)
        assert all(answer == alone for answer in answers)
        assert len({str(other) for other in others}) == 1
