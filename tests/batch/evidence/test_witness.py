from random import Random

import pytest

from tertium.batch.evidence.telling import said
from tertium.batch.evidence.witness import Witness
from tertium.batch.facts import Key, Noun
from tests.batch.evidence.worlds import PAIRS, Made, edited, made, opened, page_of, world

_EDITS, _MANY = 3, 400


def _changed(graph: Witness, before: Made) -> tuple[Key, ...]:
    _, facts = before
    now = graph.facts(fact.key for fact in facts)
    return tuple(new.key for old, new in zip(facts, now, strict=True) if old != new)


def test_a_page_that_changes_has_evidence_that_changed(*, whole: bool) -> None:
    random = Random(8)
    pairs = PAIRS if whole else PAIRS[::2]
    lines = world()
    before = [*made(opened(lines), pairs)]
    for number in range(_MANY if whole else _EDITS):
        kind, lines = edited(lines, random)
        graph = opened(lines)
        witness = Witness(graph)
        after = [*made(graph, pairs)]
        for pair, old, new in zip(pairs, before, after, strict=True):
            assert old[0] == new[0] or _changed(witness, old), (number, kind, pair)
        before = after


@pytest.mark.parametrize("remembered", [0, 4])
def test_the_evidence_is_the_same_whatever_was_made_before(remembered: int) -> None:
    graph = opened(world())
    graph.remember(remembered)
    early, late = Witness(graph), Witness(graph)
    for pair in PAIRS[:4]:
        page_of(late, pair)
    late.evidence()
    for witness in (early, late):
        page_of(witness, PAIRS[0])
    assert early.evidence() == late.evidence()


def test_a_page_of_a_witness_is_that_of_its_graph() -> None:
    graph = opened(world())
    assert page_of(Witness(graph), PAIRS[5]) == page_of(graph, PAIRS[5])


def test_what_is_not_read_again_is_no_evidence() -> None:
    witness = Witness(opened(world()))
    page_of(witness, PAIRS[0])
    assert witness.evidence()
    assert witness.evidence() == ()


@pytest.fixture(scope="module")
def witness() -> Witness:
    return Witness(opened(world()))


def _nouns(witness: Witness) -> set[str]:
    return {fact.key.noun for fact in witness.evidence()}


def test_of_a_day_it_counts_when_things_began(witness: Witness) -> None:
    witness.compare(*PAIRS[0], at="1905")
    assert Noun.BEGUN.value in _nouns(witness)


def test_what_introduces_things_is_noted_where_they_are_looked_for(witness: Witness) -> None:
    witness.find("Pompey")
    assert Noun.TOLD.value in _nouns(witness)


def test_why_two_names_mean_one_thing_is_evidence(witness: Witness) -> None:
    assert "named twice" in page_of(witness, ("Pompey", PAIRS[1][1]))
    assert {Noun.NAME.value, Noun.STATED.value} <= _nouns(witness)


def test_what_the_whole_graph_has_may_be_counted(witness: Witness) -> None:
    sidecar = witness.sidecar
    assert sidecar is not None
    sizes = sidecar.statistics.class_sizes
    assert len(sizes) == len({*sizes})
    assert len(sidecar.totals) == len({*sidecar.totals})


def test_a_nameless_value_is_another_in_each_version(witness: Witness) -> None:
    (fact,) = witness.facts([Key("count", ("sharing", "urn:p", "_:b0"))])
    assert fact.answer == witness.info.version


def test_every_key_can_be_said(witness: Witness) -> None:
    for pair in PAIRS[:3]:
        page_of(witness, pair)
    keys = [fact.key for fact in witness.evidence()]
    assert all(said(key).startswith(("what", "how", "the", "names", "when")) for key in keys)
    assert {key.item[0] for key in keys if key.noun == "count"}
