"""What stands for a verb phrase when somebody else did the same: "as did Trotsky"."""

from dataclasses import replace
from typing import Final

from tertium.model.statement import Statement
from tertium.narrate.languages.en.clauses import Verbs

__all__ = ["auxiliary"]

_BE: Final = frozenset({"is", "are", "was", "were"})
_HAVE: Final = frozenset({"has", "have"})
_BEEN: Final = "been "


def auxiliary(statement: Statement, verbs: Verbs) -> str:
    """Return the word that stands for the verb phrase of a statement."""
    frame = verbs.frame(statement)
    word, _, rest = frame.partition(" ")
    if word in _BE or (word in _HAVE and rest.startswith(_BEEN)):
        return word
    singular = replace(verbs, plurals=frozenset()).frame(statement)
    if singular == verbs.frame(statement, plural=True):
        return "did"
    return "does" if frame == singular else "do"
