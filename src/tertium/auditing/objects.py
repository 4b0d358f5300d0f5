"""The names which a cue speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tertium.auditing.linking import Mention
from tertium.auditing.marking import Clause, Marked
from tertium.auditing.vocabulary import WordKind

__all__ = ["Named", "antecedent", "objects_of"]

_BEFORE: Final = frozenset(
    {WordKind.ARTICLE, WordKind.HEDGE, WordKind.EVALUATIVE, WordKind.FUNCTION}
)
_WHICH: Final = ("which", "whom")
_JOINING: Final = frozenset({WordKind.CONJUNCTION, WordKind.ARTICLE})


@dataclass(frozen=True, slots=True)
class Named:
    """A name after a cue, and why it may not be what the cue speaks of after all."""

    mention: Mention
    blocked: str = ""


def objects_of(marked: Marked, first: int, end: int) -> Iterator[Named]:
    """Yield the name after a cue, and those which commas and "and" join to it.

    Other words before it may turn the claim into another one: they block it.
    """
    found = _first(marked, first, end)
    while found is not None:
        yield found
        found = None if found.blocked else _next(marked, found.mention, end)


def antecedent(marked: Marked, clause: Clause) -> tuple[Named, ...]:
    """Return the name before a clause which opens with "which": it is its object."""
    before = clause.first - 1
    if marked.tokens[clause.first].plain not in _WHICH:
        return ()
    while before >= 0 and (marked.dated(before) or marked.hollow(before)):
        before -= 1
    mention = marked.named(before) if before >= 0 else None
    return (Named(mention),) if mention and not mention.owner else ()


def _first(marked: Marked, first: int, end: int) -> Named | None:
    at, blocked = first, ""
    while at < end and (at == first or "," not in marked.tokens[at].gap):
        mention = marked.named(at)
        if mention is not None and not _owns(marked, mention, end):
            return Named(mention, blocked or _trailing(marked, mention, end))
        if mention is None and WordKind.CONJUNCTION in marked.of(at):
            return None
        if WordKind.NAMING in marked.of(at):  # "a campaign known as …"
            blocked = ""
        elif mention is None and not _passes(marked, at):
            blocked = blocked or f"“{marked.tokens[at].text}” stands before the name"
        at = mention.last if mention else at + 1
    return None


def _next(marked: Marked, before: Mention, end: int) -> Named | None:
    """Return the next of a list: a comma or "and" stands before it."""
    at = before.last
    joined = at < end and "," in marked.tokens[at].gap
    while at < end and marked.named(at) is None and not marked.of(at).isdisjoint(_JOINING):
        joined = joined or WordKind.CONJUNCTION in marked.of(at)
        at += 1
    mention = marked.named(at) if at < end and joined else None
    if mention is None or any(cue.first == mention.last for cue in marked.cues):
        return None  # or it is the subject of what follows
    return Named(mention, _trailing(marked, mention, end))


def _owns(marked: Marked, mention: Mention, end: int) -> bool:
    """Return whether a name only says whose the next one is: "Lenin's New Economic Policy"."""
    return mention.owner and mention.last < end and marked.named(mention.last) is not None


def _passes(marked: Marked, at: int) -> bool:
    kinds = marked.of(at)
    return marked.dated(at) or not kinds.isdisjoint(_BEFORE)


def _trailing(marked: Marked, mention: Mention, end: int) -> str:
    """Return why a name is not the whole object: it owns what follows, or describes it."""
    at = mention.last
    if at >= end or not (mention.owner or marked.tokens[at].gap.isspace()):
        return ""
    plain = marked.dated(at) or (marked.of(at) and not marked.evaluative(at))
    if mention.owner or not plain:
        return f"“{marked.tokens[at].text}” follows the name"
    return ""
