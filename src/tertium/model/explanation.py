"""Why a row has its salience: the factors, which multiplied give it."""

from dataclasses import dataclass
from enum import Enum
from math import fsum

from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["DIGITS", "QUIET", "Bearing", "Explanation", "Worth"]

DIGITS = 4
"""Beyond these, platforms may differ in their logarithms."""

QUIET = 0.1
"""Rows that nobody reads for themselves stay below this, all others above it."""


class Bearing(Enum):
    """What a value is for its reader, as far as its kind and shape show."""

    CONTENT = "content"
    DATE = "date"
    NUMBER = "number"
    PROSE = "long text"
    NAME = "name"
    CATEGORY = "category"
    CODE = "code"
    HOUSEKEEPING = "housekeeping"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """How telling a statement is of its entity, and what of that is true of its row.

    `holders` of `size` peers (entities of the class `kind`) have the property; `sharers` entities
    have the value, which makes it informative; the entity has `own` values of the property,
    those peers `usual` ones on average; a `nameless` value has no name. The rest are factors.
    """

    statement: Iri
    kind: Iri | None
    size: int
    holders: int
    sharers: int
    own: int
    usual: float
    informativeness: float
    bearing: Bearing
    frequency: float
    scarcity: float
    breadth: float
    shape: float
    news: float
    nameless: bool = False

    @property
    def score(self) -> float:
        """What the statement counts among all on its entity: one among many tells less."""
        return self.frequency * self.scarcity * self.shape * self.news

    @property
    def told(self) -> float:
        """What its row tells by it: many values tell more."""
        return self.frequency * self.breadth * self.shape * self.news


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The factors of a row's salience.

    `told` has the most telling statement of each comparand, nothing where nothing is stated;
    `named` lowers a row of things without a name; `most` is what the factors can come to; `kinds`
    are the classes of the peers by name, once somebody asks for reasons. A quiet row gets a tenth.
    """

    told: tuple[Worth | None, ...]
    both: float
    contrast: float
    direct: float
    most: float
    named: float = 1.0
    quiet: bool = False
    kinds: tuple[Entity | None, ...] = ()

    @property
    def mean(self) -> float:
        """What the comparands tell, on average."""
        return fsum(one.told for one in self.told if one is not None) / len(self.told)

    @property
    def share(self) -> float:
        """The product of the factors, as a share of what it can come to."""
        return self.mean * self.both * self.contrast * self.direct * self.named / self.most

    @property
    def salience(self) -> float:
        """The score of the row, from 0 to 1."""
        share = self.share
        return round(QUIET * share if self.quiet else QUIET + (1 - QUIET) * share, DIGITS)
