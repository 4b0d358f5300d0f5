"""Paths in words, each by itself."""

from collections.abc import Iterable, Sequence

from tertium.model.description import Description
from tertium.model.lexicon import Lexicon
from tertium.model.narrative import Sentence
from tertium.model.statement import Statement
from tertium.model.values import Entity
from tertium.narrate.languages.en import English
from tertium.narrate.messages import Path
from tertium.narrate.realise import write
from tertium.narrate.refer import names_of

__all__ = ["connecting"]


def connecting(
    paths: Iterable[Sequence[Statement]],
    ends: Sequence[Description],
    lexicon: Lexicon,
    *,
    between: Iterable[Entity] = (),
) -> tuple[Sentence, ...]:
    """Return each path as a sentence; `between` are those who are no ends."""
    everyone = (*ends, *(Description(entity=one) for one in between))
    realiser, names = English(lexicon, everyone), names_of(everyone)
    return tuple(
        sentence
        for path in paths
        for sentence in write((Path(tuple(path)),), realiser, names=names)
    )
