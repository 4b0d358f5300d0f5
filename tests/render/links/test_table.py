import csv

from tertium.model.link import LinkOutcome
from tertium.render.links import LINK_COLUMNS, link_cells, spreadsheet_of_links
from tests.render.links.builders import ITEM, candidate, linking


def test_only_a_match_has_an_identifier() -> None:
    two = (candidate("Q1", "Kim", 0.5), candidate("Q2", "Kim Lee", 0.4))
    assert link_cells(linking("Kim", candidate("Q1", "Kim"))) == (
        *(ITEM + "Q1", "Kim", "0.90", "match"),
        "the only one of this name; so called",
    )
    assert link_cells(linking("Kim", *two, outcome=LinkOutcome.AMBIGUOUS)) == (
        *("", "", "", "ambiguous"),
        f"the only one of this name; nearest: Kim <{ITEM}Q1> (0.50); Kim Lee <{ITEM}Q2> (0.40)",
    )
    assert link_cells(linking("Kim")) == ("", "", "", "none", "nothing is called so")


def test_links_by_themselves_are_a_spreadsheet_without_formulas() -> None:
    lines = spreadsheet_of_links((linking("=1+1", candidate("Q1", "@x")),), delimiter="\t")
    head, row = csv.reader(lines, delimiter="\t")
    assert head == ["key", "name", *LINK_COLUMNS]
    assert row[:4] == ["1", "'=1+1", ITEM + "Q1", "'@x"]
