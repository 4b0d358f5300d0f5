"""What a file says about itself: its licence and how old its data is."""

from typing import Final

import pyoxigraph as ox

__all__ = ["Notices"]

_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DATA_SETS: Final = frozenset(
    (
        "http://rdfs.org/ns/void#Dataset",
        "http://schema.org/Dataset",
        "http://wikiba.se/ontology#Dump",
        "http://www.w3.org/2002/07/owl#Ontology",
        "http://www.w3.org/ns/dcat#Dataset",
        "https://schema.org/Dataset",
    )
)
_LICENCES: Final = frozenset(
    (
        "http://creativecommons.org/ns#license",
        "http://purl.org/dc/terms/license",
        "http://schema.org/license",
        "https://schema.org/license",
    )
)
_DATES: Final = frozenset(
    (
        "http://purl.org/dc/terms/modified",
        "http://schema.org/dateModified",
        "https://schema.org/dateModified",
    )
)
_TOLD: Final = _LICENCES | _DATES
_MOST: Final = 1000  # a file with more licences than these is no description of one data set


class Notices:
    """Looks at the triples of a file for those on the data set itself."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._data_sets = dict[str, None]()
        self._said = dict[tuple[str, bool], str]()

    def see(self, quad: ox.Quad) -> None:
        """Take note of a triple if it is on a data set."""
        predicate = quad.predicate.value
        if predicate == _TYPE:
            self._see_type(quad)
        elif predicate in _TOLD and len(self._said) < _MOST:
            key = str(quad.subject), predicate in _LICENCES
            if isinstance(quad.object, ox.NamedNode | ox.Literal):
                self._said.setdefault(key, quad.object.value)

    @property
    def licence(self) -> str:
        """The licence of the first data set that has one."""
        return self._of_data_set(is_licence=True)

    @property
    def modified(self) -> str:
        """The time at which the first data set that tells it was modified."""
        return self._of_data_set(is_licence=False)

    def _see_type(self, quad: ox.Quad) -> None:
        kind = quad.object
        is_data_set = isinstance(kind, ox.NamedNode) and kind.value in _DATA_SETS
        if is_data_set and len(self._data_sets) < _MOST:
            self._data_sets[str(quad.subject)] = None

    def _of_data_set(self, *, is_licence: bool) -> str:
        said = (self._said.get((subject, is_licence)) for subject in self._data_sets)
        return next((value for value in said if value), "")
