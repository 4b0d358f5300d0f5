import json
from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.model.terms import Iri
from tertium.store.sidecar import Match, Nearness
from tertium.store.sidecar.folding import folded
from tests.store.sidecar.builders import counted

NAMES = counted("""
:cafe rdfs:label "Café Central"@fr . :koba rdfs:label "Koba" ; skos:altLabel "KOBA"@ka .
:blank rdfs:label "…" , "!" . :twin tt:shortName "Koba" . [] rdfs:label "Nobody" .
:xi rdfs:label "Xi Jinping" , "Xi Jin Ping" . :link rdfs:label :cafe . :star rdfs:label "\u2605" .
:jb rdfs:label "Josef Beuys" , "Joseph Beuys" . :jh rdfs:label "Josef Haydn" , "Joseph Haydn" .
:js rdfs:label "Josef Smith" .
:jy rdfs:label "John Smythe" , "Baker Jr" .
:is rdfs:label "Stalin" , "Iosif Vissarionovich Dzhugashvili" .
""").names


def ours(name: str) -> Iri:
    return Iri(f"https://example.org/{name}")


def test_an_exact_name_beats_a_loose_one() -> None:
    assert NAMES.alike("KOBA") == {
        ours("koba"): Match(ours("koba"), "KOBA", Nearness.EXACT),
        ours("twin"): Match(ours("twin"), "Koba", Nearness.FOLDED),
    }


def names_of(text: str, limit: int = 9) -> list[tuple[str, Nearness]]:
    return [(m.name, m.nearness) for m in NAMES.candidates(text, limit=limit)]


@pytest.mark.parametrize(
    ("text", "name", "nearness"),
    [
        ("Cafe Centrall", "Caf\u00e9 Central", Nearness.FUZZY),
        ("cafecentral", "Caf\u00e9 Central", Nearness.FUZZY),
        ("Cafe Cen tral", "Caf\u00e9 Central", Nearness.FUZZY),
        ("central, cafe", "Caf\u00e9 Central", Nearness.REORDERED),
        ("C. Central", "Caf\u00e9 Central", Nearness.INITIALS),
        ("Joseph Smith", "Josef Smith", Nearness.VARIANT),
        ("Iosif Stalin", "Stalin", Nearness.VARIANT),
        ("John Smythe Jr.", "John Smythe", Nearness.PARTIAL),
        ("Central", "Caf\u00e9 Central", Nearness.PARTIAL),
        ("Xi", "Xi Jin Ping", Nearness.PARTIAL),
        ("XJ Ping", "Xi Jin Ping", Nearness.INITIALS),
        ("Koba", "Koba", Nearness.EXACT),
        ("\u2605", "\u2605", Nearness.EXACT),
        ("Old Central Caffe Anno 1900", "Caf\u00e9 Central", Nearness.FUZZY),
    ],
)
def test_a_name_is_found_and_how(text: str, name: str, nearness: Nearness) -> None:
    assert names_of(text)[0] == (name, nearness)


def test_a_misspelt_name_hardly_loses() -> None:
    assert 0.9 <= NAMES.candidates("Cafe Centrall", limit=1)[0].score < 1


@pytest.mark.parametrize(
    "text",
    [
        *("", "?!", "\u2026x", "Nobody", '"koba" OR "x"*', '"', "NEAR(", "*", "^a$", "names : x"),
        *("\x00", "\ud800", "\u202e", "x" * 10_000, "y " * 5_000, "- " * 5_000),
    ],
)
def test_nothing_is_called_so(text: str) -> None:
    assert NAMES.alike(text) == {}
    assert not [m for m in NAMES.candidates(text, limit=9) if m.score > 0.7]


def test_what_cannot_be_seen_does_not_count() -> None:
    assert NAMES.alike("\u202eKo\x00b\ud800a").keys() == {ours("koba"), ours("twin")}


def test_of_equals_the_weightiest_comes_first() -> None:
    pointing = " ".join(f":p{n} :in :big ." for n in range(3))
    names = counted(f':small rdfs:label "Ur" . :big rdfs:label "Ur" . {pointing}').names
    assert [m.entity for m in names.candidates("Ur", limit=2)] == [ours("big"), ours("small")]
    assert len(names.candidates("Ur", limit=1)) == 1


