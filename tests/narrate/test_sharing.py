from tertium.model.dates import Interval
from tertium.narrate.messages import Shared
from tertium.narrate.sharing import agreements, sharing
from tertium.narrate.topics import Topic, topics_of
from tests.narrate.builders import NONE, Fact, about, compare, date, fact, thing


def _topic(*sides: list[Fact]) -> Topic:
    people = (about(name, *side) for name, side in zip(("Ada", "Bo", "Cy"), sides, strict=False))
    (topic,) = topics_of(compare(*people).rows, {})
    return topic


def _shared(*sides: list[Fact]) -> list[Shared]:
    messages = (one.message for one in sharing([_topic(*sides)]))
    return [message for message in messages if isinstance(message, Shared)]


def test_that_nobody_has_any_is_shared() -> None:
    (agreement,) = agreements(_topic([fact("party", NONE)], [fact("party", NONE)]))
    assert not agreement.positive


def test_dates_which_agree_at_the_coarser_precision_are_shared() -> None:
    one, other = [fact("birthDate", date("1900-05-01"))], [fact("birthDate", date("1900"))]
    (agreement,) = agreements(_topic(one, other))
    assert agreement.value == date("1900")


def test_an_overlap_must_be_more_than_a_moment() -> None:
    long = [fact("role", "A", start=date("1900"), end=date("1910"))]
    late = [fact("role", "A", start=date("1905"), end=date("1920"))]
    end = [fact("role", "A", start=date("1910"), end=date("1920"))]
    assert agreements(_topic(long, late))[0].overlap == (
        Interval(start=date("1905"), end=date("1910"))
    )
    assert agreements(_topic(long, end))[0].overlap is None


def test_each_value_has_its_own_overlap() -> None:
    spans = ((1900, 1910), (1920, 1930))
    held = [
        fact("role", name, start=date(str(start)), end=date(str(end)))
        for name, (start, end) in zip("AB", spans, strict=True)
    ]
    people = (about(name, *held) for name in ("Ada", "Bo"))
    planned = sorted(sharing(topics_of(compare(*people).rows, {})), key=lambda one: one.order)
    told = [one.message for one in planned if isinstance(one.message, Shared)]
    assert [one.overlap for message in told for one in message.agreements] == [
        Interval(start=date(str(start)), end=date(str(end))) for start, end in spans
    ]


def test_what_all_share_comes_before_what_two_share() -> None:
    both = [fact("role", "A"), fact("role", "B")]
    first, second = _shared(both, both, [fact("role", "A")])
    assert (len(first.holders), first.everyone) == (3, True)
    assert (len(second.holders), second.everyone) == (2, False)


def test_different_parts_have_a_sentence_each_and_the_rest_go_by_twos() -> None:
    names = ("A", "B", "C", "D", "E")
    one, other = (
        [fact("partIn", name, part=thing(part)) for name in names[:1]]
        + [fact("partIn", name) for name in names[1:]]
        for part in ("leader", "editor")
    )
    assert [len(message.agreements) for message in _shared(one, other)] == [1, 2, 2]
