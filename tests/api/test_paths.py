import json

import pytest
import rdflib

import tertium
from tertium.api.surveying import Surveying
from tertium.errors import BadParameterError, SelfComparisonError, UnknownEntityError
from tertium.model.paths import Path as Found
from tertium.model.paths import PathKind
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.store.protocol import ask
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.api.conftest import PREFIXES

EX = "https://w3id.org/tertium/id/"
PEOPLE = "".join(
    f'ex:{name} a tt:Person ; rdfs:label "{name.title()}"@en .'
    for name in ("anna", "boris", "clara", "david", "emma", "frank", "greta", "hugo")
)
BODIES = 'ex:club a tt:Body ; rdfs:label "Club"@en ; tt:inText "the club"@en .'


def stated(name: str, subject: str, predicate: str, value: str, *more: str) -> str:
    return (
        f"s:{name} a tt:Statement ; rdf:subject ex:{subject} ; rdf:predicate tt:{predicate} ;"
        f" rdf:object ex:{value} {''.join(f'; {part} ' for part in more)}."
    )


def years(start: int, end: int) -> str:
    return f'tt:startTime "{start}"^^xsd:gYear ; tt:endTime "{end}"^^xsd:gYear'


TALE = "\n".join(
    (
        stated("ab", "boris", "opponentOf", "anna", years(1918, 1940)),
        stated("ab-then", "anna", "opponentOf", "boris", "tt:rank tt:deprecated"),
        stated("ac", "anna", "memberOf", "club", years(1919, 1952)),
        stated("ac-again", "anna", "memberOf", "club", years(1960, 1961)),
        stated("bc", "boris", "memberOf", "club", years(1919, 1926)),
        stated("ad", "anna", "studentOf", "david"),
        stated("de", "david", "allyOf", "emma"),
        stated("eb", "emma", "allyOf", "boris"),
        stated("hh", "hugo", "allyOf", "hugo"),
        "ex:frank tt:allyOf ex:no-label . ex:greta tt:allyOf ex:no-label .",
        "ex:no-label a tt:Person .",
        "ex:countess owl:sameAs ex:hugo . ex:countess rdfs:label 'Countess'@en .",
    )
)


@pytest.fixture(scope="module")
def tale(tmp_path_factory: pytest.TempPathFactory) -> tertium.KnowledgeGraph:
    path = tmp_path_factory.mktemp("tale") / "tale.ttl"
    path.write_text(PREFIXES + PEOPLE + BODIES + TALE, encoding="utf-8")
    return tertium.open(path)


def texts(paths: tuple[Found, ...]) -> list[str]:
    return [path.text for path in paths]


def test_statements_come_first_then_what_both_share_then_the_rest(
    tale: tertium.KnowledgeGraph,
) -> None:
    paths = tale.paths("Anna", "Boris")
    assert texts(paths.direct) == ["Boris was an opponent of Anna from 1918 to 1940."]
    assert texts(paths.shared) == [
        "Anna was a member of the club from 1919 to 1952, as was Boris from 1919 to 1926."
    ]
    assert texts(paths.longer) == [
        "Anna was a pupil of David, who was allied with Emma, who was allied with Boris."
    ]
    assert [path.kind for path in paths.paths] == list(PathKind)
    assert paths.cuts == ()


def test_the_score_falls_with_each_step_and_rises_when_dates_meet(
    tale: tertium.KnowledgeGraph,
) -> None:
    direct, shared, longer = tale.paths("Anna", "Boris").paths
    assert direct.score == 1 > shared.score > longer.score > 0.6


def test_every_claim_of_a_path_holds_of_the_graph(tale: tertium.KnowledgeGraph) -> None:
    for path in tale.paths("Anna", "Boris").paths:
        assert path.sentence.evidence == path.statements
        assert all(ask(tale.reader.store, claim.ask) for claim in path.sentence.claims)


def test_only_so_many_steps_and_paths_are_told(tale: tertium.KnowledgeGraph) -> None:
    assert len(tale.paths("Anna", "Boris", steps=1).paths) == 1
    assert len(tale.paths("Anna", "Boris", steps=2).paths) == 2
    assert len(tale.paths("Anna", "Boris", limit=1).paths) == 2


def test_without_a_meaningful_link_it_says_so(tale: tertium.KnowledgeGraph) -> None:
    paths = tale.paths("Clara", "Hugo")
    assert not paths
    assert (paths.title, paths.steps) == ("Clara and Hugo", 4)


def test_what_has_no_name_may_be_between(tale: tertium.KnowledgeGraph) -> None:
    (path,) = tale.paths("Frank", "Greta").shared
    assert path.text == "Frank was allied with no label, as was Greta."


