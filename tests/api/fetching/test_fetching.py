from dataclasses import replace
from pathlib import Path

import pytest

import tertium
from tertium.api.fetching import Wanted
from tertium.errors import (
    BadIdentifierError,
    MissingEntityError,
    SourceUnavailableError,
    UnknownEntityError,
)
from tertium.fetch.fetcher import Caching
from tertium.store.directory import open_directory
from tests.api.fetching.conftest import Fetch
from tests.store.serving import Reply
from tests.wikidata.documents import Document
from tests.wikidata.serving import Wikidata

ODO, HUGH, PROPERTY = "Q454553", "Q540099", "P17"


def document(server: Wikidata, identifier: str) -> Document:
    version = server.site.current(identifier)
    assert version is not None
    return version.document


def renamed(whole: Document, name: str) -> Document:
    return {**whole, "labels": {"en": {"language": "en", "value": name}}}


def names(store: Path) -> list[str]:
    return [file.name.rpartition("/")[2] for file in open_directory(store).manifest.files]


def test_two_are_compared_when_the_server_is_gone(
    fetch: Fetch, server: Wikidata, store: Path
) -> None:
    report = fetch(ODO, HUGH)
    page = tertium.open(store).compare(ODO, HUGH)
    server.cut_off()
    again = tertium.open(store).compare(ODO, HUGH)
    assert again.to_json() == page.to_json()
    assert again.render("markdown") == page.render("markdown")
    assert [one.identifier for one in report.documents] == [ODO, HUGH]
    assert report.requests == len(server.requests) < 20
    assert server.busiest == 1


def test_a_page_says_which_revisions_were_fetched_and_when(fetch: Fetch, store: Path) -> None:
    odo, hugh = fetch(ODO, HUGH).documents
    kg = tertium.open(store)
    page = kg.compare(HUGH, ODO)
    said = [f"{one.identifier} is revision {one.revision.number} of" for one in (hugh, odo)]
    text = page.render("markdown")
    assert text.index(said[0]) < text.index(said[1])
    assert "fetched on 15 January 2027" in text
    assert [one.entity.rpartition("/")[2] for one in page.comparison.graph.fetched] == [HUGH, ODO]
    german = kg.compare(HUGH, ODO, language="de").render("markdown")
    assert f"Abgerufen: {HUGH} ({hugh.revision.number}, 127.0.0.1, 2027-01-15);" in german
    assert "revision" not in tertium.open().describe("Joseph Stalin").render("markdown")


def test_values_properties_and_classes_have_names(fetch: Fetch, store: Path) -> None:
    report = fetch(ODO, HUGH)
    kg = tertium.open(store)
    page = kg.describe(ODO)
    assert "| **country of citizenship** | France" in page.render("markdown")
    assert report.neighbours > 100
    assert kg.find("human")[0].entity.iri.endswith("/Q5")
    assert kg.query("ASK { wd:Q36180 wdt:P279 [ wdt:P279 [ rdfs:label ?name ] ] }") is True


def test_classes_are_fetched_as_far_up_as_wanted(fetch: Fetch, server: Wikidata) -> None:
    asked = {}
    for classes in (0, 1, 3):
        report = fetch(ODO, caching=Caching.NEVER, wanted=Wanted(classes=classes, anew=True))
        asked[classes] = (report.neighbours, report.requests)
    assert asked[0] < asked[1] < asked[3]
    props = [request.form.get("props", "") for request in server.requests]
    assert any("claims" in one for one in props)
    assert any("claims" not in one for one in props)


def test_languages_are_those_which_are_wanted(fetch: Fetch, server: Wikidata) -> None:
    fetch(ODO, wanted=Wanted(languages=("de", "mul", "fr")))
    tags = {request.form["languages"] for request in server.requests if "ids" in request.form}
    assert tags == {"de|mul|fr"}


def test_how_much_is_fetched_is_told(fetch: Fetch) -> None:
    told: list[tuple[int, int]] = []
    report = fetch(ODO, tell=lambda done, total: told.append((done, total)))
    assert told[0] == (1, 1)
    assert told[-1] == (1 + report.neighbours + report.unnamed,) * 2
    assert report.unnamed > 0
    assert told == sorted(told)


