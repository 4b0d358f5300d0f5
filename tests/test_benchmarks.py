"""The benchmarks compare like with like, and their scripts run."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

import tertium

ROOT = Path(__file__).resolve().parents[1]
FIXTURE = ROOT / "tests" / "fixtures" / "wikibase.ttl"
WD = "http://www.wikidata.org/entity/"
TT = "https://w3id.org/tertium/ontology#"
PAIR = (f"{WD}Q9000001", f"{WD}Q9000002")
SCRIPTS = (
    "compare",
    "faults",
    "fitting",
    "kinship",
    "linking",
    "load",
    "narrative",
    "opening",
    "paths",
    "peers.bare_load",
    "peers.oxrdflib_script",
    "peers.rdflib_script",
    "salience",
)

pytestmark = pytest.mark.skipif(
    not (ROOT / "benchmarks").is_dir(), reason="runs in a checkout only"
)


@pytest.fixture(scope="module")
def triples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from benchmarks.peers.bare_load import bare_load

    folder = tmp_path_factory.mktemp("triples")
    assert bare_load(FIXTURE, folder) > 0
    return folder


def test_all_contestants_tell_the_same_rows_but_for_what_is_unknown(triples: Path) -> None:
    pytest.importorskip("oxrdflib", reason="needs the extra `bench`")
    from benchmarks.contestants import floor_of, script_of, tertium_of
    from benchmarks.peers.oxrdflib_script import open_graph
    from benchmarks.peers.rdflib_script import Counting

    graphs = open_graph(triples), rdflib.Graph().parse(FIXTURE)
    scripts = [script_of("script", one, Counting.NOTHING) for one in graphs]
    told = [one.rows(PAIR) for one in (floor_of("", ox.Store.read_only(str(triples))), *scripts)]
    ours = tertium_of("", tertium.open(FIXTURE)).rows(PAIR)
    known = {row for row in ours if not row[2].startswith(TT)}
    unknown = {(f"{WD}P22", PAIR[0]), (f"{WD}P25", PAIR[1])}
    assert len(known) > 10
    for rows in told:
        assert known <= rows
        assert {row[:2] for row in rows - known} == unknown


def test_the_script_ranks_by_what_it_counts(triples: Path) -> None:
    pytest.importorskip("oxrdflib", reason="needs the extra `bench`")
    from benchmarks.peers.oxrdflib_script import open_graph
    from benchmarks.peers.rdflib_script import Counting, compare

    found = {one: compare(open_graph(triples), *PAIR, one) for one in Counting}
    labels = {one: {line.label for line in lines} for one, lines in found.items()}
    assert labels[Counting.NOTHING] == labels[Counting.VALUES] == labels[Counting.ALL]
    assert "position held" in labels[Counting.ALL]
    assert {line.score for line in found[Counting.NOTHING]} == {0.0}
    assert found[Counting.VALUES][0].shared
    assert all(line.score > 0 for line in found[Counting.ALL])


def test_the_floor_reads_statement_nodes_full_values_and_labels(triples: Path) -> None:
    from benchmarks.peers.floor import direct, read

    store = ox.Store.read_only(str(triples))
    assert read(store, *PAIR) > 3 * sum(1 for item in PAIR for _ in direct(store, item))


def test_pairs_are_distinct_of_one_class_and_the_same_each_time(tmp_path: Path) -> None:
    from benchmarks.pairs import full_pair, pairs_of

    store = ox.Store(str(tmp_path))
    for item in range(60):
        for value in range(5):
            predicate = "P31" if value == 0 else f"P{value}"
            end = item % 2 if value == 0 else value
            store.add(quad(f"Q{item + 100}", predicate, f"Q{end}"))
    pairs = pairs_of(store, 20)
    assert pairs == pairs_of(store, 20)
    assert len(set(pairs)) == 20
    numbers = [[int(item.rpartition("Q")[2]) for item in pair] for pair in pairs]
    assert all(left != right and left % 2 == right % 2 for left, right in numbers)
    assert full_pair(store, (f"{WD}Q7", f"{WD}Q1")) == (f"{WD}Q101", f"{WD}Q103")


def quad(subject: str, predicate: str, value: str) -> ox.Quad:
    direct = f"http://www.wikidata.org/prop/direct/{predicate}"
    ends = ox.NamedNode(WD + subject), ox.NamedNode(direct), ox.NamedNode(WD + value)
    return ox.Quad(*ends)


def test_whoever_tells_other_rows_is_found_out() -> None:
    from benchmarks.contests import Here, check_rows, contest

    row = ("p", "a", "1")
    honest = Here("honest", lambda *_: None, lambda *_: frozenset({row}))
    lazy = Here("lazy", lambda *_: None, lambda *_: frozenset())
    assert check_rows((honest, honest), [PAIR]) == 1
    with pytest.raises(ValueError, match="lazy and honest differ"):
        check_rows((honest, lazy), [PAIR])
    timings = contest((honest, lazy), [PAIR, PAIR], warm_up=[PAIR])
    assert {name: len(taken.first) for name, taken in timings.items()} == {"honest": 2, "lazy": 2}


def test_the_nearest_rank_is_one_of_the_times() -> None:
    from benchmarks.contests import nearest_rank

    times = [float(number) for number in range(1, 201)]
    assert nearest_rank(times, 0.99) == 198.0
    assert nearest_rank(times[:3], 0.5) == 2.0


def test_a_run_knows_the_memory_of_what_it_starts() -> None:
    from benchmarks.processes import run

    code = "x = bytearray(64 << 20); import time; time.sleep(0.3)"
    starter = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}])"
    assert run((sys.executable, "-c", starter)).peak > 64 << 20
    with pytest.raises(subprocess.CalledProcessError):
        run((sys.executable, "-c", "raise SystemExit(3)"))


def test_brute_force_finds_the_chains_that_we_find() -> None:
    from benchmarks.chains import agreement

    found, same = agreement(20)
    assert found == same > 20


def related_store() -> ox.Store:
    """Return twenty-five families of four, each with a town of its own and a common country."""
    claim = "http://wikiba.se/ontology#directClaim"
    direct = "http://www.wikidata.org/prop/direct/"
    lines = [f"<urn:{p}> <{claim}> <{direct}{p}> ." for p in ("P26", "P40", "P27", "P31", "P106")]
    for number in range(25):
        people = [f"{WD}{number}{name}" for name in "abcd"]
        for one, other in pairwise(people):
            lines.append(f"<{one}> <{direct}P40> <{other}> .")
        for one in people:
            lines.append(f"<{one}> <{direct}P31> <{WD}Q5> .")
            lines += [f"<{one}> <{direct}P27> <{WD}land{place}> ." for place in range(4)]
            lines.append(f"<{one}> <{direct}P106> <{WD}work> .")
    store = ox.Store()
    store.load("\n".join(lines), ox.RdfFormat.TURTLE)
    return store


def test_pairs_are_related_or_not_as_they_are_said_to_be() -> None:
    from benchmarks.related import known_pairs, links_of, related, unrelated_pairs

    links = links_of(related_store())
    for left, right in unrelated_pairs(links, 20):
        assert left[:-1] != right[:-1] or abs(ord(left[-1]) - ord(right[-1])) > 2
        assert not related(links, left, right)
    for steps in (1, 2, 3):
        for left, right in known_pairs(links, steps, 10):
            assert left[:-1] == right[:-1]
            assert abs(ord(left[-1]) - ord(right[-1])) == steps


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_says_what_it_does(script: str) -> None:
    if script in {"compare", "peers.oxrdflib_script"}:
        pytest.importorskip("oxrdflib", reason="needs the extra `bench`")
    command = (sys.executable, "-m", f"benchmarks.{script}", "--help")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("usage:")


def test_summaries_are_scored_as_the_benchmark_defines_it() -> None:
    from benchmarks.summaries import average_precision, f1, ndcg, votes

    golds = [frozenset("ab"), frozenset("ac")]
    assert f1("ab", golds) == pytest.approx((1 + 0.5) / 2)
    assert average_precision("abc", golds) == pytest.approx((1 + (1 + 2 / 3) / 2) / 2)
    assert votes(golds) == {"a": 2, "b": 1, "c": 1}
    assert ndcg("abc", votes(golds), 2) == pytest.approx(1)
    assert ndcg("xa", votes(golds), 2) == pytest.approx((2 / 1.584963) / (2 + 1 / 1.584963))


def test_a_collection_is_ranked_without_its_order(tmp_path: Path) -> None:
    from benchmarks.esbm import open_collection
    from benchmarks.salience import measure, ranking

    folder = _small_collection(tmp_path)
    small = open_collection(folder, "dbpedia", tmp_path)
    (first, *_) = small.cases
    order = ranking(first, small)
    assert {triple.predicate for triple in order[:2]} == {f"<{ONT}born>", f"<{RDF_TYPE}>"}
    assert order[-1].object == f"<{ONT}Agent>"
    result = measure({"dbpedia": small, "lmdb": small}, frozenset({"1"}))
    assert result.f1["dbpedia", 5] == pytest.approx(2 * 1 / 6)
    assert result.pairs["rows by share, quiet or not"][5] == pytest.approx(1)


RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
ONT = "http://example.org/ontology/"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def _small_collection(folder: Path) -> Path:
    """Write six people, each with a birthday, a picture, two classes and a friend."""
    entries = ["eid\tdataset\tclass\teuri\telabel\ttripleNum"]
    for number in range(1, 7):
        entity = f"<http://example.org/p{number}>"
        lines = [
            f'{entity} <{ONT}picture> "p{number}.jpg" .',
            f"<http://example.org/x{number}> <{ONT}friend> {entity} .",
            f"{entity} <{RDF_TYPE}> <{ONT}Agent> .",
            f"{entity} <{RDF_TYPE}> <{ONT}Poet{number % 2}> .",
            f'{entity} <{LABEL}> "P{number}"@en .',
            f'{entity} <{ONT}born> "190{number}-01-02"^^<http://www.w3.org/2001/XMLSchema#date> .',
        ]
        place = folder / "dbpedia_data" / str(number)
        place.mkdir(parents=True)
        (place / f"{number}_desc.nt").write_text("\n".join(lines) + "\n")
        for user in range(6):
            for size in (5, 10):
                gold = place / f"{number}_gold_top{size}_{user}.nt"
                gold.write_text(lines[-1] + "\n")
        entries.append(f"{number}\tdbpedia\tPerson\t{entity.strip('<>')}\tP{number}\t6")
    (folder / "elist.txt").write_text("\n".join(entries) + "\n")
    return folder


def test_what_people_choose_is_ranked_first(tmp_path: Path) -> None:
    from benchmarks.esbm import first_folds
    from benchmarks.salience import ARCHIVE, measure, opened

    if not ARCHIVE.is_file():
        pytest.skip("needs ESBM v1.2 in ../shared/data")
    folder, collections = opened(ARCHIVE, tmp_path)
    result = measure(collections, first_folds(folder))
    least = {("dbpedia", 5): 0.41, ("dbpedia", 10): 0.57, ("lmdb", 5): 0.42, ("lmdb", 10): 0.47}
    assert {key: figure for key, figure in result.f1.items() if figure < least[key]} == {}
    assert all(result.f1[key] - result.held_out[key] < 0.015 for key in least)
    shares = result.pairs["rows by share, quiet or not"]
    assert shares[5] >= 0.86
    assert shares[10] >= 0.89


def test_prose_is_counted() -> None:
    from benchmarks.prose import Page, Prose, Sentence

    both = Sentence(
        text="Both were born in Gori in 1878.", evidence=["a", "b"], claims=[{"kind": "shared"}]
    )
    again = Sentence(
        text="Both were born in Gori, by contrast.", evidence=["b"], claims=[{"kind": "shared"}]
    )
    page = Page(
        rows=[
            {"relation": "different", "salience": 0.9, "cells": [{"statements": ["a"]}]},
            {"relation": "different", "salience": 0.1, "cells": [{"statements": ["z"]}]},
        ],
        narrative={"summary": [both, again], "sections": []},
    )
    prose = Prose()
    prose.add(page)
    assert (prose.statements_per_sentence, prose.openings, prose.dated) == (1.5, 1, 0.5)
    assert prose.repetition == pytest.approx(2 / 8)
    assert prose.fitting == pytest.approx(2 / 3)
    assert 0.5 < prose.covered[0] < 0.7


def test_a_page_does_as_it_must_when_its_graph_is_changed(tmp_path: Path) -> None:
    from benchmarks.mutations import KINDS, Subject, mutate

    triples = tuple(quad.triple for quad in ox.parse(path=str(FIXTURE)))
    done = list(mutate(Subject(PAIR, triples, tmp_path), 2 * len(KINDS)))
    assert {kind for kind, _ in done} == set(KINDS)
    assert all(fine for _, fine in done)
