from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.model.comparison import Cell, Common, Comparison, Row
from tertium.model.dates import Date, Precision
from tertium.model.schema import QualifierRole
from tertium.model.statement import Rank, Statement
from tertium.model.values import Entity, Text, Value
from tertium.model.verdict import Relation
from tertium.queries.cards import bundled_cards
from tertium.render.speech import Speech
from tertium.render.svg import NOTHING, Picture
from tertium.render.timeline import Timeline, drawn, said, timeline
from tertium.render.timeline.dated import Opening
from tests.render.builders import A, B, Rest, cell, comparison, entity, row, statement
from tests.render.conftest import Page
from tests.render.pictures import Parts, parts_of
from tests.render.timeline.test_spans import dates

START, END, TIME = QualifierRole.START, QualifierRole.END, QualifierRole.TIME
KNOWN = {"svg", "title", "desc", "g", "line", "rect", "text", "path", "circle"}
LENIN = entity("lenin")


def lived(name: str, begin: Date | None, end: Date | None, who: Entity = A) -> tuple[Row, ...]:
    found = []
    for kind, date in (("birth", begin), ("death", end)):
        if date is not None:
            one = row(kind, Relation.DIFFERENT, cell(who, statement(f"{kind}-{name}", date)))
            predicate = replace(
                one.predicate, begins=kind == "birth", ends=kind == "death", label=f"day of {kind}"
            )
            found.append(replace(one, predicate=predicate))
    return tuple(found)


def held(name: str, *dates: tuple[QualifierRole, Value], who: Entity = A) -> Row:
    return row("office", Relation.DIFFERENT, cell(who, statement(f"office-{name}", LENIN, *dates)))


def of(*rows: Row, entities: tuple[Entity, ...] = (A,)) -> Timeline:
    found = timeline(comparison(*rows, entities=entities))
    assert found is not None
    return found


def shown(found: Timeline) -> Parts:
    return parts_of(drawn(found, "Lives"))


def test_without_dates_there_is_nothing() -> None:
    assert timeline(comparison(row("x", Relation.SAME, cell(A, statement("x", LENIN))))) is None


def test_a_life_is_a_bar_from_birth_to_death() -> None:
    found = of(*lived("a", Date(year=1878), Date(year=1953)))
    life = found.lanes[0].life
    assert life is not None
    assert (life.open_start, life.open_end) == (False, False)
    assert life.left < life.sure[0] < life.sure[1] < life.right
    assert [said(item) for _, item in found.told] == ["1878: day of birth", "1953: day of death"]


def test_a_life_of_which_an_end_is_not_recorded_is_open() -> None:
    born = of(*lived("a", Date(year=1878), None)).lanes[0].life
    died = of(*lived("a", None, Date(year=1953)), held("x", (TIME, Date(year=1917)))).lanes[0].life
    assert born is not None
    assert died is not None
    assert (born.open_end, died.open_start) == (True, True)
    assert shown(of(*lived("a", Date(year=1878), None))).kinds.count("open") == 3


def test_of_rival_births_none_is_certain() -> None:
    found = of(*lived("a", Date(year=1878), None), *lived("b", Date(year=1881), Date(year=1953)))
    life = found.lanes[0].life
    assert life is not None
    assert found.axis is not None
    assert life.sure[0] == found.axis.position(1882)


def test_what_is_dated_of_one_is_a_lane_for_each() -> None:
    rows = (*lived("a", Date(year=1878), None), *lived("b", Date(year=1879), None, who=B))
    found = of(*rows, entities=(A, B, entity("nobody")))
    assert [len(lane.bars) for lane in found.lanes] == [1, 1, 0]
    assert [lane.life is None for lane in found.lanes] == [False, False, True]
    assert "of-1" in " ".join(shown(found).kinds)


def test_an_office_is_certain_between_its_years() -> None:
    bar = of(held("x", (START, Date(year=1917)), (END, Date(year=1924)))).lanes[0].bars[0]
    assert bar.sure is not None
    assert bar.left < bar.sure[0] < bar.sure[1] < bar.right
    assert bar.dated.what == "office: Lenin"
    assert bar.dated.when == "from 1917 to 1924"


@pytest.mark.parametrize(
    ("role", "opening", "words"),
    [
        (START, Opening.END, "from 1917: office: Lenin (no end recorded)"),
        (END, Opening.START, "until 1917: office: Lenin (no beginning recorded)"),
    ],
)
def test_an_end_that_is_not_recorded_is_never_made_up(
    role: QualifierRole, opening: Opening, words: str
) -> None:
    found = of(held("x", (role, Date(year=1917))))
    assert found.lanes[0].bars[0].dated.opening is opening
    assert said(found.told[0][1]) == words
    assert "may" in shown(found).kinds


def test_what_is_contested_is_marked() -> None:
    one = row("birth", Relation.DIFFERENT, cell(A, statement("birth", Date(year=1878))))
    found = of(replace(one, contested=frozenset({one.evidence[0].iri})))
    assert said(found.told[0][1]) == "1878: birth (contested)"
    assert "dated contested" in shown(found).kinds
    assert "birth *" in shown(found).text


