"""What the graph says of an entity and a property: the state of a cell."""

from tertium.compare.align import Saying
from tertium.model.comparison import Cell
from tertium.model.description import Description
from tertium.model.values import NoValue
from tertium.model.verdict import CellState, Ranks

__all__ = ["cell", "state"]


def cell(
    description: Description,
    *,
    saying: Saying,
    applies: bool,
    crowded: bool = False,
    ranks: Ranks = Ranks.BEST,
) -> Cell:
    """Return the cell of an entity in the row of a property, which applies to it or does not.

    It is `crowded` when too many others state it of the entity for them to be read. Its state
    follows from the best statements alone, whichever others are shown.
    """
    silent = CellState.NOT_STATED if applies else CellState.NOT_APPLICABLE
    return Cell(
        entity=description.iri,
        state=state(saying) if saying.best else silent,
        statements=saying.best,
        others=saying.beside(ranks),
        crowded=crowded and not saying.best,
    )


def state(saying: Saying) -> CellState:
    """Return what the best statements, at least one, amount to.

    A stated value outweighs a stated none and a stated unknown; an unknown outweighs a none,
    since it claims less. (That they contradict each other makes them contested.)
    """
    if any(statement.positive for statement in saying.best):
        return CellState.VALUE
    if all(isinstance(statement.value, NoValue) for statement in saying.best):
        return CellState.NONE
    return CellState.UNKNOWN