def test_a_page_tells_what_both_have_to_do_with_unless_the_table_does() -> None:
    lines = (
        stated("ac", "anna", "memberOf", "club"),
        stated("bc", "boris", "memberOf", "club"),
        stated("ca", "clara", "allyOf", "anna"),
        stated("cb", "clara", "opponentOf", "boris"),
        "ex:no-label a tt:Person ; tt:allyOf ex:anna , ex:boris .",
        *(f"ex:{name} tt:studentOf ex:anna , ex:boris ." for name in ("david", "emma")),
        *(f"ex:{name} tt:killed ex:anna , ex:boris ." for name in ("frank", "greta")),
    )
    kg = tertium.open(rdflib.Graph().parse(data=PREFIXES + PEOPLE + BODIES + "\n".join(lines)))
    page = kg.compare("Anna", "Boris")
    told = [sentence.text for sentence in page.narrative.relations]
    assert told[0] == "Clara was allied with Anna and was an opponent of Boris."
    assert len(told) == 3
    (first, *_) = json.loads(page.to_json())["relations"]
    assert [(step["from"], step["to"]) for step in first["path"]] == [
        (EX + "clara", EX + "anna"),
        (EX + "clara", EX + "boris"),
    ]
    assert kg.verify(page.to_json()) == ()
    assert kg.table("Anna", "Boris").connections == ()
    assert kg.compare("Anna", "Boris", at="1920").comparison.connections == ()
    assert kg.compare("Anna", "Boris", "Emma").comparison.connections[0].between == ()


def test_a_connection_that_is_no_more_fails_on_a_page(tale: tertium.KnowledgeGraph) -> None:
    page = tale.compare("Anna", "Boris").to_json()
    less = rdflib.Graph().parse(data=PREFIXES + PEOPLE + BODIES + stated("x", "anna", "x", "club"))
    failed = [failure.where for failure in tertium.open(less).verify(page)]
    assert "sentence 'Boris was an opponent of Anna from 1918 to 1940.'" in failed


def test_a_page_without_the_claims_of_its_connections_is_still_read(
    tale: tertium.KnowledgeGraph,
) -> None:
    page = json.loads(tale.compare("Anna", "Boris").to_json())
    for relation in page["relations"]:
        del relation["claims"]
    assert tale.verify(json.dumps(page)) == ()


@pytest.mark.parametrize(
    ("steps", "limit", "problem"),
    [(0, 1, "1 to 4 expected, not 0"), (5, 1, "1 to 4 expected"), (4, 0, "1 or more expected")],
)
def test_bad_bounds_are_refused(
    steps: int, limit: int, problem: str, tale: tertium.KnowledgeGraph
) -> None:
    with pytest.raises(BadParameterError, match=problem):
        tale.paths("Anna", "Boris", steps=steps, limit=limit)


def test_nobody_is_connected_with_themselves_or_with_nobody(tale: tertium.KnowledgeGraph) -> None:
    for other in ("Hugo", "Countess"):
        with pytest.raises(SelfComparisonError):
            tale.paths("Hugo", other)
    with pytest.raises(UnknownEntityError):
        tale.paths("Anna", "ex:nobody")


def test_a_graph_that_nobody_counted_is_surveyed_all_the_same(
    tale: tertium.KnowledgeGraph,
) -> None:
    ends = (Iri(EX + "anna"), Iri(EX + "boris"))
    elsewhere = Reader(RdflibStore(to_graph(tale.reader.store)), bundled_catalogue())
    asked = Surveying(elsewhere, Statistics()).between(ends, steps=4, limit=9)
    looked_up = Surveying(tale.reader, Statistics()).between(ends, steps=4, limit=9)
    assert asked == looked_up
    assert [len(chain.edges) for chain in asked.chains] == [2, 3]
    assert asked.cuts == (
        "nothing was counted in this graph: hubs are known by what leads to them alone",
    )


def crowd(count: int, line: str) -> rdflib.Graph:
    lines = "".join(line.format(number) for number in range(count))
    text = PREFIXES + PEOPLE + "ex:anna tt:allyOf ex:emma . ex:emma tt:allyOf ex:boris ." + lines
    return rdflib.Graph().parse(data=text, format="turtle")


def test_an_end_at_which_too_much_points_is_said_to_be_cut() -> None:
    kg = tertium.open(crowd(5100, "ex:p{0} tt:citizenship ex:boris ."))
    paths = kg.paths("Anna", "Boris")
    assert paths.cuts == ("too much points at Boris to be followed",)
    assert texts(paths.shared) == ["Anna was allied with Emma, who was allied with Boris."]


def test_loops_and_parallel_edges_add_nothing() -> None:
    more = "ex:anna tt:allyOf ex:anna . ex:emma tt:allyOf ex:emma ; tt:opponentOf ex:boris ."
    kg = tertium.open(crowd(1, more))
    assert [len(path.statements) for path in kg.paths("Anna", "Boris").paths] == [2]


def test_an_entity_with_a_crowd_around_it_is_searched_to_a_bound() -> None:
    kg = tertium.open(crowd(1_000, "ex:p{0} tt:q ex:x{0} . ex:anna tt:knows ex:p{0} , ex:x{0} ."))
    paths = kg.paths("Anna", "Boris")
    assert texts(paths.shared) == ["Anna was allied with Emma, who was allied with Boris."]


def test_what_meets_in_too_many_nodes_is_said_to_be_cut() -> None:
    kg = tertium.open(crowd(1_500, "ex:anna tt:q{0} ex:p{0} . ex:boris tt:r{0} ex:p{0} ."))
    (cut,) = kg.paths("Anna", "Boris", steps=2).cuts
    assert cut.endswith("more nodes in which paths might meet were not followed")


def test_neighbours_beyond_the_most_telling_are_said_to_be_cut() -> None:
    kg = tertium.open(crowd(300, "ex:p{0} tt:q{0} ex:anna , ex:x{0} . ex:boris tt:r{0} ex:x{0} ."))
    paths = kg.paths("Anna", "Boris")
    assert len(paths.longer) > 0
    assert "more neighbours of the ends were not followed" in paths.cuts[0]
