from collections.abc import Iterable, Iterator
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.api.asking import paired, unnamed
from tertium.model.link import Linking, LinkOutcome, LinkQuery


def ask(name: str) -> LinkQuery | Linking:
    return unnamed(LinkQuery(text=name))


def linked(query: LinkQuery) -> Linking:
    return Linking(query=query, outcome=LinkOutcome.DOUBTFUL, candidates=(), why="doubt")


def in_batches(queries: Iterable[LinkQuery]) -> Iterator[Linking]:
    rest = iter(queries)
    while batch := tuple(islice(rest, 3)):
        yield from map(linked, batch)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["Kim", "Lee", " ", ""])))
def test_each_has_its_own_answer_in_the_order_given(names: list[str]) -> None:
    pairs = list(paired(names, ask, in_batches))
    assert [name for name, _ in pairs] == names
    assert [linking.query.text for _, linking in pairs] == names
    assert all((one.why == "doubt") is bool(name.strip()) for name, one in pairs)


def test_what_has_no_name_is_not_asked() -> None:
    ((_, linking),) = paired([""], ask, in_batches)
    assert (linking.outcome, linking.why) == (LinkOutcome.NONE, "no name given")


def test_no_more_is_read_ahead_than_the_linker_takes() -> None:
    read = []

    def endless() -> Iterator[str]:
        while True:
            read.append("Kim")
            yield "Kim"

    assert len(list(islice(paired(endless(), ask, in_batches), 7))) == 7
    assert len(read) == 9
