import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import tertium
from tertium import Page, Ranks, TertiumError
from tertium.api.extras import require
from tertium.errors import MissingExtraError
from tertium.model.comparison import Comparison
from tertium.model.dates import Date, Precision
from tertium.model.narrative import Narrative
from tertium.model.schema import QualifierRole
from tertium.model.statement import Rank
from tertium.model.terms import Iri
from tertium.model.values import Quantity
from tertium.model.verdict import CellState, Relation
from tests.api.conftest import PREFIXES
from tests.render.builders import A, B, cell, comparison, entity, row, statement
from tests.render.pages import every_kind, pair

RANKED = """
ex:ada a tt:Person ; rdfs:label "Ada"@en . ex:babbage a tt:Person ; rdfs:label "Babbage"@en .
ex:london rdfs:label "London"@en . ex:paris rdfs:label "Paris"@en . ex:rome rdfs:label "Rome"@en .
src:letters a tt:Source , tt:Book ; rdfs:label "The Letters"@en .
s:one a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:birthPlace ; rdf:object ex:london ;
    tt:rank tt:preferred ; prov:wasDerivedFrom src:letters .
s:two a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:birthPlace ; rdf:object ex:paris ;
    prov:wasDerivedFrom src:letters .
s:three a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:birthPlace ; rdf:object ex:rome ;
    tt:rank tt:deprecated ; prov:wasDerivedFrom src:letters .
s:four a tt:Statement ; rdf:subject ex:babbage ; rdf:predicate tt:birthPlace ; rdf:object ex:rome ;
    prov:wasDerivedFrom src:letters .
s:five a tt:Statement ; rdf:subject ex:babbage ; rdf:predicate tt:deathPlace ; rdf:object ex:rome ;
    tt:rank tt:deprecated ; prov:wasDerivedFrom src:letters .
"""


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> tertium.KnowledgeGraph:
    path = tmp_path_factory.mktemp("graph") / "ranked.ttl"
    path.write_text(PREFIXES + RANKED, encoding="utf-8")
    return tertium.open(path)


def page_of(made: Comparison) -> Page:
    return Page(made, Narrative())


def names(page: Page, predicate: str) -> list[str]:
    return [one.iri.rpartition("/")[2] for one in page[predicate].shown]


@pytest.mark.parametrize(
    ("ranks", "shown"),
    [
        (Ranks.BEST, ["one", "four"]),
        (Ranks.STANDING, ["one", "two", "four"]),
        (Ranks.ALL, ["one", "two", "three", "four"]),
    ],
)
def test_others_are_shown_on_request(
    ranks: Ranks, shown: list[str], ranked: tertium.KnowledgeGraph
) -> None:
    page = ranked.compare("ex:ada", "ex:babbage", ranks=ranks)
    assert names(page, "place of birth") == shown
    assert json.loads(page.to_json())["limits"]["ranks"] == ranks.value


def test_verdicts_and_words_are_of_the_best_rank(ranked: tertium.KnowledgeGraph) -> None:
    best, whole = (
        ranked.compare("ex:ada", "ex:babbage", ranks=ranks) for ranks in (Ranks.BEST, Ranks.ALL)
    )
    assert whole.narrative == best.narrative
    bare = [replace(one, cells=best[one.predicate.iri].cells) for one in whole.rows[:1]]
    assert tuple(bare) == best.rows
    assert [one.predicate.label for one in whole.rows[1:]] == ["place of death"]


def test_one_entity_shows_its_deprecated_statements_too(ranked: tertium.KnowledgeGraph) -> None:
    page = ranked.describe("ex:babbage", ranks=Ranks.ALL)
    (silent,) = page["place of death"].cells
    assert (silent.state, len(silent.others)) == (CellState.NOT_STATED, 1)
    assert "not recorded" in page.render("text")


@pytest.mark.parametrize("ranks", Ranks)
def test_a_page_is_verified_with_its_ranks(ranks: Ranks, ranked: tertium.KnowledgeGraph) -> None:
    document = ranked.compare("ex:ada", "ex:babbage", ranks=ranks).to_json()
    assert ranked.verify(document) == ()


def test_a_page_of_old_is_of_the_best_rank(ranked: tertium.KnowledgeGraph) -> None:
    document = json.loads(ranked.compare("ex:ada", "ex:babbage").to_json())
    del document["limits"]["ranks"], document["limits"]["statistics"]
    assert ranked.verify(json.dumps(document)) == ()


def test_what_is_deprecated_cannot_be_passed_off_as_stated(ranked: tertium.KnowledgeGraph) -> None:
    document = json.loads(ranked.compare("ex:ada", "ex:babbage", ranks=Ranks.ALL).to_json())
    document["rows"][1]["cells"][1]["state"] = "value"
    problems = [failure.problem for failure in ranked.verify(json.dumps(document))]
    assert problems == ["the page says value, the graph not-stated"]


def test_a_table_has_a_row_for_each_property() -> None:
    table = page_of(every_kind()[0]).to_dataframe()
    assert table.index.name == "property"
    assert [*table.columns] == [
        *("iri", "facet", "relation", "salience", "contested"),
        *("Joseph Stalin", "Leon Trotsky"),
    ]
    assert table.loc["seat", "Joseph Stalin"] == "Politburo; Orgburo"
    assert table.loc["seat", "relation"] == "overlapping"
    assert bool(table.loc["toll", "contested"])


