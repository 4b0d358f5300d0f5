from dataclasses import replace
from pathlib import Path

import tertium
from tertium.model.terms import Iri

GRAPH = Path(__file__).parents[1] / "fixtures" / "graph.ttl"
STALIN, TROTSKY, CAESAR = (
    Iri(f"https://w3id.org/tertium/id/{name}") for name in ("stalin", "trotsky", "caesar")
)


def test_descriptions_which_are_kept_are_those_which_are_read() -> None:
    reader = tertium.open(GRAPH).reader
    keeping = replace(reader, memory=2)
    for pair in [(STALIN, TROTSKY), (STALIN, CAESAR), (TROTSKY, CAESAR), (CAESAR, STALIN)]:
        assert keeping.descriptions(pair) == reader.descriptions(pair)


def test_more_may_be_asked_for_than_is_kept() -> None:
    reader = replace(tertium.open(GRAPH).reader, memory=1)
    assert [one.iri for one in reader.descriptions((STALIN, TROTSKY, CAESAR))] == [
        STALIN,
        TROTSKY,
        CAESAR,
    ]


def test_what_is_kept_is_not_read_again() -> None:
    keeping, reading = (replace(tertium.open(GRAPH).reader, memory=many) for many in (5, 0))
    assert keeping.descriptions((STALIN,))[0] is keeping.descriptions((STALIN,))[0]
    assert reading.descriptions((STALIN,))[0] is not reading.descriptions((STALIN,))[0]
