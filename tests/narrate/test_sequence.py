from tertium.narrate.messages import Contrast, Crossing, Side, Stated
from tertium.narrate.sequence import chronological
from tests.narrate.builders import about, date, fact

EARLY, LATE = about(
    "Ada", fact("role", "A", time=date("1800")), fact("role", "B", time=date("1900"))
).statements


def test_each_part_is_told_in_order_of_time() -> None:
    turned, told = (Side(LATE.subject, (part,)) for part in ((LATE, EARLY), (EARLY, LATE)))
    assert chronological(Stated(turned)) == Stated(told)
    assert chronological(Contrast(sides=(turned, told))) == Contrast(sides=(told, told))


def test_what_has_no_list_stays_as_it_is() -> None:
    assert chronological(Crossing(LATE, EARLY)) == Crossing(LATE, EARLY)
