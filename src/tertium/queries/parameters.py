"""The parameters of a saved question: what they are called and what they take."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tertium.errors import BadParameterError, BadTermError
from tertium.model.terms import XSD_STRING, BlankNode, Literal
from tertium.store.terms import checked_iri, to_oxigraph

__all__ = ["Argument", "Atom", "Parameter", "ParameterKind", "read_parameters"]

Atom = str | Literal | BlankNode
"""One term as a caller gives it; what a `str` is depends on the parameter's kind."""

Argument = Atom | Iterable[Atom] | Iterable[tuple[Atom, ...]]
"""What a parameter may be bound to: a term, some terms, or rows of terms."""

_ONE: Final = r"\w+\s+\w+"
_ITEM: Final = re.compile(rf"({_ONE})(\+?)|\(\s*({_ONE}(?:\s*,\s*{_ONE})*)\s*\)(\+?)")
_LIST: Final = re.compile(rf"(?:{_ITEM.pattern})(?:\s*,\s*(?:{_ITEM.pattern}))*")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_ESCAPES: Final = str.maketrans(
    {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"}
)


class ParameterKind(Enum):
    """What a parameter takes."""

    IRI = "iri"
    PROPERTY = "property"
    TEXT = "text"
    LANGUAGE = "language"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A VALUES block: its variables, their kinds, and whether it takes many rows.

    It goes by the name of its first variable.
    """

    names: tuple[str, ...]
    kinds: tuple[ParameterKind, ...]
    many: bool = False

    @property
    def name(self) -> str:
        """The name by which values are given."""
        return self.names[0]

    @property
    def kind(self) -> ParameterKind:
        """The kind of the first variable."""
        return self.kinds[0]

    @property
    def signature(self) -> str:
        """The parameter as a header writes it.

        >>> read_parameters("entity iri+")[0].signature
        'entity iri+'
        """
        pairs = zip(self.names, self.kinds, strict=True)
        text = ", ".join(f"{name} {kind.value}" for name, kind in pairs)
        return (f"({text})" if len(self.names) > 1 else text) + "+" * self.many

    def rows(self, argument: Argument) -> tuple[tuple[str, ...], ...]:
        """Return what it is bound to as checked SPARQL terms, each row once.

        Raises:
            BadParameterError: when a value does not fit.

        """
        items = [argument] if isinstance(argument, Atom) else list(argument)
        if not items or (len(items) > 1 and not self.many):
            raise BadParameterError(self.name, f"takes {'one or more' if self.many else 'one'}")
        return tuple(dict.fromkeys(self._row(item) for item in items))

    def _row(self, item: Atom | tuple[Atom, ...]) -> tuple[str, ...]:
        atoms = (item,) if isinstance(item, Atom) else item
        if len(atoms) != len(self.names):
            raise BadParameterError(self.name, f"takes rows of {len(self.names)}")
        return tuple(
            self._written(atom, kind) for atom, kind in zip(atoms, self.kinds, strict=True)
        )

    def _written(self, atom: Atom, kind: ParameterKind) -> str:
        try:
            return _written(atom, kind)
        except BadTermError as error:
            raise BadParameterError(self.name, str(error)) from error


def read_parameters(text: str) -> tuple[Parameter, ...] | None:
    """Return the parameters which a header lists; `None` when it is malformed.

    >>> [parameter.name for parameter in read_parameters("entity iri+, language language")]
    ['entity', 'language']
    """
    if not text:
        return ()
    if not _LIST.fullmatch(text):
        return None
    try:
        return tuple(_parameter(match) for match in _ITEM.finditer(text))
    except ValueError:
        return None


def _parameter(match: re.Match[str]) -> Parameter:
    one, one_many, group, group_many = match.groups()
    pairs = [pair.split() for pair in (one or group).split(",")]
    return Parameter(
        tuple(name for name, _ in pairs),
        tuple(ParameterKind(kind) for _, kind in pairs),
        many=bool(one_many or group_many),
    )


def _written(atom: Atom, kind: ParameterKind) -> str:
    if isinstance(atom, BlankNode):
        raise BadTermError(atom.label, "a blank node names nothing outside its graph")
    if kind is ParameterKind.TEXT:
        return _literal(atom if isinstance(atom, Literal) else Literal(atom))
    if kind is ParameterKind.LANGUAGE:
        return _language(atom.lexical if isinstance(atom, Literal) else atom)
    if kind is ParameterKind.TERM and isinstance(atom, Literal):
        return _literal(atom)
    return _iri(atom)


def _iri(atom: str | Literal) -> str:
    if isinstance(atom, Literal):
        raise BadTermError(atom.lexical, "an IRI is wanted, not a literal")
    return f"<{checked_iri(atom)}>"


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise BadTermError(tag, "not a language tag")
    return _literal(Literal(tag))


def _literal(literal: Literal) -> str:
    to_oxigraph(literal)  # refuses what no store can hold
    # rdflib expands \uXXXX before it parses, even behind an escaped backslash
    text = re.sub(r"(?<=\\)[uU]", _disarmed, literal.lexical.translate(_ESCAPES))
    if literal.language:
        return f'"{text}"@{literal.language}'
    return f'"{text}"' + ("" if literal.datatype == XSD_STRING else f"^^<{literal.datatype}>")


def _disarmed(match: re.Match[str]) -> str:
    return rf"\U{ord(match.group()):08X}"
