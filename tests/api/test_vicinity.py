import pytest
import rdflib

import tertium
from tertium.errors import BadLanguageTagError, UnknownEntityError
from tertium.model.comparison import GraphInfo
from tertium.model.vicinity import Vicinity
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.store.rdflib_graph import RdflibStore
from tests.api.conftest import PREFIXES

EX = "https://w3id.org/tertium/id/"
PEOPLE = "".join(
    f'ex:{name} a tt:Person ; rdfs:label "{name.title()}"@en .'
    for name in ("anna", "boris", "clara", "david", "emma")
)
CLUB = 'ex:club a tt:Body ; rdfs:label "Club"@en . ex:union a tt:Body ; rdfs:label "Union"@en .'
TALE = """
ex:anna tt:memberOf ex:club, ex:union ; tt:allyOf ex:q17 ; tt:opponentOf ex:boris .
ex:boris tt:memberOf ex:club ; tt:opponentOf ex:anna .
ex:clara tt:memberOf ex:club, ex:union ; tt:allyOf ex:q17 .
ex:club tt:allyOf ex:q17 .
ex:david tt:studentOf ex:anna .
ex:q17 a tt:Person .
ex:q18 a tt:Person ; tt:studentOf ex:anna .
ex:nobody tt:note "alone" .
"""


@pytest.fixture(scope="module")
def tale(tmp_path_factory: pytest.TempPathFactory) -> tertium.KnowledgeGraph:
    path = tmp_path_factory.mktemp("tale") / "tale.ttl"
    path.write_text(PREFIXES + PEOPLE + CLUB + TALE, encoding="utf-8")
    return tertium.open(path)


def like(found: Vicinity) -> dict[str, list[str]]:
    return {one.entity.label: [v.label for v in one.shared] for one in found.kindred}


def mentioned(found: Vicinity) -> dict[str, tuple[list[str], int]]:
    return {
        one.predicate.label: ([s.label for s in one.subjects], one.more) for one in found.mentions
    }


def test_like_is_what_shares_what_few_have_and_is_of_the_same_class(
    tale: tertium.KnowledgeGraph,
) -> None:
    assert like(tale.vicinity("Anna")) == {"Clara": ["Union", "Club", "q17"], "Boris": ["Club"]}


def test_who_mentions_it_is_told_by_property_those_with_names_first(
    tale: tertium.KnowledgeGraph,
) -> None:
    found = tale.vicinity("Anna")
    assert mentioned(found) == {"opponent": (["Boris"], 0), "student of": (["David", "q18"], 0)}
    assert [kind.label for kind in found.kinds] == ["person"]
    assert not found.crowded


def test_what_nothing_mentions_stands_alone(tale: tertium.KnowledgeGraph) -> None:
    assert tale.vicinity(f"{EX}nobody") == Vicinity()


def test_of_more_than_can_be_named_the_rest_is_counted(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    many = "".join(f'ex:p{n} tt:studentOf ex:anna ; rdfs:label "P{n}"@en .' for n in range(12))
    path = tmp_path_factory.mktemp("many") / "many.ttl"
    path.write_text(PREFIXES + PEOPLE + many, encoding="utf-8")
    ((_, (named, more)),) = mentioned(tertium.open(path).vicinity("Anna")).items()
    assert (len(named), more) in {(8, 4), (0, 12)}


def test_a_property_without_a_word_in_the_ontology_has_its_own_name(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("own") / "own.ttl"
    path.write_text(PREFIXES + PEOPLE + "ex:boris ex:admires ex:anna .", encoding="utf-8")
    assert mentioned(tertium.open(path).vicinity("Anna")) == {"admires": (["Boris"], 0)}


def elsewhere() -> tertium.KnowledgeGraph:
    graph = rdflib.Dataset()
    graph.parse(data=PREFIXES + PEOPLE + CLUB + TALE, format="turtle")
    return tertium.KnowledgeGraph(Reader(RdflibStore(graph), bundled_catalogue()), info=GraphInfo())


def test_elsewhere_it_is_only_asked_what_it_is() -> None:
    found = elsewhere().vicinity(f"{EX}anna")
    assert (found.kindred, found.mentions) == ((), ())
    assert [kind.label for kind in found.kinds] == ["Person"]


def test_nobody_is_told_to_have_what_is_sensitive(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("faith") / "faith.ttl"
    faith = "ex:anna tt:religion ex:faith ; tt:allyOf ex:faith . ex:faith rdfs:label 'Faith'@en ."
    path.write_text(PREFIXES + PEOPLE + faith, encoding="utf-8")
    assert mentioned(tertium.open(path).vicinity("Faith")) == {"ally": (["Anna"], 0)}


def test_what_is_unknown_is_an_error(tale: tertium.KnowledgeGraph) -> None:
    with pytest.raises(UnknownEntityError):
        tale.vicinity("Zoe")
    with pytest.raises(BadLanguageTagError):
        tale.vicinity("Anna", language="xx")


def test_pairs_are_of_different_classes_and_have_names(tale: tertium.KnowledgeGraph) -> None:
    assert [(a.label, b.label) for a, b in tale.pairs()] == [("Anna", "Clara")]
    assert tale.pairs(limit=0) == ()


def test_where_nothing_was_counted_no_pairs_are_offered(tale: tertium.KnowledgeGraph) -> None:
    assert elsewhere().pairs() == ()
    counted = tertium.KnowledgeGraph(elsewhere().reader, info=GraphInfo(), sidecar=tale.sidecar)
    assert counted.pairs() == ()