def test_what_is_not_recorded_is_missing() -> None:
    table = page_of(every_kind()[0]).to_dataframe()
    assert table["Leon Trotsky"].isna()["height"]
    assert table["Leon Trotsky"]["reign"] == "not applicable"
    assert table["Leon Trotsky"]["spouse"] == "none (stated)"


@pytest.mark.parametrize("long", [False, True])
def test_an_empty_table_has_the_same_columns_and_kinds(*, long: bool) -> None:
    table = page_of(comparison()).to_dataframe(long=long)
    filled = page_of(every_kind()[0]).to_dataframe(long=long)
    assert len(table) == 0
    assert table.dtypes.astype(str).to_dict() == filled.dtypes.astype(str).to_dict()


def test_names_are_unique() -> None:
    twin, odd = entity("a", "Ada"), entity("b", "facet")
    said = cell(twin, statement("x", entity("x")))
    line = row("x", Relation.SAME, said, said, said)
    other = replace(line, predicate=replace(line.predicate, iri=Iri("urn:x")))
    table = page_of(
        comparison(line, other, entities=(twin, replace(twin, iri=Iri("urn:ada")), odd))
    ).to_dataframe()
    assert table.index.is_unique
    assert [*table.columns][5:] == [f"Ada <{twin.iri}>", "Ada <urn:ada>", f"facet <{odd.iri}>"]


def test_a_long_table_has_a_row_for_each_value() -> None:
    made = every_kind()[0]
    table = page_of(made).to_dataframe(long=True)
    assert table["statement"].tolist() == [one.iri for line in made.rows for one in line.shown]
    lines = {one["statement"].rpartition("/")[2]: one for one in table.to_dict("records")}
    seat, ides, place = lines["seat-1"], lines["ides-1"], lines["place-1"]
    assert (seat["value"], seat["start"], seat["end"]) == ("Politburo", "1919-03", "1926-10-23")
    assert [lines[f"seat-{number}"]["counted"] for number in (1, 5, 3)] == [True, False, False]
    assert (lines["seat-3"]["rank"], lines["birth-1"]["sources"]) == ("deprecated", 2)
    assert (lines["toll-1"]["amount"], lines["toll-1"]["unit"]) == (5.5e6, "people")
    assert (place["latitude"], place["longitude"]) == (41.99, 44.11)
    assert (ides["year"], ides["month"], ides["day"]) == (-43, 3, 13)
    assert lines["spouse-none"]["type"] == "none"


def test_parts_of_a_date_are_no_more_exact_than_it_is() -> None:
    coarse = Date(year=1917, month=1, day=1, precision=Precision.YEAR)
    month = replace(coarse, precision=Precision.MONTH)
    said = (statement("x", coarse), statement("y", month, rank=Rank.PREFERRED))
    line = row("x", Relation.SAME, cell(A, *said), cell(B))
    table = page_of(comparison(line)).to_dataframe(long=True)
    assert [*table["month"].isna()] == [True, False]
    assert [*table["day"].isna()] == [True, True]


def test_a_unit_without_a_label_is_its_iri() -> None:
    unit = Iri("urn:metre")
    said = statement("x", Quantity(amount=Decimal(1), unit=unit), (QualifierRole.AS, A))
    table = page_of(comparison(row("x", Relation.SAME, cell(A, said)), entities=(A,)))
    assert table.to_dataframe(long=True)["unit"].tolist() == [unit]


def test_an_extra_which_is_not_installed_is_named() -> None:
    require("json")
    with pytest.raises(MissingExtraError, match=r"install tertium\[no_such_library\]") as caught:
        require("no_such_library")
    assert isinstance(caught.value, TertiumError)


def test_without_pandas_a_table_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "pandas.py").write_text("raise ImportError", encoding="utf-8")
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import tertium;"
        'tertium.open().describe("Rosa Luxemburg").to_dataframe()'
    )
    found = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "MissingExtraError: this needs pandas: install tertium[pandas]" in found.stderr


def test_a_small_page_is_a_table_too() -> None:
    table = page_of(pair()[0]).to_dataframe()
    assert table.loc["name", "Joseph Stalin"] == "Koba"


def test_a_page_names_its_entities() -> None:
    page = page_of(pair()[0])
    assert page.title == " vs. ".join(one.label for one in page.entities)


def test_a_page_is_turned_on_request() -> None:
    page = Page(*pair())
    assert "*together*" in page.render("markdown", transposed=True)
    assert "*together*" not in page.render("markdown")


def test_what_can_be_compared_comes_first_between_unlike_kinds(
    small: tertium.KnowledgeGraph,
) -> None:
    found = small.compare("Ada Lovelace", "London").comparison
    assert "person and place are declared disjoint" in found.comparability.reason
    held = [all(cell.statements for cell in row.cells) for row in found.rows]
    assert held == sorted(held, reverse=True)


def test_a_row_which_was_not_weighed_has_no_reasons(ranked: tertium.KnowledgeGraph) -> None:
    page = Page(*pair())
    assert ranked.explain(page) == page
