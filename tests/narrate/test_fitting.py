from tertium.narrate.fitting import fitted
from tertium.narrate.messages import Path
from tertium.narrate.planned import Planned, Tier, Unit
from tests.narrate.builders import about, fact

FACTS = about("Ada", *(fact("role", name) for name in "ABCDEF")).statements


def _unit(facts: int, worth: float = 1.0, place: int = 0) -> Unit:
    message = Path(FACTS[place : place + facts])
    return (Planned(message=message, order=(place, 0), tier=Tier.LEAD, worth=worth),)


def test_a_section_needs_two_messages_and_three_facts() -> None:
    assert fitted([(_unit(3),), (_unit(1), _unit(1, place=1))], 9) == ((), ())
    whole = (_unit(2), _unit(1, place=2))
    assert fitted([whole], 9) == (whole,)


def test_a_section_has_as_many_messages_as_its_facts_need() -> None:
    whole = tuple(_unit(1, place=place) for place in range(3))
    assert fitted([whole], 3) == (whole,)
    assert fitted([whole], 2) == ((),)


def test_where_there_is_no_room_the_best_sections_stay() -> None:
    poor = (_unit(2, 0.1), _unit(1, 0.1, place=2))
    rich = (_unit(2, 2.0), _unit(1, 2.0, place=2))
    assert fitted([poor, rich], 3) == ((), rich)


def test_what_room_is_left_goes_to_what_matters_most() -> None:
    core = (_unit(2), _unit(1, place=2))
    poor, rich = _unit(1, 0.1, place=4), _unit(1, 3.0, place=4)
    assert fitted([(*core, poor), (*core, rich)], 5) == (core, (*core, rich))
