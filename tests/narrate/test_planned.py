from tertium.narrate.messages import Path
from tertium.narrate.planned import Planned, Tier, best


def _planned(*order: int, tier: Tier = Tier.LEAD, worth: float = 1.0) -> Planned:
    return Planned(message=Path(()), order=order, tier=tier, worth=worth)


def test_the_best_are_told_in_their_order() -> None:
    poor, rich = _planned(1, worth=0.1), _planned(3, worth=3.0)
    other = _planned(2, worth=2.0)
    assert best([poor, rich, other], most=2, enough=1) == (other, rich)


def test_lesser_things_fill_up_only_until_there_is_enough() -> None:
    lead, lesser = _planned(1), _planned(2, tier=Tier.MORE)
    assert best([lead, lesser], most=2, enough=1) == (lead,)
    assert best([lead, lesser], most=2, enough=2) == (lead, lesser)


def test_what_is_alike_of_two_comparands_stands_or_falls_together() -> None:
    one, other = _planned(1, 3, 0, 0), _planned(1, 3, 0, 1)
    assert best([one, other], most=1, enough=1) == ()
    assert best([one, other], most=2, enough=1) == (one, other)