def test_of_many_names_the_nearest_are_found() -> None:
    many = " ".join(f':n{n} rdfs:label "Smith {"x" * (n % 40)} {n}" .' for n in range(1200))
    names = counted(many + ' :smith rdfs:label "Smith" .').names
    found = names.candidates("smith", limit=50)
    assert len(found) == 50
    assert found[0] == Match(ours("smith"), "Smith", Nearness.FOLDED)


def test_what_is_stated_of_a_thing_and_points_at_it_is_its_weight() -> None:
    names = counted("""
    :a a :Town ; :in :land ; rdfs:label "A" . :b a :Town ; :in :land .
    :land a :Land , :Realm ; rdfs:label "Land" .
    """).names
    everything = (ours("land"), ours("a"), ours("nowhere"))
    assert names.weights(everything) == {ours("land"): 2, ours("a"): 1}
    assert names.heaviest(2) == (ours("land"), ours("a"))
    assert names.kinds(everything) == {
        ours("land"): (ours("Land"), ours("Realm")),
        ours("a"): (ours("Town"),),
    }


def test_a_word_is_the_rarer_the_fewer_names_have_it() -> None:
    names = counted(':a rdfs:label "Ann Lee" . :b rdfs:label "Bo Lee" . :c rdfs:label "Cy" .').names
    assert 0 < names.rarity("lee") < names.rarity("ann") < names.rarity("unheard")


PEOPLE = (
    "Abraham Lincoln",
    "Leon Trotsky",
    "Wolfgang Amadeus Mozart",
    "Marie Curie",
    "Ada Lovelace",
)
CROWD = counted(" ".join(f':p{n} rdfs:label "{name}" .' for n, name in enumerate(PEOPLE))).names
LETTERS = st.characters(codec="ascii", categories=["Ll"])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PEOPLE), st.data())
def test_one_mistake_in_a_long_name_hides_nobody(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    instead = data.draw(st.sampled_from(["", name[place] * 2, data.draw(LETTERS)]))
    text = name[:place] + instead + name[place + 1 :]
    found = [CROWD.candidates(text, limit=3)[0].name]
    assert found == [name]


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=20).filter(str.isalnum))
def test_a_name_finds_its_thing(name: str) -> None:
    literal = ox.Literal(name)
    names = counted(f":thing rdfs:label {literal} .").names
    assert names.alike(name)[ours("thing")].nearness is Nearness.EXACT
    assert names.candidates(name, limit=1)[0].name == name
    assert names.alike(name.upper().casefold())


WORDS = st.text(st.characters(codec="latin-1", categories=["L"]), min_size=2, max_size=8)
SHORT_NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(st.lists(SHORT_NAMES, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_each_name_is_found_as_it_is_folded_and_in_another_order(
    labels: list[str], chance: Random
) -> None:
    told = " ".join(f":n{n} rdfs:label {ox.Literal(text)} ." for n, text in enumerate(labels))
    names = counted(told).names
    for number, name in enumerate(labels):
        words = name.split()
        chance.shuffle(words)
        for text in (name, f"{name.upper()}!", " ".join(words)):
            found = {m.entity: m for m in names.candidates(text, limit=len(labels))}
            assert found[ours(f"n{number}")].nearness <= Nearness.REORDERED, text
        assert names.alike(name)[ours(f"n{number}")].nearness is Nearness.EXACT
        assert ours(f"n{number}") in names.alike(name.upper())


def test_naughty_names_are_found_or_not_at_once() -> None:
    path = Path(__file__).parents[4] / "shared/suites/blns.json"
    if not path.is_file():
        pytest.skip("needs the shared suites beside the checkout: blns.json")
    texts = json.loads(path.read_text(encoding="utf-8"))
    told = " ".join(f":n{n} rdfs:label {ox.Literal(text)} ." for n, text in enumerate(texts))
    names = counted(told).names
    for number, text in enumerate(texts):
        seen = bool(folded(text))
        assert (ours(f"n{number}") in names.alike(text)) == seen
        assert bool(names.candidates(text, limit=3)) == seen
        assert isinstance(names.described(text, limit=3), tuple)


def test_a_name_of_nothing_that_can_be_read_is_no_name() -> None:
    names = counted(':a rdfs:label "\u200b" . :b rdfs:label "B" .').names
    assert names.candidates("\u200b", limit=5) == ()
    assert [one.entity for one in names.candidates("b", limit=5)] == [ours("b")]
