from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from tertium.errors import SourceUnavailableError
from tertium.model.terms import Iri
from tertium.queries.batching import LONGEST, in_parts
from tertium.queries.binding import blocks
from tertium.queries.catalogue import Catalogue
from tertium.queries.gathering import QueryGatherer
from tertium.queries.lookups import LookupGatherer
from tertium.store.endpoint import EndpointStore
from tertium.store.oxigraph import OxigraphStore
from tertium.store.profile import GENERIC, profiles
from tests.queries.builders import graph
from tests.store.serving import Endpoint, Reply, answering, serve

THINGS = tuple(Iri(f"http://example.org/thing/{number:05}") for number in range(3000))
TAGS = ("en", "")
AGENT = "tertium/test (someone@example.org)"
LIMIT = 1_000_000


@pytest.fixture(scope="module")
def many() -> OxigraphStore:
    labels = ("en", "de")
    return graph("".join(f"<{t}> rdfs:label 'Ä'@{labels[n % 2]} ." for n, t in enumerate(THINGS)))


@contextmanager
def served(store: OxigraphStore, limit: int) -> Iterator[Endpoint]:
    """Serve a store as behind a web server that takes so many bytes."""
    right = answering(store)
    with serve(lambda text: right(text) if len(text) < limit else Reply(status=413)) as endpoint:
        yield endpoint


def asking(endpoint: Endpoint, catalogue: Catalogue) -> QueryGatherer:
    brisk = replace(profiles()[GENERIC], timeout=30)
    return QueryGatherer(EndpointStore(endpoint.url, agent=AGENT, profile=brisk), catalogue)


def things_in(text: str) -> list[str]:
    first = next(block for block in blocks(text) if block.names == ("subject",))
    return [iri.strip("<>") for iri in text[first.start : first.end].split()]


def test_a_short_question_is_asked_once(catalogue: Catalogue) -> None:
    query = catalogue["gather/names"]
    assert [*in_parts(query, THINGS[:9], tag=TAGS)] == [query.bind(subject=THINGS[:9], tag=TAGS)]


def test_a_long_question_asks_about_each_thing_once(catalogue: Catalogue) -> None:
    parts = [*in_parts(catalogue["gather/names"], THINGS, tag=TAGS)]
    assert len(parts) > 1
    assert max(map(len, parts)) <= LONGEST
    assert [thing for part in parts for thing in things_in(part)] == [*THINGS]


def test_what_is_too_long_by_itself_is_asked_all_the_same(catalogue: Catalogue) -> None:
    long = Iri("http://example.org/" + "x" * LONGEST)
    assert len([*in_parts(catalogue["gather/nodes"], (long, *THINGS[:2]))]) == 2


def test_names_in_parts_are_the_names(many: OxigraphStore, catalogue: Catalogue) -> None:
    looked_up = LookupGatherer(many).named(THINGS, TAGS)
    with served(many, LIMIT) as endpoint:
        found = asking(endpoint, catalogue).named(THINGS, TAGS)
    assert found.triples == looked_up.triples
    assert len(endpoint.asked) > 2
    assert {asked.method for asked in endpoint.asked} == {"POST"}


def test_what_is_above_many_things_is_asked_in_parts(catalogue: Catalogue) -> None:
    store = graph("".join(f"<{t}> rdfs:subClassOf ex:top ." for t in THINGS))
    with served(store, LIMIT) as endpoint:
        found = asking(endpoint, catalogue).broader(THINGS)
    assert {thing: found[thing] for thing in THINGS} == LookupGatherer(store).broader(THINGS)


def test_an_endpoint_that_takes_less_is_quoted(many: OxigraphStore, catalogue: Catalogue) -> None:
    with served(many, LIMIT // 100) as endpoint, pytest.raises(SourceUnavailableError) as caught:
        asking(endpoint, catalogue).named(THINGS, TAGS)
    assert "the question is longer than it takes (HTTP Error 413: " in caught.value.problem
