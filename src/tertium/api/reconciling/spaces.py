"""How entities and properties are called in a request: briefly where they share a namespace."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from tertium.model.terms import Iri
from tertium.queries.prefixes import iri_of
from tertium.store.vocabulary import canonical, direct_name

__all__ = ["Space", "Spaces"]

_ANYTHING: Final = "http://www.ietf.org/rfc/rfc3986"
"""What services whose identifiers are whole IRIs give as their space."""
_LOCAL: Final = re.compile(r"[\w.~-]+", re.ASCII)
_NAMESPACE: Final = re.compile(r"(.*[/#:])[^/#:]+")
_WIKIBASE: Final = re.compile(r"(.*/)entity/")


@dataclass(frozen=True, slots=True)
class Space:
    """A namespace whose IRIs are called by their last part; all others are written in full.

    >>> Space("http://www.wikidata.org/entity/").brief(Iri("http://www.wikidata.org/entity/Q855"))
    'Q855'
    """

    namespace: str = ""

    @classmethod
    def of(cls, iris: Iterable[Iri]) -> Self:
        """Return the namespace that most of some IRIs share, if it is more than half of them."""
        spaces = [match[1] if (match := _NAMESPACE.fullmatch(iri)) else "" for iri in iris]
        ranked = sorted(Counter(spaces).items(), key=lambda space: (-space[1], space[0]))
        return cls(ranked[0][0] if ranked and 2 * ranked[0][1] > len(spaces) else "")

    @property
    def address(self) -> str:
        """The IRI which stands for the space."""
        return self.namespace or _ANYTHING

    def brief(self, iri: Iri) -> str:
        """Return what an IRI is called."""
        local = iri.removeprefix(self.namespace)
        return local if self.namespace and local != iri and _LOCAL.fullmatch(local) else iri

    def iri(self, text: str) -> Iri | None:
        """Return the IRI which is meant by an identifier, an IRI or a CURIE, if it is one."""
        if self.namespace and _LOCAL.fullmatch(text):
            return Iri(self.namespace + text)
        return iri_of(text)


@dataclass(frozen=True, slots=True)
class Spaces:
    """The spaces of a graph: that of its entities and classes, and that of its properties."""

    entities: Space
    properties: Space

    @property
    def schema(self) -> str:
        """The IRI which stands for the space of the properties; of a Wikibase, the direct ones.

        >>> wikidata = Space("http://www.wikidata.org/entity/")
        >>> Spaces(wikidata, wikidata).schema
        'http://www.wikidata.org/prop/direct/'
        """
        if _WIKIBASE.fullmatch(self.properties.namespace):
            return direct_name(Iri(f"{self.properties.namespace}P1")).removesuffix("P1")
        return self.properties.address

    def predicate(self, text: str) -> Iri | None:
        """Return the property which is meant by an identifier, an IRI or a CURIE."""
        iri = self.properties.iri(text)
        return None if iri is None else canonical(iri)
