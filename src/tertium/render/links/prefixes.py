"""Names of things shortened by prefixes, as tables of mappings want them."""

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["Prefixes"]

_CUT: Final = re.compile(r"(.*[/#?=:])(.+)")
_BUILT_IN: Final = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
}
"""Prefixes which SSSOM knows: they need no declaration, and must not mean anything else."""


class Prefixes:
    """Shortens IRIs, and remembers by which prefixes: known ones, or else `ns1`, `ns2` and so on.

    >>> Prefixes({"ex": "https://example.org/"}).curie("https://example.org/kim")
    'ex:kim'
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        """Keep namespaces by their prefixes."""
        self._known = {space: prefix for prefix, space in {**known, **_BUILT_IN}.items()}
        self._taken = set(known) | set(_BUILT_IN)
        self._used: dict[str, str] = {}

    def curie(self, iri: str) -> str:
        """Return a prefix and what comes after it; an IRI is cut after its last sign that parts."""
        cut = _CUT.fullmatch(iri)
        space, local = (cut[1], cut[2]) if cut else ("", iri)
        if space not in self._known:
            self._known[space] = self._new()
        prefix = self._known[space]
        if prefix not in _BUILT_IN:
            self._used[prefix] = space
        return f"{prefix}:{local}"

    @property
    def used(self) -> Mapping[str, str]:
        """The namespaces used so far which are to be declared, by prefix, in alphabetical order."""
        return dict(sorted(self._used.items()))

    def _new(self) -> str:
        number = 1
        while f"ns{number}" in self._taken:
            number += 1
        self._taken.add(f"ns{number}")
        return f"ns{number}"