def test_what_was_fetched_is_not_asked_for_again(
    fetch: Fetch, server: Wikidata, store: Path
) -> None:
    fetch(ODO)
    before = open_directory(store).manifest
    server.requests.clear()
    report = fetch(ODO)
    assert report.documents[0].cached
    assert not [path for path in server.paths if path.startswith("/wiki/")]
    assert open_directory(store).manifest.version == before.version


def test_what_was_fetched_can_be_had_offline(fetch: Fetch, server: Wikidata, store: Path) -> None:
    fetch(ODO)
    fetch(HUGH)
    server.cut_off()
    for file in [*store.parent.glob("store")]:
        file.rename(store.parent / "other")
    report = fetch(HUGH, ODO, caching=Caching.OFFLINE)
    assert report.requests == 0
    assert report.unnamed > 0
    assert tertium.open(store).compare(HUGH, ODO).rows
    with pytest.raises(SourceUnavailableError, match="not in the cache"):
        fetch("Q918431", caching=Caching.OFFLINE)


def test_a_newer_revision_takes_the_place_of_the_older(
    fetch: Fetch, server: Wikidata, store: Path
) -> None:
    first = fetch(ODO).documents[0]
    whole = document(server, ODO)
    claims = whole["claims"]
    assert isinstance(claims, dict)
    less = {key: value for key, value in claims.items() if key not in {"P569", "P570"}}
    server.site.save({**renamed(whole, "Odo the Second"), "claims": less})
    second = fetch(ODO, caching=Caching.RENEW).documents[0]
    assert second.revision.number > first.revision.number
    kg = tertium.open(store)
    page = kg.describe(ODO)
    labels = {row.predicate.label for row in page.rows}
    assert "date of birth" not in labels
    assert page.title == "Odo the Second"
    assert kg.find("Odo the Second")[0].exact
    assert kg.query("ASK { wd:Q454553 rdfs:label 'Odo the Second'@en }") is True
    assert kg.query("ASK { wd:Q454553 rdfs:label 'Odo of Cluny'@en }") is False
    documents = [name for name in names(store) if name.startswith(ODO)]
    assert documents == [f"{ODO}.json?revision={second.revision.number}"]


def test_an_older_revision_can_be_wanted(fetch: Fetch, server: Wikidata, store: Path) -> None:
    old = server.site.current(ODO)
    assert old is not None
    server.site.save(renamed(old.document, "Odo the Second"))
    fetch(ODO)
    report = fetch(ODO, wanted=Wanted(revisions={ODO: old.revision}))
    assert report.documents[0].revision.number == old.revision
    assert tertium.open(store).describe(ODO).title == "Odo of Cluny"
    with pytest.raises(MissingEntityError, match=f"no revision 7 of {ODO}"):
        fetch(ODO, wanted=Wanted(revisions={ODO: 7}))


def test_an_answer_with_another_revision_is_none(fetch: Fetch, server: Wikidata) -> None:
    old, new = server.site.current(ODO), server.site.save(document(server, ODO))
    assert old is not None

    def newer(right: Reply) -> Reply:
        body = right.body if isinstance(right.body, str) else right.body.decode()
        return replace(right, body=body.replace(str(old.revision), str(new.revision)))

    server.misbehave(newer, at="/wiki/")
    with pytest.raises(SourceUnavailableError, match=f"{new.revision}, not {old.revision}"):
        fetch(ODO, wanted=Wanted(revisions={ODO: old.revision}))


def test_an_item_that_was_merged_is_found_by_either_name(
    fetch: Fetch, server: Wikidata, store: Path
) -> None:
    server.site.merge("Q99999", ODO)
    server.site.merge("Q5", "Q483501")
    report = fetch("Q99999", HUGH)
    assert (report.documents[0].asked, report.documents[0].identifier) == ("Q99999", ODO)
    kg = tertium.open(store)
    assert kg.resolve("Q99999").endswith(ODO)
    assert kg.resolve("Q5").endswith("Q483501")
    assert "http://www.wikidata.org/entity/Q99999" in kg.describe("Q99999").entities[0].same_as
    fetch(ODO)
    assert tertium.open(store).resolve("Q99999").endswith(ODO)


