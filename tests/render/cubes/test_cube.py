from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from tertium.render import render
from tests.render.conftest import Page
from tests.render.pages import every_kind

_FOLDER = Path(__file__).parent / "constraints"
_CONSTRAINTS = sorted(_FOLDER.glob("*.rq"))
_NAMES = [path.stem for path in _CONSTRAINTS]
_BROKEN = {
    "ic-01": "<urn:o> a qb:Observation .",
    "ic-02": "<urn:d> a qb:DataSet .",
    "ic-03": "<urn:s> a qb:DataStructureDefinition .",
    "ic-04": "<urn:p> a qb:DimensionProperty .",
    "ic-05": "<urn:p> a qb:DimensionProperty ; rdfs:range skos:Concept .",
    "ic-06": "<urn:s> qb:component [ qb:componentRequired false ; qb:dimension tt:entity ] .",
    "ic-07": "<urn:k> a qb:SliceKey .",
    "ic-08": ":structure qb:sliceKey <urn:k> ."
    "<urn:k> a qb:SliceKey ; qb:componentProperty <urn:p> .",
    "ic-09": ":table qb:slice <urn:s> .",
    "ic-10": "<urn:s> qb:sliceStructure :byProperty .",
    "ic-11": "<urn:o> qb:dataSet :table .",
    "ic-12": (
        "<urn:o> qb:dataSet :table ; tt:entity 1 ; tt:ofProperty 1 ; tt:valueNumber 1 ."
        "<urn:p> qb:dataSet :table ; tt:entity 1 ; tt:ofProperty 1 ; tt:valueNumber 1 ."
    ),
    "ic-13": "<urn:o> qb:dataSet :table .",
    "ic-14": "<urn:o> qb:dataSet :table .",
    "ic-15": "<urn:o> qb:dataSet <urn:d> ; qb:measureType <urn:m> . <urn:d> qb:structure <urn:s> ."
    "<urn:s> qb:component [ qb:dimension qb:measureType ] , [ qb:measure <urn:m> ] .",
    "ic-16": "<urn:o> qb:dataSet <urn:d> ; qb:measureType <urn:m> ; <urn:n> 1 ."
    "<urn:d> qb:structure <urn:s> ."
    "<urn:s> qb:component [ qb:dimension qb:measureType ] , [ qb:measure <urn:n> ] .",
    "ic-17": "<urn:o> qb:dataSet <urn:d> ; qb:measureType <urn:m> . <urn:d> qb:structure <urn:s> ."
    "<urn:s> qb:component [ qb:dimension qb:measureType ] , [ qb:measure <urn:m> ] ,"
    "[ qb:measure <urn:n> ] .",
    "ic-18": ":table qb:slice [ qb:observation <urn:o> ] .",
    "ic-19": "tt:entity qb:codeList <urn:l> . <urn:l> a skos:Collection .",
    "ic-20": "tt:entity qb:codeList <urn:l> ."
    "<urn:l> a qb:HierarchicalCodeList ; qb:parentChildProperty skos:narrower .",
    "ic-21": "tt:entity qb:codeList <urn:l> . <urn:l> a qb:HierarchicalCodeList ;"
    "qb:parentChildProperty [ <http://www.w3.org/2002/07/owl#inverseOf> skos:broader ] .",
}


def _normal(text: str) -> ox.Store:
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    store.update((_FOLDER / "normalise.ru").read_text(encoding="utf-8"))
    return store


def _violates(store: ox.Store, constraint: Path) -> bool:
    return bool(store.query(constraint.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def cube() -> str:
    return render("cube", *every_kind())


def test_there_are_all_21_constraints() -> None:
    assert [f"ic-{number:02}" for number in range(1, 22)] == _NAMES == list(_BROKEN)


def test_a_cube_keeps_all_constraints(page: Page) -> None:
    store = _normal(render("cube", *page))
    assert [path.stem for path in _CONSTRAINTS if _violates(store, path)] == []


def test_rdflib_finds_them_kept_as_well(small: Page) -> None:
    graph = rdflib.Graph()
    graph.parse(data=render("cube", *small), format="turtle")
    graph.update((_FOLDER / "normalise.ru").read_text(encoding="utf-8"))
    asked = {path.stem: graph.query(path.read_text(encoding="utf-8")) for path in _CONSTRAINTS}
    assert [name for name, answer in asked.items() if answer.askAnswer] == []


@pytest.mark.parametrize("constraint", _CONSTRAINTS, ids=_NAMES)
def test_a_broken_cube_violates_the_constraint(constraint: Path, cube: str) -> None:
    heads = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
    )
    assert _violates(_normal(f"{cube}\n{heads}\n{_BROKEN[constraint.stem]}"), constraint)


def test_each_value_is_an_observation_and_each_empty_cell_is_one(whole: Page) -> None:
    store = _normal(render("cube", *whole))
    kind = ox.NamedNode("http://purl.org/linked-data/cube#Observation")
    observed = len(list(store.quads_for_pattern(None, None, kind, None)))
    cells = [cell for row in whole[0].rows for cell in row.cells]
    counts = [sum(one.positive for one in cell.shown) for cell in cells]
    assert observed == sum(max(1, count) for count in counts)
