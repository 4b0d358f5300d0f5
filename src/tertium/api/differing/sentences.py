"""What changed in the words of a page, and through which statements."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from tertium.api.differing.parts import told, without
from tertium.model.change import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tertium.api.differing.parts import Page, Sentence

__all__ = ["sentence_changes"]

_CHOICE: Final = "what is told, and in which order, follows from the weights of the rows"
_SUMMARY: Final = "summary"
_CONNECTIONS: Final = "connections"


def sentence_changes(old: Page, new: Page, known: Sequence[Change]) -> Iterator[Change]:
    """Yield the sentences that changed; `known` are the changes in the table."""
    before, after = _sections(old), _sections(new)
    causes = _Causes.of(known)
    for heading in dict.fromkeys((*after, *before)):
        kind = ChangeKind.CONNECTION if heading == _CONNECTIONS else ChangeKind.SENTENCE
        for left, right in _pairs(before.get(heading, ()), after.get(heading, ())):
            words = [one["text"] if one else "" for one in (left, right)]
            if left and right and words[0] == words[1]:
                words = [told(without(one, "text")) for one in (left, right)]
            yield Change(
                kind=kind,
                where=heading,
                before=words[0],
                after=words[1],
                statements=_evidence(left, right),
                because=causes.of_sentences(left, right),
            )


def _sections(page: Page) -> Mapping[str, tuple[Sentence, ...]]:
    """Return the sentences below each heading; two headings alike are taken together."""
    found: dict[str, tuple[Sentence, ...]] = {_SUMMARY: tuple(page["narrative"]["summary"])}
    for section in page["narrative"]["sections"]:
        heading = section["heading"]
        found[heading] = found.get(heading, ()) + tuple(section["sentences"])
    return {**found, _CONNECTIONS: tuple(page["relations"])}


def _pairs(
    old: Sequence[Sentence], new: Sequence[Sentence]
) -> Iterator[tuple[Sentence | None, Sentence | None]]:
    """Yield what stands for what; of what is not replaced, the one side is missing."""
    left, right = (list(map(_key, some)) for some in (old, new))
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from zip_longest(old[a:b], new[c:d])


def _key(sentence: Sentence) -> str:
    return told([sentence])


def _evidence(*sentences: Sentence | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(iri for one in sentences if one for iri in one["evidence"]))


@dataclass(frozen=True, slots=True)
class _Causes:
    """The changes of the table, by statement, and those of names."""

    by_statement: Mapping[str, tuple[str, ...]]
    labels: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, known: Sequence[Change]) -> _Causes:
        found: dict[str, tuple[str, ...]] = {}
        for one in known:
            for iri in one.statements:
                found[iri] = (*found.get(iri, ()), one.said)
        named = (one for one in known if one.kind in (ChangeKind.LABEL, ChangeKind.ENTITY))
        return cls(found, tuple((one.before, one.said) for one in named if one.before))

    def of_sentences(self, old: Sentence | None, new: Sentence | None) -> tuple[str, ...]:
        """Return why a sentence changed, as far as its evidence tells; else its choice."""
        stated = (why for iri in _evidence(old, new) for why in self.by_statement.get(iri, ()))
        text = old["text"] if old else ""
        named = (why for label, why in self.labels if label in text)
        return tuple(dict.fromkeys((*stated, *named))) or (_CHOICE,)
