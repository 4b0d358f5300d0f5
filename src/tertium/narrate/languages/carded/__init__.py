"""Any language which has a card: its realiser, and how it writes values."""

from tertium.narrate.languages.carded.sentences import Carded

__all__ = ["Carded"]
