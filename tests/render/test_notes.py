from tertium.model.statement import Reference
from tertium.model.values import Text
from tertium.render.notes import Notes
from tests.render.builders import source, statement


def test_sources_are_numbered_in_order_of_first_use() -> None:
    first, second = source("b"), source("a")
    notes = Notes.of(
        (
            statement("x", Text("x"), cited=(Reference(first), Reference(second, "ch. 2"))),
            statement("y", Text("y"), cited=(Reference(second), Reference(first))),
        )
    )
    assert list(notes) == [(1, first), (2, second)]
    assert (len(notes), notes.number(second)) == (2, 2)
