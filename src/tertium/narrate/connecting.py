"""Paths in words: each by itself, or one after another."""

from collections.abc import Iterable, Sequence

from tertium.model.comparison import Connection
from tertium.model.description import Description
from tertium.model.lexicon import Lexicon
from tertium.model.narrative import Sentence
from tertium.narrate.languages import realiser_for
from tertium.narrate.messages import Path
from tertium.narrate.realise import write
from tertium.narrate.refer import names_of

__all__ = ["chronicle", "connecting"]


def connecting(
    connections: Iterable[Connection], ends: Sequence[Description], lexicon: Lexicon
) -> tuple[Sentence, ...]:
    """Return each path as a sentence that stands by itself."""
    return tuple(
        sentence for one in connections for sentence in chronicle((one,), ends, lexicon=lexicon)
    )


def chronicle(
    connections: Sequence[Connection], ends: Sequence[Description], *, lexicon: Lexicon
) -> tuple[Sentence, ...]:
    """Return paths as sentences of one text; who stands between the ends has a name, too."""
    between = dict.fromkeys(entity for one in connections for entity in one.between)
    everyone = (*ends, *(Description(entity=one) for one in between))
    paths = (Path(one.path) for one in connections)
    realiser = realiser_for(lexicon, everyone)
    return write(paths, realiser, names=names_of(everyone, name=realiser.name))
