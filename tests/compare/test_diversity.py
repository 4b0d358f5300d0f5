from hypothesis import given
from hypothesis import strategies as st

from tertium.compare.diversity import Candidate, diverse

merits = st.lists(
    st.tuples(st.integers(0, 8), st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12
)


def candidate(number: int, merit: float, *said: str) -> Candidate[int]:
    return Candidate(thing=number, merit=merit, place=(number,), says=dict.fromkeys(said, 0.5))


def test_what_was_said_is_worth_less() -> None:
    one, same, other = candidate(1, 1.0, "a"), candidate(2, 0.9, "a"), candidate(3, 0.5, "b")
    assert list(diverse([one, same, other])) == [1, 3, 2]


def test_ties_go_by_place() -> None:
    assert list(diverse([candidate(2, 1.0), candidate(1, 1.0)])) == [1, 2]


@given(merits)
def test_the_lazy_choice_is_the_greedy_one(drawn: list[tuple[int, str, str]]) -> None:
    candidates = [candidate(n, float(merit), *said) for n, (merit, *said) in enumerate(drawn)]
    left, said, greedy = list(candidates), list[object](), list[int]()
    while left:
        best = min(left, key=lambda c: (-c.merit * 0.5 ** sum(map(said.count, c.says)), c.place))
        left.remove(best)
        said += best.says
        greedy.append(best.thing)
    assert list(diverse(candidates)) == greedy
