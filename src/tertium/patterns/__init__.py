"""What several things share and what sets them apart, as patterns that can be asked."""

from tertium.patterns.around import Around
from tertium.patterns.differing import Distinction, distinctions
from tertium.patterns.insides import VALUES, Weight
from tertium.patterns.shared import BRANCHES, Shared, shared
from tertium.patterns.singling import Prominence, atoms, single_out
from tertium.patterns.telling import Telling

__all__ = [
    "BRANCHES",
    "VALUES",
    "Around",
    "Distinction",
    "Prominence",
    "Shared",
    "Telling",
    "Weight",
    "atoms",
    "distinctions",
    "shared",
    "single_out",
]
