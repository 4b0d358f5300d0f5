from tertium.model.verdict import Length
from tertium.narrate.budget import BUDGETS, Budget
from tertium.narrate.messages import Message, Path
from tertium.narrate.planned import Planned, Tier, best, in_order
from tests.narrate.builders import about, fact

A, B, C = about(
    "Ada", fact("role", "mayor"), fact("party", "Greens"), fact("ideology", "peace")
).statements


def _planned(
    *order: int, tier: Tier = Tier.LEAD, worth: float = 1.0, message: Message | None = None
) -> Planned:
    return Planned(message=message or Path((A,)), order=order, tier=tier, worth=worth)


def _told(*planned: Planned, section: int, enough: int = 9, row: int = 9) -> list[Planned]:
    budget = Budget(sections=9, section=section, enough=enough, row=row)
    return [one for unit in best(planned, budget) for one in unit]


def test_the_best_are_chosen_best_first_and_told_in_their_order() -> None:
    poor, rich, other = (
        _planned(1, 0, worth=0.1),
        _planned(3, 0, worth=3.0, message=Path((B,))),
        _planned(2, 1, worth=2.0, message=Path((C,))),
    )
    assert _told(poor, rich, other, section=2) == [rich, other]
    assert in_order([(rich,), (other,)]) == (other.message, rich.message)


def test_lesser_things_fill_up_only_until_there_is_enough() -> None:
    lead, lesser = _planned(1, 0), _planned(2, 0, tier=Tier.MORE)
    assert _told(lead, lesser, section=2, enough=1) == [lead]
    assert _told(lead, lesser, section=2, enough=2) == [lead, lesser]


def test_what_is_alike_of_two_comparands_stands_or_falls_together() -> None:
    one, other = _planned(1, 3, 0, 0), _planned(1, 3, 0, 1)
    assert _told(one, other, section=1) == []
    assert _told(other, one, section=2) == [one, other]


def test_a_property_has_its_share_and_no_more() -> None:
    one, other = _planned(1, 0), _planned(1, 1)
    assert _told(one, other, section=9, row=1) == [one]


def test_more_of_the_same_matters_less() -> None:
    first, second = _planned(1, 0, 0, worth=1.0), _planned(1, 0, 1, worth=1.0)
    other = _planned(2, 1, worth=0.9, message=Path((B,)))
    assert _told(first, second, other, section=9) == [first, other, second]


def test_a_longer_narrative_has_room_for_more() -> None:
    rooms = [BUDGETS[length] for length in Length]
    for name in ("sections", "section", "enough", "row"):
        sizes = [getattr(room, name) for room in rooms]
        assert sizes == sorted(sizes)
