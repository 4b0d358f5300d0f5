"""Patterns as SPARQL that anybody can read and run: labels as comments, variables with names."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, count
from typing import Final

from tertium.model.pattern import Branch, Constant, Edge, Measured, Nested, Pattern, Range
from tertium.model.terms import RDF_LANG_STRING, XSD_STRING, BlankNode, Iri, Literal, Term
from tertium.queries.catalogue import Query
from tertium.queries.parameters import Parameter, ParameterKind
from tertium.queries.prefixes import PREFIXES

__all__ = ["Labels", "PatternWriter", "is_plain"]

Labels = Callable[[Iri], str]
"""What a thing or the predicate of a property is called."""

_SUBJECT: Final = "?entity"
_LOCAL: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_WORD: Final = re.compile(r"[^a-z0-9]+")
_ODD: Final = re.compile(r"[^\w .,:;()'/+-]+")
_TERM: Final = Parameter(("term",), (ParameterKind.TERM,))
_ORDER: Final = "ORDER BY"
_LONGEST: Final = 90
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class PatternWriter:
    """Writes patterns into the frame of a saved query, whose braces hold an example."""

    frame: Query
    labels: Labels

    def extent(self, pattern: Pattern, *, limit: int) -> str:
        """Return the query for so many of what fits a pattern, whichever: an engine may stop early.

        Raises:
            BadParameterError: when a term of the pattern is malformed.

        """
        text = self.written(pattern)
        return f"{text[: text.rindex(_ORDER)]}LIMIT {limit}\n"

    def written(
        self, pattern: Pattern, *, title: str = "", among: Iterable[Iri] = (), limit: int = 0
    ) -> str:
        """Return the query for what fits a pattern.

        `among` are the only things asked about, `limit` is how many to return at most; 0 is no
        limit.

        Raises:
            BadParameterError: when a term of the pattern is malformed.

        """
        text = _Text(self.labels)
        known = tuple(among)
        if known:
            things = " ".join(text.term(iri) for iri in known)
            text.lines.append(f"VALUES {_SUBJECT} {{ {things} }}")
        text.fill(pattern.branches)
        head, tail = _around(self.frame.text)
        return "\n".join(
            (
                *([f"# {_comment(title)}"] if title else []),
                *text.prefixes,
                head,
                *(f"  {line}" for line in text.lines),
                tail + (f"\nLIMIT {limit}" if limit else ""),
                "",
            )
        )


@dataclass(frozen=True, slots=True)
class _Text:
    """The lines of a query as they grow, with the prefixes and variables used."""

    labels: Labels
    lines: list[str] = field(default_factory=list)
    used: dict[str, None] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)

    @property
    def prefixes(self) -> Iterator[str]:
        """Yield the lines which declare the prefixes used, sorted."""
        lines = (("PREFIX", f"{name}:", f"<{PREFIXES[name]}>") for name in sorted(self.used))
        return map(" ".join, lines)

    def fill(self, branches: Sequence[Branch]) -> None:
        """Add the lines of branches.

        A thing may have many values which fit one branch. So that these are not multiplied with
        those for the next, it is asked whether there is one, but for a branch that comes first.
        """
        for branch in branches:
            if is_plain(branch) or branch is branches[0]:
                self._add(_SUBJECT, branch, "")
            else:
                self.lines.append("FILTER EXISTS {")
                self._add(_SUBJECT, branch, "  ")
                self.lines.append("}")

    def _add(self, subject: str, branch: Branch, indent: str) -> None:
        label, edge = self.labels(branch.edge.predicate), branch.edge
        if is_plain(branch):
            (term,) = Pattern((branch,)).terms
            note = f"{label}: {self._called(term)}"
            self._triple((subject, edge, self.term(term)), note, indent)
            return
        name = self._variable(label)
        self._triple((subject, edge, name), f"{label}: {self._told(branch)}", indent)
        match branch.constraint:
            case Nested(branches):
                for inside in branches:
                    self._add(name, inside, f"{indent}  ")
            case Range() as bounds:
                self.lines.append(indent + _filter(name, bounds))
            case Constant(term):
                self.lines.append(f"{indent}FILTER({name} = {self.term(term)})")
            case _:
                pass

    def _told(self, branch: Branch) -> str:
        match branch.constraint:
            case Nested():
                return "something with"
            case Range() as bounds:
                return _said(bounds)
            case Constant(term):
                return self._called(term)
            case _:
                return "recorded"

    def term(self, term: Term) -> str:
        """Return a term as SPARQL writes it, with a prefix where there is one."""
        if isinstance(term, BlankNode | Literal):
            return _TERM.rows([term])[0][0]
        for name, namespace in PREFIXES.items():
            local = term.removeprefix(namespace)
            if local != term and _LOCAL.fullmatch(local):
                self.used[name] = None
                return f"{name}:{local}"
        return _TERM.rows([term])[0][0]

    def _triple(self, ends: tuple[str, Edge, str], note: str, indent: str) -> None:
        subject, edge, value = ends
        predicate = self.term(edge.predicate)
        start, end = (value, subject) if edge.inverse else (subject, value)
        told = f"of which it is {note}" if edge.inverse else note
        self.lines.append(f"{indent}{start} {predicate} {end} .  # {_comment(told)}")

    def _called(self, term: Term) -> str:
        return self.labels(term) if isinstance(term, str) else getattr(term, "lexical", "")

    def _variable(self, label: str) -> str:
        """Return a variable with a name made from a label, which no other has."""
        name = _WORD.sub("_", label.casefold())[:_LONGEST_NAME].strip("_") or "value"
        name = f"value_{name}" if name[0].isdigit() or f"?{name}" == _SUBJECT else name
        free = (n for n in chain([name], (f"{name}_{i}" for i in count(2))) if n not in self.taken)
        self.taken.append(found := next(free))
        return f"?{found}"


def is_plain(branch: Branch) -> bool:
    """Return whether a triple says it all: the value is a thing or a text.

    Numbers and dates are compared by value, for some engines write them anew when they load them.
    """
    if not isinstance(branch.constraint, Constant):
        return False
    term = branch.constraint.term
    return not isinstance(term, Literal) or term.datatype in {XSD_STRING, RDF_LANG_STRING}


def _around(text: str) -> tuple[str, str]:
    """Return what stands before and behind the group of a query, without its prefixes."""
    start = text.index("SELECT")
    opening, closing = text.index("{", start), text.rindex("}")
    return text[start : opening + 1], text[closing:].rstrip()


def _filter(name: str, bounds: Range) -> str:
    """Return the condition for a range."""
    if bounds.measured is Measured.YEAR:
        return _years(name, bounds)
    above, below = (">", "<") if bounds.strict else (">=", "<=")
    low = "" if bounds.low is None else f"{name} {above} {_number(bounds.low)}"
    high = "" if bounds.high is None else f"{name} {below} {_number(bounds.high)}"
    return f"FILTER({' && '.join(filter(None, (low, high)))})"


def _years(name: str, bounds: Range) -> str:
    """Return the condition for years, compared as the texts that dates begin with.

    That holds for dates of all datatypes in all engines: "1879-11-07" lies before "1880". A date
    before the common era lies before all of them, so that one bound alone must shut it out.
    """
    low = Decimal(1) if bounds.low is None else bounds.low + bounds.strict
    conditions = [f'STR({name}) >= "{int(low):04}"']
    if bounds.high is not None:
        after = bounds.high + (not bounds.strict)
        conditions.append(f'STR({name}) < "{int(after):04}"')
    return f"FILTER({' && '.join(conditions)})"


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _said(bounds: Range) -> str:
    low = "" if bounds.low is None else _number(bounds.low)
    high = "" if bounds.high is None else _number(bounds.high)
    if low and high:
        return low if low == high else f"{low} to {high}"
    return f"more than {low}" if low else f"less than {high}"


def _comment(text: str) -> str:
    """Return a text that ends no comment and is no syntax to any engine."""
    words = " ".join(_ODD.sub(" ", text.replace("\n", " ")).split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
