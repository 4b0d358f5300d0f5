"""The closed words of a comparison: states, relations, views, lengths."""

from enum import Enum

__all__ = ["CellState", "Length", "Ranks", "Relation", "View"]


class CellState(Enum):
    """What the graph says of one entity and one property.

    >>> CellState("not-stated") is CellState.NONE  # silence is no "no"
    False
    """

    VALUE = "value"
    NONE = "none"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    NOT_STATED = "not-stated"


class Relation(Enum):
    """What a row amounts to.

    >>> [relation.value for relation in Relation]
    ['same', 'overlapping', 'related', 'different', 'one-sided', 'incomplete']
    """

    SAME = "same"
    OVERLAPPING = "overlapping"
    RELATED = "related"
    DIFFERENT = "different"
    ONE_SIDED = "one-sided"
    INCOMPLETE = "incomplete"


class Ranks(Enum):
    """Which statements a reader wants to see beside those of the best rank.

    The best rank is preferred, or normal where nothing is preferred; it alone is compared.
    `STANDING` shows the normal statements beside preferred ones too, `ALL` also the deprecated.

    >>> Ranks("standing")
    <Ranks.STANDING: 'standing'>
    """

    BEST = "best"
    STANDING = "standing"
    ALL = "all"


class View(Enum):
    """Which relations a reader wants to see.

    >>> sorted(relation.value for relation in View.DIFFERENCES.relations)
    ['different', 'one-sided']
    """

    ALL = "all"
    DIFFERENCES = "differences"
    SHARED = "shared"
    MISSING = "missing"

    @property
    def relations(self) -> frozenset[Relation]:
        """The relations which this view keeps."""
        return _VIEWS[self]


class Length(Enum):
    """How much a reader wants to be told in words.

    >>> Length("short")
    <Length.SHORT: 'short'>
    """

    SHORT = "short"
    NORMAL = "normal"
    LONG = "long"


_VIEWS = {
    View.ALL: frozenset(Relation),
    View.DIFFERENCES: frozenset({Relation.DIFFERENT, Relation.ONE_SIDED}),
    View.SHARED: frozenset({Relation.SAME, Relation.OVERLAPPING, Relation.RELATED}),
    View.MISSING: frozenset({Relation.INCOMPLETE}),
}
