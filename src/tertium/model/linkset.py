"""What the links of one linking have in common, and how many there are of each outcome."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tertium.model.link import Linking, LinkOutcome
from tertium.model.terms import Iri

__all__ = ["EXACT_MATCH", "UNSPECIFIED", "LinkSet", "Tally"]

EXACT_MATCH: Final = Iri("http://www.w3.org/2004/02/skos/core#exactMatch")
UNSPECIFIED: Final = Iri("https://w3id.org/sssom/license/unspecified")
"""What SSSOM says where nobody has said under which licence mappings may be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSet:
    """What is true of all links of a linking.

    `source` is where the things that were linked are from, `target` where those are that they were
    linked to: an IRI, or nothing. `predicate` says what a link states, `prefixes` are namespaces
    by the prefix by which they go.
    """

    source: Iri | None = None
    target: Iri | None = None
    predicate: Iri = EXACT_MATCH
    licence: Iri = UNSPECIFIED
    tool: str = ""
    prefixes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """How many queries came to which outcome, as they go by."""

    counts: Counter[LinkOutcome] = field(default_factory=Counter)

    def count(self, linking: Linking) -> None:
        """Count one more."""
        self.counts[linking.outcome] += 1

    @property
    def total(self) -> int:
        """How many there were."""
        return self.counts.total()

    @property
    def matched(self) -> int:
        """How many of them came to a match."""
        return self.counts[LinkOutcome.MATCH]

    @property
    def told(self) -> str:
        """How many there were of each outcome, in words."""
        shares = ", ".join(f"{self.counts[one]:,} {one.value}" for one in LinkOutcome)
        return f"{self.total:,} linked: {shares}"
