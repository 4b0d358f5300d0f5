import pytest

from tertium.connect import timeliness
from tests.narrate.builders import Fact, about, date, fact, thing


def member(start: str = "", end: str = "") -> Fact:
    years = {role: date(text) for role, text in (("start", start), ("end", end)) if text}
    return fact("memberOf", thing("Politburo"), rank="normal", refs=1, **years)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (member(start="1919", end="1926"), member(start="1924", end="1952"), 0.1),
        (member(start="1919", end="1926"), member(start="1930", end="1952"), -0.1),
        (member(start="1930"), member(start="1919", end="1926"), -0.1),
        (member(start="1919"), member(), 0.0),
        (member("1919", "1926"), fact("ally", "Lenin", time=date("1930")), 0.0),
    ],
    ids=["together", "apart", "apart the other way", "undated", "of different things"],
)
def test_what_was_at_one_time_tells_more(one: Fact, other: Fact, told: float) -> None:
    path = (about("A", one).statements[0], about("B", other).statements[0])
    assert timeliness(path) == told
