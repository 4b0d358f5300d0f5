"""What an audit finds: each claim of a text with its verdict and what that rests on."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from tertium.model.comparison import GraphInfo
from tertium.model.statement import Statement
from tertium.model.values import Entity

__all__ = ["Audit", "AuditVerdict", "Coverage", "Finding", "Passage"]


class AuditVerdict(Enum):
    """What the graph says to a claim; silence is neither yes nor no."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_IN_GRAPH = "not in the graph"
    OPINION = "opinion"
    NOT_UNDERSTOOD = "not understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence or a cell of a table, numbered in the order of the text.

    `party` is whose cell it is, by its place among the comparands, and `row` the label before it.
    """

    number: int
    text: str
    section: str = ""
    party: int | None = None
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One claim: its words, [start, end) in the passage, of whom it is, and what became of it.

    `statements` bear the verdict; `nearest` are the closest ones where nothing does.
    """

    passage: Passage
    start: int
    end: int
    verdict: AuditVerdict
    why: str
    subject: Entity | None = None
    contested: bool = False
    statements: tuple[Statement, ...] = ()
    nearest: tuple[Statement, ...] = ()

    @property
    def text(self) -> str:
        """The words of the claim."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of the text was answered, and what of the graph the text leaves out.

    `touched` counts the passages of which something was understood. `unmentioned` are statements of
    the most telling rows, of which the text has none.
    """

    passages: int
    touched: int
    verdicts: Mapping[AuditVerdict, int]
    contested: int
    rows: int
    unmentioned: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """All claims of a text on some entities, against one graph."""

    entities: tuple[Entity, ...]
    passages: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()
    telling: tuple[tuple[Statement, ...], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    graph: GraphInfo = field(default_factory=GraphInfo)
    language: str = "en"

    @property
    def failed(self) -> bool:
        """Whether the graph contradicts any claim."""
        return any(one.verdict is AuditVerdict.CONTRADICTED for one in self.findings)

    @property
    def coverage(self) -> Coverage:
        """How much was answered, and what of the telling rows the text does not mention."""
        cited = {s.iri for one in self.findings for s in one.statements}
        missed = [row for row in self.telling if cited.isdisjoint(s.iri for s in row)]
        counts = Counter(one.verdict for one in self.findings)
        answered = (f for f in self.findings if f.verdict is not AuditVerdict.NOT_UNDERSTOOD)
        return Coverage(
            passages=len(self.passages),
            touched=len({one.passage.number for one in answered}),
            verdicts={verdict: counts[verdict] for verdict in AuditVerdict},
            contested=sum(one.contested for one in self.findings),
            rows=len(self.telling),
            unmentioned=tuple(row[0] for row in missed),
        )
