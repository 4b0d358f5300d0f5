"""What predicates and things are called, whichever vocabulary they are from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tertium.model.dates import Date
from tertium.model.schema import IDENTIFIERS, Property
from tertium.model.terms import Iri
from tertium.model.values import Identifier, Scale, Value
from tertium.queries.reading.names import Names, is_read
from tertium.queries.shapes.structured import temporal_role
from tertium.store.vocabulary import direct_name, is_type

__all__ = ["Vocabulary"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The properties, qualifiers and units that are known, and the names of all things.

    A property is called what its own graph calls it, but for a name in another `language` where
    the ontology has one in this. What is made of a predicate once is remembered: most are met
    again and again.
    """

    properties: Mapping[Iri, Property]
    qualifiers: Mapping[Iri, Property]
    names: Names
    units: Mapping[Iri, Scale] = field(default_factory=dict)
    language: str = "en"
    _named: dict[tuple[Iri, bool], Property] = field(default_factory=dict, repr=False)

    def property(self, iri: Iri, value: Value) -> Property:
        """Return the predicate of a value; outside the ontology its label is all that is known.

        Classes and identifiers are shown but never told.
        """
        known = self.properties.get(iri)
        if known is None and isinstance(value, Identifier):
            label = self.names.entity(iri).label
            return Property(iri=iri, label=label, facet=IDENTIFIERS, quiet=True)
        return self._called(iri, known, qualifying=False)

    def qualifier(self, iri: Iri, value: Value) -> Property:
        """Return the predicate of a qualifier; a date's role may follow from its name."""
        ours = self.qualifiers.get(iri) or self.properties.get(iri)
        known = self._called(iri, ours, qualifying=True)
        if known.role is None and isinstance(value, Date):
            return replace(known, role=temporal_role(iri))
        return known

    def _called(self, iri: Iri, known: Property | None, *, qualifying: bool) -> Property:
        if (iri, qualifying) not in self._named:
            self._named[iri, qualifying] = self._labelled(iri, known)
        return self._named[iri, qualifying]

    def _labelled(self, iri: Iri, known: Property | None) -> Property:
        named = self.names[iri]
        label, language = named.entity.label, named.entity.language
        if known is None:
            quiet = is_type(direct_name(iri))
            return Property(iri=iri, label=label, language=language, quiet=quiet)
        if not named.labelled or self._is_better_called(known, language):
            label, language = known.label, known.language
        if (iri, label) == (known.iri, known.label):
            return known
        return replace(known, iri=iri, label=label, language=language, noun=known.label)

    def _is_better_called(self, known: Property, tag: str) -> bool:
        ours = known.language != "" and is_read(known.language, self.language)
        return ours and not is_read(tag, self.language)