def test_a_day_in_a_century_is_a_sign_and_a_year_in_it_a_bar() -> None:
    day = held("x", (TIME, Date(year=1950, month=3, day=5)))
    found = of(day, held("y", (START, Date(year=1900)), (END, Date(year=2000))))
    points = [bar.point for bar in found.lanes[0].bars]
    assert points == [False, True]
    assert "point" in shown(found).kinds


def test_what_ends_before_it_begins_is_shown_but_nothing_of_it_is_certain() -> None:
    found = of(held("x", (START, Date(year=1924)), (END, Date(year=1917))))
    bar = found.lanes[0].bars[0]
    assert bar.sure is None
    assert "may" in shown(found).kinds


def test_bars_which_would_cover_each_other_go_into_lanes() -> None:
    rows = [held(str(n), (TIME, Date(year=1917, month=1 + n % 12))) for n in range(9)]
    lane = of(*rows).lanes[0]
    assert lane.lanes > 1
    assert {bar.lane for bar in lane.bars} == set(range(lane.lanes))


def test_of_many_dates_births_and_deaths_are_always_there() -> None:
    rows = [held(str(n), (TIME, Date(year=1900 + n % 50))) for n in range(200)]
    found = of(*rows, *lived("a", Date(year=1878), Date(year=1953)))
    words = [item.what for _, item in found.told]
    assert found.total == 202
    assert len(words) < 60
    assert {"day of birth", "day of death"} <= set(words)


def test_what_is_common_comes_before_what_is_not() -> None:
    other = entity("other")
    statements = [statement(f"o-{n}", other, (TIME, Date(year=1900))) for n in range(100)]
    shared = statement("o-shared", LENIN, (TIME, Date(year=1901)))
    rest = Rest(common=(Common(value=LENIN), Common(value=Text("x"))))
    found = of(row("o", Relation.OVERLAPPING, cell(A, *statements, shared), rest=rest))
    assert "o: Lenin" in [item.what for _, item in found.told]


def test_what_does_not_count_is_not_shown() -> None:
    old = statement("birth-old", Date(year=1879), rank=Rank.DEPRECATED)
    one = row("birth", Relation.DIFFERENT, cell(A, statement("birth", Text("x")), others=(old,)))
    assert timeline(comparison(one, entities=(A,))) is None


def test_what_is_too_far_away_is_told_and_not_drawn() -> None:
    found = of(*lived("a", Date(year=-(10**13), precision=Precision.BILLION_YEARS), None))
    assert not drawn(found, "Lives")
    assert len(found.told) == 1
    near = of(*lived("a", Date(year=-(10**13)), None), held("x", (TIME, Date(year=1917))))
    assert len(near.lanes[0].bars) == 1


def test_lives_centuries_apart_are_both_seen() -> None:
    rows = (
        *lived("a", Date(year=-99), Date(year=-43)),
        *lived("b", Date(year=1769), Date(year=1821), who=B),
    )
    found = of(*rows, entities=(A, B))
    assert found.axis is not None
    assert len(found.axis.breaks) == 1
    assert "years are left out" in shown(found).text
    assert "100 BCE" in [item.when for _, item in found.told]


def test_a_language_with_a_card_says_the_dates() -> None:
    one = held("x", (START, Date(year=1917)), (END, Date(year=1924)))
    found = timeline(comparison(one, entities=(A,)), Speech(bundled_cards()["de"]))
    assert found is not None
    assert "1917" in found.told[0][1].when
    assert "from" not in found.told[0][1].when


def test_the_same_page_gives_the_same_picture(page: Page) -> None:
    def made(one: Comparison) -> Picture:
        found = timeline(one)
        return drawn(found, one.title) if found else NOTHING

    assert made(page[0]) == made(page[0])


def test_hostile_labels_stay_labels(nasty: Page) -> None:
    rows = tuple(
        replace(one, cells=tuple(_dated(each.statements) for each in one.cells[:1]))
        for one in nasty[0].rows
    )
    found = timeline(replace(nasty[0], rows=rows, entities=nasty[0].entities[:1]))
    assert found is not None
    assert shown(found).names <= {
        "svg",
        "title",
        "desc",
        "g",
        "line",
        "rect",
        "text",
        "path",
        "circle",
    }


def _dated(statements: tuple[Statement, ...]) -> Cell:
    dated_ = statement("d", Date(year=1900))
    when = statement("w", Text("x"), (TIME, Date(year=1900))).qualifiers
    return cell(A, *(replace(one, qualifiers=when) for one in statements), dated_)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.none() | dates, st.none() | dates), min_size=1, max_size=8))
def test_any_dates_make_a_picture(pairs: list[tuple[Date | None, Date | None]]) -> None:
    rows = [
        held(str(n), *((role, d) for role, d in zip((START, END), pair, strict=True) if d))
        for n, pair in enumerate(pairs)
    ]
    found = timeline(comparison(*rows, entities=(A,)))
    if found is not None and found.axis is not None:
        root = shown(found)
        assert all(0 <= bar.left <= bar.right <= 960 for bar in found.lanes[0].bars)
        assert root.names >= {"svg", "rect"} or root.names >= {"svg", "path"}
