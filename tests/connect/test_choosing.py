from tertium.connect import choose
from tests.connect.builders import found, hood, nodes_of


def test_a_third_chain_of_one_pattern_tells_nothing_new() -> None:
    around = hood(*(f"{end} won p{n}" for end in "ab" for n in range(5)), "a met x", "b met x")
    chosen = [nodes_of(one) for one in choose(found(around), limit=9)]
    assert sorted(chosen) == ["a p0 b", "a p1 b", "a x b"]


def test_who_is_connected_by_one_is_not_told_to_be_by_one_and_another() -> None:
    around = hood("a p x", "x p b", "x q y", "y q b", "a r v", "v r w", "w s b")
    assert [nodes_of(one) for one in choose(found(around), limit=9)] == ["a x b", "a v w b"]
    assert [nodes_of(one) for one in choose(found(around), limit=1)] == ["a x b"]
