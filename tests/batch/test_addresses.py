import re
from pathlib import PurePosixPath

import pytest

from tertium.batch.addresses import address_of, thing_address, turned_addresses
from tertium.model.terms import Iri
from tertium.queries.prefixes import PREFIXES

DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
ODD = (
    "http://a/x",
    "http://a/X",
    "http://b/x",
    "http://a/x/",
    "http://a/../",
    "http://a/con",
    "http://a/NUL.txt",
    "http://a/Ünïcode",
    "http://a/U\u0308nicode",
    "http://a/東京",
    "http://a/" + "long" * 200,
    "urn:isbn:978-0",
    PREFIXES["ex"] + "stalin",
    PREFIXES["ex"] + "Stalin",
    PREFIXES["ex"] + "more--abc",
    PREFIXES["wd"] + "Q855",
    PREFIXES["wd"] + "q855",
)


def addressed(*iris: str) -> str:
    return address_of(tuple(map(Iri, iris)))


def test_a_pair_has_one_address() -> None:
    assert addressed("http://a/Q10", "http://a/Q9") == addressed("http://a/Q9", "http://a/Q10")


def test_the_other_order_of_a_pair_is_known() -> None:
    pair = (Iri(PREFIXES["ex"] + "b"), Iri(PREFIXES["ex"] + "a"))
    assert address_of(pair) == "compare/ex-a/ex-b"
    assert turned_addresses(pair) == ("compare/ex-b/ex-a",)
    assert turned_addresses((*pair, Iri("http://a/c"))) == ()
    assert turned_addresses((pair[0], pair[0])) == ()


def test_the_order_of_three_is_theirs() -> None:
    one, other, third = ODD[:3]
    assert addressed(one, other, third) != addressed(other, one, third)


def test_no_two_things_have_one_address_where_case_is_ignored() -> None:
    assert len({thing_address(Iri(iri)).casefold() for iri in ODD}) == len(ODD)


def test_what_looks_like_the_digest_of_another_is_told_apart() -> None:
    digested = PurePosixPath(thing_address(Iri("http://a/ex"))).name
    alike = Iri(PREFIXES["ex"] + digested.removeprefix("ex-"))
    assert PurePosixPath(thing_address(alike)).name != digested


@pytest.mark.parametrize("iri", ODD)
def test_every_file_system_takes_an_address(iri: str) -> None:
    part = PurePosixPath(thing_address(Iri(iri))).name
    assert re.fullmatch(r"[a-z0-9]+(-{1,2}[a-z0-9]+)*", part)
    assert len(part) <= 80
    assert not DEVICES.fullmatch(part)


def test_an_address_does_not_grow_with_what_is_compared() -> None:
    crowd = [f"{PREFIXES['wd']}Q{number}" for number in range(1, 51)]
    assert addressed(*crowd).startswith("compare/q1/q2/q3/more--")
    assert len(addressed(*crowd)) < 50
    assert addressed(*crowd) != addressed(*crowd[:-1])
