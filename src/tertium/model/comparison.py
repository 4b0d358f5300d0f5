"""A comparison: comparands by attributes, with a verdict on each row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from tertium.errors import UnknownRowError
from tertium.model.comparability import Comparability
from tertium.model.description import Description
from tertium.model.explanation import Explanation
from tertium.model.measure import Measure
from tertium.model.moment import Moment
from tertium.model.revision import Revision
from tertium.model.schema import Facet, Property
from tertium.model.selection import Offers, Selection
from tertium.model.statement import Statement
from tertium.model.tally import Tally
from tertium.model.terms import Iri
from tertium.model.values import Entity, Value
from tertium.model.verdict import CellState, Ranks, Relation, View

__all__ = [
    "MOST_COMPARANDS",
    "Cell",
    "Common",
    "CommonKind",
    "Comparison",
    "Connection",
    "GraphInfo",
    "Queries",
    "Row",
]

MOST_COMPARANDS: Final = 50
"""How many entities are compared at once; what needs more is a list, not a comparison."""


class CommonKind(Enum):
    """How something is common: the value itself, or what both values fall under."""

    VALUE = "value"
    ANCESTOR = "ancestor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """A value which two or more comparands have, or an ancestor of their values."""

    value: Value
    kind: CommonKind = CommonKind.VALUE
    holders: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one entity has in a row: a state and, if any, the statements.

    `statements` are those of the best rank, which alone count; `others` are shown beside them, the
    normal ones before the deprecated. `why` says what the state rests on, where no value does.
    """

    entity: Iri
    state: CellState
    statements: tuple[Statement, ...] = ()
    others: tuple[Statement, ...] = ()
    why: str = ""
    crowded: bool = False

    @property
    def shown(self) -> tuple[Statement, ...]:
        """All statements which a reader sees, those which count first."""
        return self.statements + self.others


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One property of all comparands; of three or more, there is a `tally` of the values.

    A row that another implies is folded into it, named by its property. Statements of the
    properties in `means` would answer it, too, and those of the properties in `turned` whose value
    the comparand is; both are empty where nobody is silent.
    """

    predicate: Property
    cells: tuple[Cell, ...]
    relation: Relation
    reason: str
    common: tuple[Common, ...] = ()
    measure: Measure | None = None
    contested: frozenset[Iri] = frozenset()
    salience: float = 0.0
    explanation: Explanation | None = None
    folded_into: Iri | None = None
    tally: Tally | None = None
    means: tuple[Iri, ...] = ()
    turned: tuple[Iri, ...] = ()

    @property
    def facet(self) -> Facet:
        """The facet of the row's property."""
        return self.predicate.facet

    @property
    def evidence(self) -> tuple[Statement, ...]:
        """The statements of all cells which count, in the order of the cells."""
        return tuple(s for cell in self.cells for s in cell.statements)

    @property
    def shown(self) -> tuple[Statement, ...]:
        """The statements of all cells which a reader sees, in the order of the cells."""
        return tuple(s for cell in self.cells for s in cell.shown)


@dataclass(frozen=True, slots=True)
class Connection:
    """A chain of statements from one comparand to another, and who stands between them."""

    path: tuple[Statement, ...]
    between: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphInfo:
    """Which graph was asked: its name, a digest of its content, its files.

    `counted` says whether there are statistics of it; without them salience is a guess. `failed`
    are the sources beside it which could not be asked. `fetched` says of which entities it has
    documents of a Wikibase: which revisions, and when they were fetched.
    """

    id: str = ""
    version: str = ""
    sources: tuple[str, ...] = ()
    counted: bool = True
    failed: tuple[str, ...] = ()
    fetched: tuple[Revision, ...] = ()

    def on(self, entities: Iterable[Iri]) -> "GraphInfo":
        """Return this with no other documents than those of some entities, in their order."""
        if not self.fetched:
            return self
        last = {revision.entity: revision for revision in self.fetched}
        return replace(self, fetched=tuple(last[iri] for iri in entities if iri in last))


@dataclass(frozen=True, slots=True)
class Queries:
    """The SPARQL that says what is shared, and what each entity alone has."""

    similarity: str = ""
    differences: tuple[tuple[Iri, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Comparands by attributes, most salient row first within its facet.

    `rows` are those shown, `rows_total` counts all there are. `moment` is the day of which it
    speaks, if it speaks of one. Index it by the label or IRI of a property for a row; iterate it
    for the rows. `transposed` sets the comparands one below the other; `None` leaves that to the
    format. What is `sensitive` of living persons is shown only when asked for; so many rows are
    `withheld`. `offers` counts the rows of other views and facets, where that was asked.
    """

    entities: tuple[Description, ...]
    rows: tuple[Row, ...]
    rows_total: int
    connections: tuple[Connection, ...] = ()
    language: str = "en"
    ranks: Ranks = Ranks.BEST
    moment: Moment | None = None
    graph: GraphInfo = field(default_factory=GraphInfo)
    queries: Queries = field(default_factory=Queries)
    selection: Selection = field(default_factory=Selection)
    offers: Offers = field(default_factory=Offers)
    comparability: Comparability = field(default_factory=Comparability)
    transposed: bool | None = None
    sensitive: bool = False
    withheld: int = 0

    @property
    def title(self) -> str:
        """The labels of the comparands, against each other."""
        return " vs. ".join(entity.label for entity in self.entities)

    @property
    def evident(self) -> "Comparison":
        """Itself without the rows which show only what does not count, or what another implies."""
        return replace(
            self, rows=tuple(row for row in self.rows if row.evidence and row.folded_into is None)
        )

    @property
    def commonalities(self) -> tuple[Row, ...]:
        """The rows with something in common, most salient first."""
        return self._view(View.SHARED)

    @property
    def differences(self) -> tuple[Row, ...]:
        """The rows which differ, most salient first."""
        return self._view(View.DIFFERENCES)

    @property
    def gaps(self) -> tuple[Row, ...]:
        """The rows of which the graph is silent for somebody, most salient first."""
        return self._view(View.MISSING)

    def __iter__(self) -> Iterator[Row]:
        """Iterate over the rows shown."""
        return iter(self.rows)

    def __getitem__(self, name: str) -> Row:
        """Return the row of a property; of a facet, its most salient row.

        Raises:
            UnknownRowError: when nothing here has this label or IRI.

        """
        wanted = name.casefold()
        for row in self.rows:
            if wanted in {row.predicate.iri.casefold(), row.predicate.label.casefold()}:
                return row
        of_facet = [row for row in self.rows if row.facet.label.casefold() == wanted]
        if not of_facet:
            raise UnknownRowError(name)
        return max(of_facet, key=lambda row: row.salience)

    def _view(self, view: View) -> tuple[Row, ...]:
        kept = (row for row in self.rows if row.relation in view.relations)
        return tuple(sorted(kept, key=lambda row: -row.salience))
