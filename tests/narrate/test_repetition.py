from tertium.model.statement import Statement
from tertium.narrate.messages import Crossing, Rivals, Side, Stated
from tertium.narrate.repetition import once, untold
from tertium.narrate.topics import Topic, topics_of
from tests.narrate.builders import Fact, about, amount, compare, date, fact, iri

EVERYONE = frozenset({iri("Ada"), iri("Bo")})


def _topics(*sides: list[Fact]) -> tuple[Topic, ...]:
    people = (about(name, *side) for name, side in zip(("Ada", "Bo"), sides, strict=False))
    return topics_of(compare(*people).rows, {})


def _told(topics: tuple[Topic, ...]) -> list[Statement]:
    return [s for topic in topics for s in topic.statements]


def _words(topics: tuple[Topic, ...]) -> list[str]:
    return [s.predicate.label for s in _told(topics)]


def test_a_thing_is_told_by_the_first_property_of_its_facet() -> None:
    ada = [fact("ideology", "Marxism"), fact("doctrine", "Marxism"), fact("party", "Marxism")]
    assert _words(once(_topics(ada), EVERYONE)) == ["political ideology", "party membership"]


def test_what_more_have_is_told_as_well() -> None:
    ada, bo = [fact("ideology", "X"), fact("doctrine", "X")], [fact("doctrine", "X")]
    assert len(_told(once(_topics(ada, bo), EVERYONE))) == 3
    assert len(_told(once(_topics([*ada, fact("influencedBy", "X")], bo), EVERYONE))) == 3


def test_numbers_and_what_two_were_to_each_other_may_be_told_again() -> None:
    ada = [fact("ideology", amount(1)), fact("doctrine", amount(1))]
    assert len(_told(once(_topics(ada), EVERYONE))) == 2
    each_other = [fact("ally", "Bo"), fact("opponent", "Bo")]
    assert len(_told(once(_topics(each_other, []), EVERYONE))) == 2


def test_what_has_been_told_is_told_no_more() -> None:
    topics = _topics([fact("ideology", "X"), fact("doctrine", "X"), fact("party", "X")])
    first = _told(topics)[0]
    left = untold(topics, [Stated(Side(first.subject, ((first,),)))], EVERYONE)
    assert _words(left) == ["party membership"]


def test_only_the_preferred_of_rivals_may_be_told_again() -> None:
    for rank, left in (("preferred", 1), ("normal", 0)):
        topics = _topics([fact("birthDate", date("1900"), rank=rank)])
        (lead,) = _told(topics)
        assert len(_told(untold(topics, [Rivals(lead, ())], EVERYONE))) == left


def test_what_two_stood_to_differently_is_no_topic_any_more() -> None:
    topics = _topics([fact("policyOpposed", "X")], [fact("policyImplemented", "X")])
    one, other = _told(topics)
    assert _told(untold(topics, [Crossing(one, other)], EVERYONE)) == []
