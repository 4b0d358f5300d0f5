"""What is stated of one thing under several IRIs, each value once with all its references."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final, Self

from tertium.compare.equality import canonical
from tertium.model.alignment import Alignment
from tertium.model.description import Description
from tertium.model.identity import Link
from tertium.model.statement import Rank, Reference, Statement
from tertium.model.terms import Iri
from tertium.model.values import Value

__all__ = ["united"]

_NO_TWINS: Final[dict[Iri, Iri]] = {}
_Fact = tuple[Iri, Value, Rank]
_Owner = tuple[Iri, tuple[Link, ...]]


def united(one: Description, alignment: Alignment) -> Description:
    """Return a description in which graphs that state the same of a thing state it once.

    Of two statements under different IRIs which give the same property the same value, one stands
    for both when it says of the circumstances all that the other says. It has the references of
    both. What one graph states twice is left as it is.
    """
    return replace(
        one,
        statements=_once(one.statements, alignment),
        inward=_once(one.inward, alignment),
    )


@dataclass(frozen=True, slots=True)
class _Saying:
    """A statement with what it says, as far as two graphs can say the same.

    A preferred rank is a word on other statements of the same graph, so that it is what counts
    there which may be the same as what counts elsewhere.
    """

    statement: Statement
    fact: _Fact
    circumstances: frozenset[tuple[Iri, Value]]

    @classmethod
    def of(cls, one: Statement, preferred: AbstractSet[_Owner], alignment: Alignment) -> Self:
        name = alignment.name(one.predicate.iri)
        counts = one.rank is Rank.NORMAL and _owner(one) not in preferred
        rank = Rank.PREFERRED if counts else one.rank
        parts = ((alignment.name(q.predicate.iri), q.value) for q in one.qualifiers)
        said = frozenset((part, canonical(value, _NO_TWINS)) for part, value in parts)
        return cls(one, (name, canonical(one.value, _NO_TWINS), rank), said)

    @property
    def place(self) -> tuple[int, bool, Iri]:
        """Where it stands among those that may stand for others."""
        one = self.statement
        return -len(self.circumstances), bool(one.subject_links), one.iri

    def covers(self, other: Self) -> bool:
        """Return whether it says all that a statement under another IRI says."""
        apart = self.statement.subject_links != other.statement.subject_links
        return apart and self.circumstances >= other.circumstances


def _once(statements: tuple[Statement, ...], alignment: Alignment) -> tuple[Statement, ...]:
    if not any(one.subject_links for one in statements):
        return statements
    preferred = {_owner(one) for one in statements if one.rank is Rank.PREFERRED}
    by_fact: dict[_Fact, list[_Saying]] = {}
    for one in statements:
        saying = _Saying.of(one, preferred, alignment)
        by_fact.setdefault(saying.fact, []).append(saying)
    kept = {one.iri: one for group in by_fact.values() for one in _merged(group)}
    return tuple(kept[one.iri] for one in statements if one.iri in kept)


def _owner(one: Statement) -> _Owner:
    """Return the property and the IRI under which a statement is made."""
    return one.predicate.iri, one.subject_links


def _merged(group: Iterable[_Saying]) -> tuple[Statement, ...]:
    kept: list[_Saying] = []
    cited: dict[Iri, set[Reference]] = {}
    for saying in sorted(group, key=lambda one: one.place):
        known = next((one for one in kept if one.covers(saying)), saying)
        cited.setdefault(known.statement.iri, set()).update(saying.statement.references)
        kept += [saying] if known is saying else []
    return tuple(
        replace(one.statement, references=_in_order(cited[one.statement.iri])) for one in kept
    )


def _in_order(references: Iterable[Reference]) -> tuple[Reference, ...]:
    return tuple(sorted(references, key=lambda r: (r.source.label, r.source.iri, r.locator)))
