"""The kinds of value which a statement may have."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from tertium.model.dates import Date
from tertium.model.terms import Iri, is_code

__all__ = [
    "Coordinate",
    "Entity",
    "Identifier",
    "NoValue",
    "Quantity",
    "Scale",
    "SomeValue",
    "Text",
    "Value",
    "WebAddress",
]


@dataclass(frozen=True, slots=True)
class Entity:
    """An identifier with a label, as it is shown.

    `in_text` is the label inside a sentence ("the Politburo"), `language` the label's tag (empty
    when the label was made from the IRI), `types` the classes stated for it.
    """

    iri: Iri
    label: str
    in_text: str = ""
    language: str = ""
    types: tuple[Iri, ...] = ()

    @property
    def prose(self) -> str:
        """The label as it stands inside a sentence."""
        return self.in_text or self.label

    @property
    def nameless(self) -> bool:
        """Whether the label is no name, but the code at the end of the IRI.

        >>> Entity(Iri("http://www.wikidata.org/entity/Q855"), "Q855").nameless
        True
        """
        return not self.language and is_code(self.label, self.iri)


@dataclass(frozen=True, slots=True)
class Text:
    """Words, with their language tag (empty when none)."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """How amounts of a unit become amounts of the base unit of its dimension.

    Amounts of a unit without a factor, such as a currency, cannot be converted. `symbol` is what
    the unit is called where the graph does not name it.

    >>> Scale(Iri("urn:temperature"), Fraction(5, 9), Fraction("459.67")).base(Decimal(32))
    Fraction(5463, 20)
    """

    dimension: Iri
    factor: Fraction | None
    offset: Fraction = Fraction(0)
    symbol: str = field(default="", compare=False)

    def base(self, amount: Decimal) -> Fraction | None:
        """Return an amount in the base unit, exactly."""
        return None if self.factor is None else (Fraction(amount) + self.offset) * self.factor


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount with its unit and the bounds within which it is true.

    `scale` is what is known of the unit, if anything.
    """

    amount: Decimal
    unit: Iri | None = None
    unit_label: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class Coordinate:
    """A place on the Earth, in degrees."""

    latitude: Decimal
    longitude: Decimal


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier in somebody's catalogue, with its address if it has one."""

    value: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An IRI which is a value for itself: a web page, a file."""

    iri: Iri


@dataclass(frozen=True, slots=True)
class NoValue:
    """It is stated that there is none."""


@dataclass(frozen=True, slots=True)
class SomeValue:
    """It is stated that there is one, but not which."""


Value = Entity | Text | Date | Quantity | Coordinate | Identifier | WebAddress | NoValue | SomeValue
