"""What a document speaks of beside its own entity: properties, values, sources, units."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tertium.api.fetching.identifiers import is_named
from tertium.store.entity_json.fields import objects, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.store.entity_json.fields import Fields

__all__ = ["Neighbours", "broader"]

_SUBCLASS_OF: Final = "P279"


@dataclass(slots=True)
class Neighbours:
    """Identifiers of what documents speak of, each once, in the order in which it comes.

    `values` are those of statements, `others` those of qualifiers, sources and units.
    """

    properties: dict[str, None] = field(default_factory=dict)
    values: dict[str, None] = field(default_factory=dict)
    others: dict[str, None] = field(default_factory=dict)

    def add(self, document: Fields) -> None:
        """Add what a document speaks of."""
        claims = within(document, "claims")
        for identifier in claims:
            for statement in objects(claims, identifier):
                self._see(within(statement, "mainsnak"), identifier, self.values)
                self._see_all(within(statement, "qualifiers"))
                for reference in objects(statement, "references"):
                    self._see_all(within(reference, "snaks"))

    def _see_all(self, by_property: Fields) -> None:
        for identifier in by_property:
            for snak in objects(by_property, identifier):
                self._see(snak, identifier, self.others)

    def _see(self, snak: Fields, identifier: str, values: dict[str, None]) -> None:
        self.properties[identifier] = None
        match within(snak, "datavalue").get("value"):
            case {"id": str(found)}:
                values |= dict.fromkeys(filter(is_named, (found,)))
            case {"unit": str(unit)}:
                found = unit.rpartition("/")[2]
                self.others |= dict.fromkeys(filter(is_named, (found,)))
            case _:
                pass


def broader(document: Fields) -> Iterator[str]:
    """Yield the classes that an entity is a subclass of."""
    for statement in objects(within(document, "claims"), _SUBCLASS_OF):
        match within(within(statement, "mainsnak"), "datavalue").get("value"):
            case {"id": str(found)} if is_named(found):
                yield found
            case _:
                pass
