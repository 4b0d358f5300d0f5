"""What the ontology says of properties: their label, facet, kind and bounds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from tertium.model.alignment import Alignment
from tertium.model.dates import Date
from tertium.model.lexicon import Gender
from tertium.model.terms import Iri, is_code

__all__ = ["IDENTIFIERS", "OTHER_FACET", "Facet", "Property", "QualifierRole", "Schema"]


class QualifierRole(Enum):
    """What a qualifier does to its statement, whichever vocabulary it is from."""

    START = "start"
    END = "end"
    TIME = "time"
    PLACE = "place"
    AS = "as"
    OF = "of"
    WORK = "work"
    REPLACES = "replaces"
    REPLACED_BY = "replacedBy"
    HOLDER = "holder"
    DISPUTED_BY = "disputedBy"
    DISPUTED_IN = "disputedIn"
    LOWER = "lower"
    UPPER = "upper"
    CAUSE = "cause"
    OLD_STYLE = "oldStyle"


@dataclass(frozen=True, slots=True)
class Facet:
    """A named group of properties, which becomes a section of the page."""

    iri: Iri
    label: str
    order: int = 0


OTHER_FACET = Facet(Iri("https://w3id.org/tertium/ontology#otherFacet"), "Other", 999)
IDENTIFIERS = Facet(
    Iri("https://w3id.org/tertium/ontology#identifiersFacet"), "Identifiers elsewhere", 1000
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A predicate with what the ontology says of it.

    `label` is what its own graph calls it, in a `language` where that is known, `noun` what the
    ontology does, if that differs.
    `domain` lists classes, one of which a subject must have; `functional` properties have one
    value in truth, so that two values are rivals; a `judgement` needs a holder; `quiet`
    properties are shown in the table but never told; `role` is set for qualifiers. One that
    `begins` (`ends`) says how its subject began (ended), one that `defines` what its subject is,
    and `gender` marks what states a gender. Properties with the same `told_with` are told in one
    breath: a day of birth with its place.
    """

    iri: Iri
    label: str
    facet: Facet = OTHER_FACET
    order: int = 0
    domain: tuple[Iri, ...] = ()
    functional: bool = False
    judgement: bool = False
    symmetric: bool = False
    sensitive: bool = False
    quiet: bool = False
    begins: bool = False
    ends: bool = False
    gender: bool = False
    defines: bool = False
    told_with: Iri | None = None
    role: QualifierRole | None = None
    noun: str = ""
    language: str = ""

    @property
    def nameless(self) -> bool:
        """Whether the label is no name, but the code at the end of the IRI."""
        return is_code(self.label, self.iri)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """All properties of the ontology, the class tree and the disjoint classes.

    `superclasses` has every class that is known; there is nothing above a root.
    `qualifiers` has the words of other vocabularies which are properties and qualifiers at once;
    `alignment` says which properties ask the same question. `issued` is the day of the ontology:
    the present is not earlier, and no other clock is asked. `genders` are the grammatical ones of
    those who have a thing as gender, and of the things of a class.
    """

    properties: Mapping[Iri, Property] = field(default_factory=dict)
    qualifiers: Mapping[Iri, Property] = field(default_factory=dict)
    superclasses: Mapping[Iri, frozenset[Iri]] = field(default_factory=dict)
    disjoint: frozenset[frozenset[Iri]] = frozenset()
    alignment: Alignment = field(default_factory=Alignment)
    issued: Date | None = None
    genders: Mapping[Iri, Gender] = field(default_factory=dict)

    def applies(self, predicate: Property, types: tuple[Iri, ...]) -> bool:
        """Return whether the property can hold of a thing of these classes.

        It cannot only when every class of its domain is declared disjoint with one of the
        classes: what the ontology does not exclude is possible.
        """
        closure = frozenset[Iri]().union(*(self._closure(iri) for iri in types))
        return not predicate.domain or not all(
            self._excluded(self._closure(domain), closure) for domain in predicate.domain
        )

    def excludes(self, one: Iterable[Iri], other: Iterable[Iri]) -> bool:
        """Return whether nothing is of classes of both: two of them are declared disjoint.

        Classes which exclude each other among themselves, as in a graph full of mistakes, tell
        nothing.
        """
        left, right = (frozenset[Iri]().union(*map(self._closure, types)) for types in (one, other))
        sound = not (self._excluded(left, left) or self._excluded(right, right))
        return sound and self._excluded(left, right)

    def is_a(self, types: Iterable[Iri], kind: Iri) -> bool:
        """Return whether a thing of these classes is known to be of a class."""
        return any(kind in self._closure(iri) for iri in types)

    def _closure(self, iri: Iri) -> frozenset[Iri]:
        return self.superclasses.get(iri, frozenset()) | {iri}

    def _excluded(self, left: frozenset[Iri], right: frozenset[Iri]) -> bool:
        return any(frozenset((a, b)) in self.disjoint for a in left for b in right)
