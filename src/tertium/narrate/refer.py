"""What a comparand is called: its full name first, then the short one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tertium.model.description import Description
from tertium.model.narrative import Mention
from tertium.model.terms import Iri
from tertium.narrate.phrases import Name, Phrase

__all__ = ["Names", "Spelling", "names_of"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text and where in it each entity is named."""

    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The full and the short name of each comparand."""

    full: Mapping[Iri, str] = field(default_factory=dict)
    short: Mapping[Iri, str] = field(default_factory=dict)

    def spell(self, phrase: Phrase, named: frozenset[Iri] = frozenset()) -> Spelling:
        """Return a phrase as text; those already named get their short name."""
        text, mentions, known = "", list[Mention](), set(named)
        for piece in phrase:
            if isinstance(piece, Name):
                word = self._word(piece, known)
                mentions.append(Mention(len(text), len(text) + len(word), piece.entity))
                known.add(piece.entity)
                text += word
            else:
                text += piece
        return Spelling(_finished(text), tuple(mentions))

    def _word(self, name: Name, known: set[Iri]) -> str:
        names = self.short if name.entity in known else self.full
        return names.get(name.entity, name.text)


def names_of(comparands: Iterable[Description]) -> Names:
    """Return the names; a short name which two would share is not used."""
    everyone = tuple(comparands)
    uses = Counter(one.short_name for one in everyone)
    full = {one.iri: one.entity.prose for one in everyone}
    short = {one.iri: one.short_name for one in everyone if uses[one.short_name] == 1}
    return Names(full, full | {iri: name for iri, name in short.items() if name})


def _finished(text: str) -> str:
    """Return the text with a capital and a full stop, mentions unmoved."""
    capital = text[:1].upper()
    start = capital + text[1:] if len(capital) == 1 else text
    return start if start.endswith((".", "?", "!")) else start + "."
