from dataclasses import replace

from tertium.model.comparison import Connection
from tertium.model.dates import Date
from tertium.model.schema import QualifierRole
from tertium.model.verdict import Relation
from tertium.render.panels import connections_panel, timeline_panel
from tests.render.builders import A, B, cell, comparison, row, statement
from tests.render.conftest import Page


def test_a_page_without_dates_and_links_has_no_pictures(small: Page) -> None:
    bare, narrative = replace(small[0], rows=(), connections=()), small[1]
    assert not timeline_panel(bare, narrative)
    assert not connections_panel(bare)


def test_dates_are_drawn_and_told(whole: Page) -> None:
    panel = timeline_panel(*whole)
    assert panel.picture.svg.startswith("<svg")
    assert whole[0].title in panel.picture.svg
    assert panel.said


def test_what_is_left_out_or_contested_is_noted(whole: Page) -> None:
    years = range(1800, 1950)
    held = [statement(f"office-{y}", B, (QualifierRole.TIME, Date(year=y))) for y in years]
    doubted = frozenset(one.iri for one in held)
    found = replace(row("office", Relation.SAME, cell(A, *held)), contested=doubted)
    panel = timeline_panel(comparison(found), whole[1])
    assert "of 150 dates are shown." in panel.note
    assert "A star marks what is contested." in panel.note


def test_links_are_drawn() -> None:
    link = Connection((replace(statement("foe", B), subject=A.iri),))
    panel = connections_panel(replace(comparison(), connections=(link,)))
    assert panel.picture.svg.startswith("<svg")
    assert panel.data
