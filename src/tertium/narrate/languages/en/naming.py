"""What patterns speak of: the names of things, the verb frames of properties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tertium.model.dates import Date
from tertium.model.lexicon import Lexicon, Number, Use, VerbFrame
from tertium.model.pattern import Branch, Constant, Edge, Nested, Pattern
from tertium.model.terms import Iri, Literal, Term
from tertium.model.values import Entity, Quantity, Value
from tertium.narrate.languages.en import nouns
from tertium.narrate.languages.en.pieces import finest, in_quotes, nominal
from tertium.narrate.languages.en.unlisted import made_frame
from tertium.narrate.languages.en.values import say_value
from tertium.narrate.languages.en.words import count, indefinite

__all__ = ["SOMETHING", "VALUES", "PatternNames"]

SOMETHING: Final = "something"
VALUES: Final = 4
"""How many values of one property a sentence names at most."""
_NAMED: Final = 50
"""How many values are looked at for names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternNames:
    """Names what patterns are made of.

    `names` has the IRI by which the property of a predicate is known, `labels` what it is called;
    `values` what a term is as a value; `kinds` are the predicates which lead to a class, `coined`
    those whose labels were made from their IRIs; `codes` are things without a name.
    """

    lexicon: Lexicon
    names: Mapping[Iri, Iri] = field(default_factory=dict)
    labels: Mapping[Iri, str] = field(default_factory=dict)
    values: Mapping[Term, Value] = field(default_factory=dict)
    kinds: frozenset[Iri] = frozenset()
    coined: frozenset[Iri] = frozenset()
    codes: frozenset[Term] = frozenset()

    def unnamed(self, branch: Branch) -> bool:
        """Return whether a branch speaks only of things without names of their own."""
        match branch.constraint:
            case Constant(term):
                return not self._known(term)
            case Nested(branches):
                return all(map(self.unnamed, branches))
            case _:
                return False

    def _frame(self, edge: Edge, value: Value, *, plural: bool) -> str:
        label = self._label(edge)
        frame = self._verb(edge) or made_frame(label, value)
        exact = isinstance(value, Date | Quantity) and edge.predicate in self.coined
        if exact and not self._lists(edge):
            frame = in_quotes(frame, label)
        number = Number.PLURAL if plural else Number.SINGULAR
        counted = isinstance(value, Entity) and nouns.is_countable(value.label, frame.values)
        return (counted and frame.form(number=number, use=Use.COUNT)) or frame.form(number=number)

    def _lists(self, edge: Edge) -> bool:
        return self._verb(edge) is not None

    def _verb(self, edge: Edge) -> VerbFrame | None:
        return self.lexicon.frames.get(self.names.get(edge.predicate, edge.predicate))

    def _noun(self, edge: Edge, *, exact: bool = False) -> str:
        """Return a property as a noun; before a figure one that was coined is in quotes."""
        noun = self._quoted(edge)
        if exact and edge.predicate in self.coined:
            return f"“{noun.strip('“”')}”"
        return noun if noun.startswith("“") else indefinite(noun)

    def _quoted(self, edge: Edge) -> str:
        return nominal(self._label(edge))

    def _label(self, edge: Edge) -> str:
        return self.labels.get(edge.predicate, edge.predicate)

    def _is_kind(self, branch: Branch) -> bool:
        constant = isinstance(branch.constraint, Constant)
        return constant and branch.edge.predicate in self.kinds and not branch.edge.inverse

    def _kind_label(self, branch: Branch) -> str:
        (term,) = Pattern((branch,)).terms
        return self._plain(term)

    def _plain(self, term: Term) -> str:
        value = self.values.get(term)
        return value.prose if isinstance(value, Entity) else self._value(term)

    def _known(self, term: Term) -> bool:
        value = self.values.get(term)
        return term not in self.codes and not (isinstance(value, Entity) and value.nameless)

    def _few(
        self, terms: Sequence[Term], edge: Edge | None = None, *, many: bool = False
    ) -> tuple[str, ...]:
        """Return the first names of some, and how many more there are; dates without repetition.

        They are named as they follow the verb of an edge, for `many` in the plural.
        """
        dates = {term: v for term in terms if isinstance(v := self.values.get(term), Date)}
        fine = finest(tuple(dates.values()))
        told = tuple(term for term in terms if term not in dates or dates[term] in fine)
        named = tuple(term for term in told if self._known(term)) or told
        shown = (self._value(term, edge, many=many) for term in named[:_NAMED])
        texts = tuple(dict.fromkeys(shown))
        left = max(0, len(texts) - VALUES) + len(told) - len(named[:_NAMED])
        return (*texts[:VALUES], f"{count(left)} more") if left else texts

    def _value(self, term: Term, edge: Edge | None = None, *, many: bool = False) -> str:
        value = self.values.get(term)
        if isinstance(value, Entity):
            frame = (edge and self._verb(edge)) or VerbFrame("", "")
            return nouns.named(value, frame.values, many=many and frame.multiplies)
        if value is None:
            return term.lexical if isinstance(term, Literal) else SOMETHING
        return say_value(value)