def test_an_item_that_was_deleted_is_named(fetch: Fetch, server: Wikidata, store: Path) -> None:
    server.site.delete(HUGH)
    with pytest.raises(MissingEntityError, match=f"has no {HUGH}: it was deleted"):
        fetch(ODO, HUGH)
    assert not store.exists()


def test_a_neighbour_that_was_deleted_has_no_name(fetch: Fetch, server: Wikidata) -> None:
    before = fetch(ODO, caching=Caching.NEVER, wanted=Wanted(anew=True))
    server.site.delete("Q5")
    after = fetch(ODO, caching=Caching.NEVER, wanted=Wanted(anew=True))
    assert after.unnamed > before.unnamed


def test_a_neighbour_is_named_anew_when_that_is_wanted(
    fetch: Fetch, server: Wikidata, store: Path
) -> None:
    fetch(ODO)
    server.site.save(renamed(document(server, "Q5"), "mankind"))
    fetch(ODO)
    assert tertium.open(store).find("human")[0].exact
    fetch(ODO, caching=Caching.RENEW, wanted=Wanted(anew=True))
    found = tertium.open(store).find("mankind")
    assert [one.entity.iri.rpartition("/")[2] for one in found if one.exact] == ["Q5"]


def test_a_property_can_be_fetched(fetch: Fetch, store: Path) -> None:
    fetch(PROPERTY)
    assert tertium.open(store).describe("wd:P17").title == "country"


def test_without_neighbours_no_names_are_asked(fetch: Fetch, server: Wikidata, store: Path) -> None:
    server.site.save({**renamed(document(server, "Q5"), "alone"), "id": "Q77", "claims": {}})
    report = fetch("Q77")
    assert (report.neighbours, report.requests) == (0, 2)
    assert len(names(store)) == 1


def test_what_is_no_identifier_is_refused(fetch: Fetch, server: Wikidata) -> None:
    with pytest.raises(BadIdentifierError):
        fetch("Trotsky")
    assert not server.requests


def test_a_server_that_lags_is_asked_later(fetch: Fetch, server: Wikidata) -> None:
    server.lag = 99
    with pytest.raises(SourceUnavailableError, match=r"given up after 4 attempts.*maxlag"):
        fetch(ODO)


def test_a_site_that_does_not_name_its_iris_is_no_wikibase(fetch: Fetch, server: Wikidata) -> None:
    server.misbehave(lambda right: replace(right, body="{}"), at="/w/api.php")
    with pytest.raises(SourceUnavailableError, match="no Wikibase"):
        fetch(ODO)


def test_another_wikibase_has_iris_of_its_own(fetch: Fetch, server: Wikidata, store: Path) -> None:
    def ours(right: Reply) -> Reply:
        body = right.body if isinstance(right.body, str) else right.body.decode()
        return replace(right, body=body.replace("www.wikidata.org", "base.example.org"))

    server.misbehave(ours, at="/w/api.php")
    fetch(ODO)
    kg = tertium.open(store)
    assert kg.resolve("Odo of Cluny") == f"http://base.example.org/entity/{ODO}"
    with pytest.raises(UnknownEntityError):
        kg.resolve(f"wd:{ODO}")


ODD = {
    "another entity": b'{"entities": {"P17": {"id": "Q1", "type": "item"}}}',
    "fewer": b'{"entities": {}}',
    "no object": b'{"entities": {"P17": 5}}',
    "an error": b'{"error": 5}',
    "a malformed claim": b'{"entities": {"P17": {"id": "P17", "type": "property"}}}',
}


@pytest.mark.parametrize("name", ODD)
def test_odd_records_are_an_error(fetch: Fetch, server: Wikidata, store: Path, name: str) -> None:
    def odd(right: Reply) -> Reply:
        return replace(right, body=ODD[name])

    fetch(PROPERTY)
    server.misbehave(odd, at="/w/api.php")
    with pytest.raises(SourceUnavailableError, match=r"its answer|something went wrong"):
        fetch(ODO)
    assert len(open_directory(store).manifest.loads) == 1
