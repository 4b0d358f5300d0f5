from collections.abc import Iterable

import pytest

from tertium.errors import AmbiguousEntityError, UnknownEntityError
from tertium.model.terms import Iri
from tertium.queries.catalogue import Catalogue
from tertium.queries.finding import Finder
from tertium.queries.reader import Reader
from tertium.store.oxigraph import OxigraphStore
from tertium.store.sidecar import Match, Nearness, build_sidecar
from tests.queries.builders import ex, graph, src, tt

TOWNS = """
ex:washington a tt:Person ; rdfs:label "George Washington"@en ; tt:shortName "Washington"@en ;
    schema:description "first President"@en .
ex:washington-dc a tt:City ; rdfs:label "Washington"@en ; skos:exactMatch wd:Q61 .
src:washington a tt:Source ; rdfs:label "George Washington"@en .
tt:Person a owl:Class ; rdfs:label "person"@en .
ex:bare-node tt:anything "x" .
s:1 rdf:subject ex:unlabelled ; rdf:predicate tt:gender ; rdf:object ex:male .
ex:capital owl:sameAs wd:Q61 ; rdfs:label "capital"@en .
"""


class NoIndex:
    def alike(self, text: str) -> dict[Iri, Match]:
        raise AssertionError(text)

    def identified(self, text: str) -> dict[Iri, Match]:
        raise AssertionError(text)

    def described(self, text: str, *, limit: int) -> tuple[Match, ...]:
        raise AssertionError(text, limit)

    def candidates(self, text: str, *, limit: int) -> tuple[Match, ...]:
        raise AssertionError(text, limit)

    def weights(self, iris: Iterable[Iri]) -> dict[Iri, int]:
        return dict.fromkeys(iris, 0)

    def rarity(self, word: str) -> None:
        del word

    def informs(self, iri: Iri) -> None:
        del iri

    def kinds(self, iris: Iterable[Iri]) -> dict[Iri, tuple[Iri, ...]]:
        raise AssertionError(iris)


def finder_in(store: OxigraphStore, catalogue: Catalogue) -> Finder:
    sidecar = build_sidecar(store.engine, None, version="1")
    return Finder(Reader(store, catalogue), sidecar.names)


@pytest.fixture(scope="module")
def finder(store: OxigraphStore, catalogue: Catalogue) -> Finder:
    return finder_in(store, catalogue)


@pytest.fixture
def towns(catalogue: Catalogue) -> Finder:
    return finder_in(graph(TOWNS), catalogue)


@pytest.mark.parametrize(
    "text",
    [
        *("Joseph Stalin", "Stalin", "Koba", "joseph stálin", "Иосиф Сталин"),
        *("ex:stalin", "https://w3id.org/tertium/id/stalin", "wd:Q855", "Q855"),
    ],
)
def test_every_name_and_identifier_resolves(finder: Finder, text: str) -> None:
    assert finder.resolve(text) == ex("stalin")


def test_without_an_index_a_name_must_be_spelt_exactly(
    store: OxigraphStore, catalogue: Catalogue
) -> None:
    asking = Finder(Reader(store, catalogue))
    assert asking.resolve("Koba") == ex("stalin")
    assert asking.find("wd:Q855")[0].entity.iri == ex("stalin")
    with pytest.raises(UnknownEntityError):
        asking.resolve("koba")


def test_an_identifier_needs_no_index(store: OxigraphStore, catalogue: Catalogue) -> None:
    finder = Finder(Reader(store, catalogue), NoIndex())
    assert finder.resolve("ex:stalin") == finder.resolve("Q855") == ex("stalin")


def test_a_find_tells_what_it_found_and_why(finder: Finder) -> None:
    best = finder.find("Lev Bronstein")[0]
    assert (best.entity.label, best.matched) == ("Leon Trotsky", "Lev Bronstein")
    assert (best.description, best.exact, best.score) == ("Russian revolutionary", True, 1.0)
    assert best.entity.types == (tt("Person"),)


def test_a_misspelt_name_is_found_but_not_resolved(finder: Finder) -> None:
    assert finder.find("Leon Trotzky")[0].entity.iri == ex("trotsky")
    assert not finder.find("Leon Trotzky")[0].exact
    with pytest.raises(UnknownEntityError, match="did you mean Leon Trotsky"):
        finder.resolve("Leon Trotzky")


def test_nothing_is_found(finder: Finder) -> None:
    assert finder.find("xyzzy") == ()


@pytest.mark.parametrize("text", ["xyzzy", "Q1", "wd:Q1", "ex:nobody", "http://a b", ""])
def test_what_is_unknown_says_so(finder: Finder, text: str) -> None:
    with pytest.raises(UnknownEntityError):
        finder.resolve(text)


def test_sources_and_the_ontology_come_last(finder: Finder, towns: Finder) -> None:
    iris = [found.entity.iri for found in finder.find("Trotsky")]
    assert iris[0] == ex("trotsky")
    assert iris[-1] == src("service2009")
    assert towns.resolve("George Washington") == ex("washington")
    assert towns.resolve("person") == tt("Person")


def test_as_many_are_found_as_wanted(finder: Finder) -> None:
    assert len(finder.find("Trotsky", limit=1)) == 1


def test_an_ambiguous_name_lists_its_candidates(towns: Finder) -> None:
    with pytest.raises(AmbiguousEntityError) as caught:
        towns.resolve("Washington")
    assert caught.value.candidates == (
        "Washington <https://w3id.org/tertium/id/washington-dc>",
        "George Washington, first President <https://w3id.org/tertium/id/washington>",
    )


def test_an_identifier_of_two_things_is_ambiguous(towns: Finder) -> None:
    with pytest.raises(AmbiguousEntityError):
        towns.resolve("Q61")


def test_a_thing_without_a_label_resolves_by_its_iri(towns: Finder) -> None:
    assert towns.resolve("ex:unlabelled") == ex("unlabelled")


def test_classes_are_named(towns: Finder) -> None:
    best = towns.find("George Washington")[0]
    assert [kind.label for kind in best.classes] == ["person"]


def test_words_of_descriptions_are_the_last_resort(towns: Finder) -> None:
    best = towns.find("first president")[0]
    assert (best.entity.iri, best.nearness) == (ex("washington"), Nearness.DESCRIBED)
    assert best.matched == "first President"


def test_a_code_resolves_when_nothing_is_called_so(towns: Finder) -> None:
    assert towns.resolve("washington-dc") == ex("washington-dc")


@pytest.mark.parametrize("text", ["W. Washington", "Washington, George", "Georg Washington"])
def test_what_is_not_called_so_is_hinted_at(towns: Finder, text: str) -> None:
    with pytest.raises(UnknownEntityError, match="George Washington"):
        towns.resolve(text)


def test_what_is_meant_hardly_is_no_hint(finder: Finder) -> None:
    with pytest.raises(UnknownEntityError, match=r"did you mean Leon Trotsky\?$"):
        finder.resolve("Leon Trotzky")
