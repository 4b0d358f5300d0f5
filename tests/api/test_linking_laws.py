import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.api import KnowledgeGraph
from tertium.model.link import Linking
from tests.api.naming import MINE, PEOPLE, asked, graph

NAMES = ("Nadia Orlovska", "N. Orlovska", "Pavel Brenner", "Émile Kovács", "Galicia", "Nobody")
YEARS = ("", "1901", "1888", "1850-01-02")
QUERIES = [asked(name, birthDate=year) if year else asked(name) for name in NAMES for year in YEARS]
LABELS = ("Nadia Orlovska", "Émile Zoltán Kovács", "Надія Орловська", "Lviv", "Pavel Brenner")
OTHERS = st.lists(
    st.sampled_from(["Quillon", "Mapmaker", "Trebuchet", "Sassafras", "Wolfram", "Zeppelin"]),
    min_size=2,
    max_size=3,
)


@pytest.fixture(scope="module")
def people() -> KnowledgeGraph:
    return graph(PEOPLE)


def told(linking: Linking) -> tuple[object, ...]:
    return linking.outcome, linking.why, linking.candidates


@settings(max_examples=15)
@given(st.permutations(QUERIES).map(lambda some: some[:6]))
def test_a_query_is_answered_alike_alone_and_among_others(
    people: KnowledgeGraph, queries: list[object]
) -> None:
    chosen = [one for one in QUERIES if one in queries]
    together = dict(zip(chosen, map(told, people.link_all(chosen)), strict=True))
    backwards = chosen[::-1]
    assert dict(zip(backwards, map(told, people.link_all(backwards)), strict=True)) == together
    assert told(people.link(chosen[0])) == together[chosen[0]]


@settings(max_examples=12)
@given(OTHERS)
def test_what_is_called_otherwise_takes_no_name_away(
    people: KnowledgeGraph, words: list[str]
) -> None:
    more = graph(PEOPLE + f'm:other a m:Painter ; rdfs:label "{" ".join(words)}"@en .')
    for name in LABELS:
        before, after = people.link(name).match, more.link(name).match
        assert after is None or before is None or after.entity.iri == before.entity.iri
        assert after is None or after.entity.iri != MINE + "other"


def plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


@pytest.mark.parametrize("change", [plain, str.upper, str.lower, " {} ".format])
@pytest.mark.parametrize("name", LABELS)
def test_how_a_name_is_written_does_not_change_the_answer(
    people: KnowledgeGraph, name: str, change: object
) -> None:
    assert callable(change)
    one, other = people.link(name), people.link(change(name))
    assert one.outcome is other.outcome
    assert [c.entity for c in one.candidates] == [c.entity for c in other.candidates]


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_any_text_has_an_answer(people: KnowledgeGraph, text: str) -> None:
    linking = people.link(text)
    assert linking.query.text == text
    assert sum(one.score for one in linking.candidates) <= 1.001
    scores = [one.score for one in linking.candidates]
    assert scores == sorted(scores, reverse=True)
