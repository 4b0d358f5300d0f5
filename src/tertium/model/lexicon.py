"""How a property is said in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tertium.model.terms import Iri

__all__ = ["Lexicon", "VerbFrame"]


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """The verb phrase of a property: its values follow, or stand where it has an ellipsis (…)."""

    singular: str
    plural: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The verb frames of one language, by property."""

    language: str = "en"
    frames: Mapping[Iri, VerbFrame] = field(default_factory=dict)
