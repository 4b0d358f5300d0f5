"""Patterns in English: what is shared, what is not, what singles something out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tertium.model.dates import Date
from tertium.model.likeness import Ground
from tertium.model.pattern import (
    Branch,
    Constant,
    Constraint,
    Edge,
    Measured,
    Nested,
    Range,
    Recorded,
)
from tertium.model.terms import Term
from tertium.model.values import Entity, Quantity, Text, Value
from tertium.narrate.languages.en import nouns
from tertium.narrate.languages.en.articles import proper
from tertium.narrate.languages.en.dates import say_moment
from tertium.narrate.languages.en.naming import SOMETHING, VALUES, PatternNames
from tertium.narrate.languages.en.pieces import (
    capital,
    filled,
    finest,
    listed,
    say_bounds,
)
from tertium.narrate.languages.en.unlisted import SLOT
from tertium.narrate.languages.en.words import count, indefinite, say_list

__all__ = ["PatternTeller"]

_TURNS: Final = ((Constant, 5), (Range, 1), (Nested, 2))
_CLAUSES: Final = 4
"""How many clauses a sentence has at most, of each kind and of what is merely recorded."""
_INSIDE: Final = 2
"""How many things it says of something nameless."""
_PAIR: Final = 2
_THAT: Final = " that "


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternTeller(PatternNames):
    """Says patterns with the verb frames of a lexicon."""

    def shared(self, entities: Sequence[Entity], branches: Sequence[Branch]) -> str:
        """Return what is true of all of some entities."""
        group = "both" if len(entities) == _PAIR else f"all {count(len(entities))}"
        names = say_list(tuple(proper(entity) for entity in entities))
        if not branches:
            return f"{capital(names)} share nothing recorded."
        told = self._named(branches) or branches
        clauses, left = self._clauses(told)
        left += len(branches) - len(told)
        more = (
            f"; and {count(left)} more thing{'' if left == 1 else 's'}, see the query"
            if left
            else ""
        )
        if any(self._is_kind(branch) for branch in branches):
            return f"{capital(group)} {listed(clauses)}{more}."
        return f"{capital(names)} share nothing recorded but this: {group} {listed(clauses)}{more}."

    def part(self, branch: Branch) -> str:
        """Return one branch as a verb phrase."""
        return self._clause(branch, plural=False)

    def apart(
        self,
        branch: Branch,
        *,
        pair: tuple[Entity, Entity],
        values: Sequence[Term],
        instead: Sequence[Term],
        ground: Ground,
    ) -> str:
        """Return what is true of one entity, by some values, and what another has instead."""
        one, other = pair
        known = isinstance(branch.constraint, Constant)
        by = "" if known else f" ({say_list(self._few(values))})"
        first = f"{capital(proper(one))} {self.part(branch)}{by}"
        if ground is Ground.SILENT:
            return f"{first}; for {proper(other)} none is recorded."
        if not instead:
            return f"{first}; for {proper(other)} it is not recorded."
        rest = self._held(branch.edge, instead, plural=False)
        silent = ", of which this is not recorded" if ground is Ground.PARTLY else ""
        return f"{first}; {proper(other)} {rest}{silent}."

    def alone(self, entity: Entity, kind: Entity | None, branches: Sequence[Branch]) -> str:
        """Return what is true of one entity and of no other of its class."""
        group = f"all of the class {kind.label}" if kind else "all things"
        if not branches:
            return f"Nothing singles {proper(entity)} out among {group} here."
        clauses, _ = self._clauses(branches, plural=False)
        return f"Of {group} here, only {proper(entity)} {listed(clauses)}."

    def _clauses(
        self, branches: Sequence[Branch], *, plural: bool = True
    ) -> tuple[tuple[str, ...], int]:
        """Return the clauses that are said, and how many branches are left over."""
        kinds = [branch for branch in branches if self._is_kind(branch)]
        groups: dict[tuple[Edge, str], list[Branch]] = {}
        rest = sorted((one for one in branches if one not in kinds), key=self._hollow)
        for branch in (*kinds, *rest):
            single = "" if isinstance(branch.constraint, Constant) else repr(branch)
            groups.setdefault((branch.edge, single), []).append(branch)
        said = _chosen(list(groups.values()))
        texts = tuple(self._group(group, plural=plural) for group in said)
        told = sum(min(len(group), VALUES) for group in said)
        return texts, len(branches) - told

    def _group(self, group: Sequence[Branch], *, plural: bool) -> str:
        constraints = [branch.constraint for branch in group]
        terms = [one.term for one in constraints if isinstance(one, Constant)]
        if not terms:
            return self._clause(group[0], plural=plural)
        return self._held(group[0].edge, terms[:VALUES], plural=plural)

    def _clause(self, branch: Branch, *, plural: bool) -> str:
        match branch.constraint:
            case Constant(term):
                return self._held(branch.edge, (term,), plural=plural)
            case Nested(branches):
                return self._nested(branch.edge, branches, plural=plural)
            case Range() as bounds:
                return self._within(branch.edge, bounds, plural=plural)
            case _:
                have = "have" if plural else "has"
                return f"{have} {self._noun(branch.edge)} recorded"

    def _nested(self, edge: Edge, branches: tuple[Branch, ...], *, plural: bool) -> str:
        frame, something = self._frame(edge, Text(""), plural=plural), self._something(branches)
        if self._hollow(Branch(edge, Nested(branches))):
            return self._clause(Branch(edge, Recorded()), plural=plural)
        if SLOT in frame and _THAT in something:  # or the verb would stand far from its end
            have = "have" if plural else "has"
            said = listed(self._clauses(branches[: _INSIDE + 1], plural=False)[0])
            return f"{have} {self._noun(edge)}{_THAT}{said}"
        return filled(frame, something)

    def _held(self, edge: Edge, terms: Sequence[Term], *, plural: bool) -> str:
        """Return that these are values."""
        if edge.predicate in self.kinds and not edge.inverse:
            names = [self._plain(term) for term in terms]
            forms = (nouns.plural(name) if plural else indefinite(name) for name in names)
            return f"{'are' if plural else 'is'} {say_list(tuple(forms))}"
        if edge.inverse:
            be = "are each" if plural else "is"
            return f"{be} recorded as {self._quoted(edge)} of {say_list(self._few(terms))}"
        values = [self.values.get(term) for term in terms]
        frame = self._frame(edge, values[0] or Text(""), plural=plural)
        dates = finest([value for value in values if isinstance(value, Date)])[:VALUES]
        if dates and self._lists(edge) and SLOT not in frame:
            return f"{frame} {say_list(tuple(dict.fromkeys(map(say_moment, dates))))}"
        return filled(frame, say_list(self._few(terms, edge, many=plural)))

    def _something(self, branches: Sequence[Branch]) -> str:
        """Return something of which all branches are true: "a city that lies in Georgia"."""
        kinds = [branch for branch in branches if self._is_kind(branch)]
        noun = indefinite(self._kind_label(kinds[0])) if kinds else SOMETHING
        rest = tuple(branch for branch in branches if branch not in kinds)[:_INSIDE]
        if not rest:
            return noun
        return f"{noun}{_THAT}{listed(self._clauses(rest, plural=False)[0])}"

    def _within(self, edge: Edge, bounds: Range, *, plural: bool) -> str:
        years = bounds.measured is Measured.YEAR
        text = say_bounds(bounds, years=years)
        if years and not self._lists(edge):
            have = "have" if plural else "has"
            return f"{have} {self._noun(edge, exact=True)} {text}"
        value: Value = Text("") if years else Quantity(amount=Decimal(2))
        return filled(self._frame(edge, value, plural=plural), text)

    def _hollow(self, branch: Branch) -> bool:
        """Return whether a branch says no more than its property: "died by a manner of death"."""
        inside = branch.constraint.branches if isinstance(branch.constraint, Nested) else ()
        kinds = [self._kind_label(one) for one in inside if self._is_kind(one)]
        return (
            len(kinds) == len(inside) == 1
            and kinds[0].casefold() == self._label(branch.edge).casefold()
        )

    def _named(self, branches: Sequence[Branch]) -> tuple[Branch, ...]:
        """Return branches without what they say of things that have no names of their own."""
        told = (branch for branch in branches if not self.unnamed(branch))
        return tuple(Branch(one.edge, self._without(one.constraint)) for one in told)

    def _without(self, constraint: Constraint) -> Constraint:
        if not isinstance(constraint, Nested):
            return constraint
        return Nested(tuple(one for one in constraint.branches if not self.unnamed(one)))


def _chosen(groups: Sequence[list[Branch]]) -> list[list[Branch]]:
    """Return the groups to say: plain values first, but some of the other kinds too."""
    found: list[list[Branch]] = []
    for kinds, most in _TURNS:
        of_kind = [group for group in groups if isinstance(group[0].constraint, kinds)]
        forward = [group for group in of_kind if not group[0].edge.inverse]
        backward = [group for group in of_kind if group not in forward]
        found += [*forward, *backward[:1]][:most]
    return found or list(groups[:_CLAUSES])
