"""Saved questions: one `.rq` file each, valid SPARQL 1.1 as it stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources.abc import Traversable
from typing import Final

from tertium.errors import BadParameterError, BadQueryError, UnknownQueryError
from tertium.queries.binding import blocks, refill
from tertium.queries.parameters import Argument, Parameter, read_parameters
from tertium.resources import folder, resource_files

__all__ = ["Catalogue", "Query", "bundled_catalogue", "parse_query"]

_HEADER: Final = re.compile(r"^#\+[ \t]*(\w+):[ \t]*(.*?)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_SUFFIX: Final = ".rq"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question: what it is called, what it takes, what it returns, its SPARQL.

    >>> query = bundled_catalogue()["compare/shared"]
    >>> query.signature, query.returns
    ('entity iri+', ('property', 'value'))
    """

    name: str
    summary: str = ""
    params: tuple[Parameter, ...] = ()
    returns: tuple[str, ...] = ()
    text: str

    @property
    def signature(self) -> str:
        """The parameters as the header writes them."""
        return ", ".join(parameter.signature for parameter in self.params)

    def bind(self, **values: Argument) -> str:
        """Return the SPARQL with these values; a parameter left out keeps its default.

        The values become checked terms in the VALUES block of their parameter, and nothing else
        of the text changes but that its header goes.

        Raises:
            BadParameterError: when there is no such parameter, or a value does not fit it.

        """
        known = {parameter.name: parameter for parameter in self.params}
        for name in values:
            if name not in known:
                raise BadParameterError(name, f"{self.name} takes {self.signature or 'none'}")
        data = {known[name].names: known[name].rows(value) for name, value in values.items()}
        return refill(self._body, data)

    def asks(self, sparql: str) -> bool:
        """Return whether a text is this question, bound to whatever values."""
        emptied: dict[tuple[str, ...], tuple[tuple[str, ...], ...]]
        emptied = {parameter.names: () for parameter in self.params}
        return refill(sparql, emptied) == refill(self._body, emptied)

    @property
    def _body(self) -> str:
        return _without_header(self.text)


@cache
def _without_header(text: str) -> str:
    return _HEADER.sub("", text)


@dataclass(frozen=True, slots=True)
class Catalogue(Mapping[str, Query]):
    """The saved questions by name, in the order of their names."""

    queries: Mapping[str, Query]

    def __getitem__(self, name: str) -> Query:
        """Return a question.

        Raises:
            UnknownQueryError: when there is none of this name.

        """
        if name not in self.queries:
            raise UnknownQueryError(name, tuple(get_close_matches(name, self.queries)))
        return self.queries[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self.queries)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.queries)


@cache
def bundled_catalogue() -> Catalogue:
    """Return the questions that ship with Tertium."""
    files = resource_files(folder("queries"), _SUFFIX)
    found = {name.removesuffix(_SUFFIX): file for name, file in files}
    return Catalogue(_Files(dict(sorted(found.items()))))


@dataclass(frozen=True, slots=True)
class _Files(Mapping[str, Query]):
    """Questions by name, each of which is read when it is first asked for."""

    files: Mapping[str, Traversable]
    read: dict[str, Query] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Query:
        if name not in self.read:
            self.read[name] = parse_query(name, self.files[name].read_text("utf-8"))
        return self.read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


def parse_query(name: str, text: str) -> Query:
    """Return the question that a file asks; its header may be missing.

    Raises:
        BadQueryError: when the header is malformed, or a parameter has no VALUES block.

    """
    header = dict(_HEADER.findall(text))
    params = read_parameters(header.get("params", ""))
    if params is None:
        problem = f"{name}: the header's params cannot be read"
        raise BadQueryError(problem)
    filled = {block.names for block in blocks(text)}
    for parameter in params:
        if parameter.names not in filled:
            problem = f"{name}: no VALUES block for {parameter.signature}"
            raise BadQueryError(problem)
    return Query(
        name=name,
        summary=header.get("summary", ""),
        params=params,
        returns=tuple(header.get("returns", "").split()),
        text=text,
    )
