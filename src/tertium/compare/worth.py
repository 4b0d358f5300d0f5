"""How telling a statement is of its entity.

    score = frequency * scarcity * shape * news

BAFREC (Kroll, Nagel and Balke 2018) sets what is frequent of a property against what is rare of a
value; the constants were settled on folds 0 and 1 of ESBM v1.2 (Liu et al. 2020).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tertium.compare.bearing import SHAPES, bearing
from tertium.compare.peers import Peers, peers_of
from tertium.model.explanation import Worth
from tertium.model.statement import Statement
from tertium.model.statistics import Statistics
from tertium.model.values import Entity

__all__ = ["MOST", "Judge", "judges_of"]

_NEVER_SEEN: Final = 0.5
_FREQUENCY: Final = 0.35
_SCARCITY: Final = 0.85
_BREADTH: Final = 0.5
_NEWS: Final = 0.35
_POINTED_AT: Final = 0.6
_NAMELESS: Final = 0.8
MOST: Final = (1 + _BREADTH) * max(SHAPES.values())
"""What a statement can tell in its row at most."""


@dataclass(frozen=True, slots=True)
class Judge:
    """An entity and its peers, against whom its statements are judged."""

    entity: Entity
    peers: Peers

    def worth(self, statement: Statement, *, own: int) -> Worth:
        """Return how telling a statement is, of which there are `own` of the same property.

        - frequency: ((0.5 + f) / 1.5) ^ 0.35, where f is the share of peers with the property;
        - scarcity: (the mean of own and usual number of values) ^ -0.85: one among many tells
          less among all statements;
        - breadth: 1 + 0.5 * (1 - 1 / that mean): but a row of several tells more;
        - shape: by what the value is for its reader;
        - news: 0.65 + 0.35 * i, where i is the informativeness of the value; times 0.6 if the
          entity is the object of the statement, else times 0.8 if the value has no name.
        """
        peers, predicate = self.peers, statement.predicate
        holders, sharers = peers.holders(predicate), peers.sharers(statement)
        usual, found = peers.usual(predicate, holders), bearing(statement, self.entity)
        informativeness = peers.informativeness(sharers)
        value, pointed_at = statement.value, statement.subject != self.entity.iri
        nameless = isinstance(value, Entity) and value.nameless
        heard = _POINTED_AT if pointed_at else _NAMELESS if nameless else 1.0
        return Worth(
            statement=statement.iri,
            kind=peers.kind,
            size=peers.size,
            holders=holders,
            sharers=sharers,
            own=own,
            usual=usual,
            informativeness=informativeness,
            bearing=found,
            frequency=((_NEVER_SEEN + peers.frequency(holders)) / (_NEVER_SEEN + 1)) ** _FREQUENCY,
            scarcity=((own + usual) / 2) ** -_SCARCITY,
            breadth=1 + _BREADTH * (1 - 2 / (own + usual)),
            shape=SHAPES[found],
            news=(1 - _NEWS + _NEWS * informativeness) * heard,
            nameless=nameless,
        )


def judges_of(entities: Sequence[Entity], statistics: Statistics) -> tuple[Judge, ...]:
    """Return who judges the statements on each entity."""
    return tuple(map(Judge, entities, peers_of(entities, statistics)))
