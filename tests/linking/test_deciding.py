from tertium.linking import Asked, Known, decide
from tertium.model.link import LinkOutcome, LinkQuery
from tertium.model.terms import Iri
from tertium.model.values import Entity


def known(code: str, *names: str, weight: int = 0) -> Known:
    entity = Entity(Iri(f"https://example.org/{code}"), names[0], language="en")
    return Known(entity=entity, names=names, labels=frozenset(names), weight=weight)


def outcome(text: str, *candidates: Known) -> LinkOutcome:
    return decide(LinkQuery(text=text), candidates, Asked(), limit=5).outcome


def test_without_a_name_nothing_is_meant() -> None:
    linking = decide(LinkQuery(text=""), [known("a", "Rosa Lind")], Asked(), limit=5)
    assert (linking.outcome, linking.candidates) == (LinkOutcome.NONE, ())


def test_among_namesakes_only_the_overwhelmingly_linked_is_meant_by_the_full_name() -> None:
    two = known("a", "Rosa Lindqvist", weight=900), known("b", "Rosa Lindqvist", weight=800)
    assert outcome("Rosa Lindqvist", *two) is LinkOutcome.AMBIGUOUS
    assert outcome("Rosa Lindqvist", two[0]) is LinkOutcome.MATCH


def test_of_the_names_of_a_thing_the_nearest_counts() -> None:
    one = known("a", "Rosa Lindqvist", "R. Lindkvist", "Rosa Holm")
    linking = decide(LinkQuery(text="Rosa Holm"), [one], Asked(), limit=5)
    assert linking.candidates[0].matched == "Rosa Holm"
    assert "another name of Rosa Lindqvist" in linking.candidates[0].reasons[0].text
