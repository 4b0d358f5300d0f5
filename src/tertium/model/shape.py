"""The shapes of graphs."""

from enum import Enum

__all__ = ["Shape"]


class Shape(Enum):
    """How a graph says what it states."""

    TERTIUM = "tertium"
    WIKIBASE = "wikibase"
    PLAIN = "plain"
