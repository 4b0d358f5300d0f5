"""Of whom a clause speaks: by name, by pronoun, or because the clause before did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tertium.auditing.linking import Mention
from tertium.auditing.marking import Clause, Cue, Marked
from tertium.auditing.vocabulary import WordKind
from tertium.model.terms import Iri

__all__ = ["Focus", "Spoken"]

_PASSED: Final = frozenset(
    {
        WordKind.ARTICLE,
        WordKind.HEDGE,
        WordKind.EVALUATIVE,
        WordKind.NEGATION,
        WordKind.MODAL,
    }
)
_ALL: Final = frozenset({WordKind.THEY, WordKind.THEIR})
_HE: Final = frozenset({WordKind.HE, WordKind.HIS})
_IT: Final = frozenset({WordKind.IT, WordKind.ITS})
_OWNERS: Final = frozenset({WordKind.HIS, WordKind.ITS, WordKind.THEIR})
_PRONOUNS: Final = frozenset({WordKind.HE, WordKind.IT, WordKind.THEY})
_OPENING: Final = frozenset({WordKind.BOUNDARY, WordKind.CONJUNCTION})
_BOTH: Final = "both"
_THAT: Final = "that"
_WHO: Final = ("who", "which", "whom", _THAT)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The subjects of a clause, the words which name them, and a remark on how they were found."""

    subjects: tuple[Iri, ...] = ()
    places: tuple[int, ...] = ()
    remark: str = ""


@dataclass(slots=True)
class Focus:
    """Whom the text has last spoken of: it takes a pronoun to mean one comparand or nobody.

    `persons` says of each comparand whether it can be "he" or "she".
    """

    parties: Sequence[Iri]
    persons: Mapping[Iri, bool]
    section: str = ""
    last: tuple[Iri, ...] = ()
    spoken: list[Iri] = field(default_factory=list)
    before: Spoken = field(default_factory=Spoken)
    bare: bool = False

    def enter(self, marked: Marked) -> None:
        """Begin a passage; a new section starts without anybody."""
        if marked.passage.section != self.section:
            self.section, self.last, self.spoken = marked.passage.section, (), []
        self.last = tuple(dict.fromkeys(self.spoken)) or self.last
        self.spoken, self.before, self.bare = [], Spoken(), False

    def leave(self, marked: Marked) -> None:
        """End a passage: who alone was named in it, if only as an owner, is spoken of."""
        named = {min(m.entities) for m in marked.mentions if self._party(m)}
        if not self.spoken and len(named) == 1:
            self.spoken += named

    def of_rest(self, marked: Marked, clause: Clause) -> Spoken:
        """Return of whom a clause speaks, or else of whose things, if of one comparand only."""
        cues = [cue.first for cue in marked.cues if clause.first <= cue.first < clause.last]
        found = self.of_clause(marked, clause, min(cues, default=clause.last))
        if not cues and not set(found.subjects).issubset(self.parties):
            found = self._inherited(marked, clause)
        return found if found.subjects else Spoken(self.owners(marked, clause.first, clause.last))

    def owners(self, marked: Marked, first: int, last: int) -> tuple[Iri, ...]:
        """Return the comparand of whose things some words speak, if of one only."""
        inside = [m for m in marked.mentions if first <= m.first < last and m.owner]
        named = {min(m.entities) for m in inside if self._party(m)}
        return tuple(named) if len(named) == 1 else ()

    def of_cue(self, marked: Marked, clause: Clause, cue: Cue) -> Spoken:
        """Return of whom a cue speaks: its owner, the name before it, or that of the clause."""
        before = cue.first - 1
        if before >= clause.first and (named := self._listed(marked, before)):
            return named
        while before >= clause.first and self._passed(marked, before):
            before -= 1
        found = self._near_cue(marked, before) if before >= clause.first else Spoken()
        if not found.subjects and before >= clause.first and self._joins(marked, before):
            found = self.before
        self.before = found if found.subjects else self.of_clause(marked, clause, cue.first)
        self.bare = all(map(marked.hollow, range(cue.first, cue.last)))
        return self.before

    def _near_cue(self, marked: Marked, at: int) -> Spoken:
        """Return who is named right before a cue, but for "unlike him"."""
        mention = marked.named(at)
        if mention is not None and not mention.owner and _governed(marked, mention):
            return Spoken()
        return self._at(marked, at)

    def of_clause(self, marked: Marked, clause: Clause, end: int) -> Spoken:
        """Return of whom a clause speaks, by the words before `end`.

        What is said of something that somebody has is not said of him.
        """
        if marked.passage.party is not None:
            return Spoken((self.parties[marked.passage.party],))
        for at in range(clause.first, end):
            mention, kinds = marked.named(at), marked.of(at)
            if (mention and mention.owner) or (not mention and kinds & _OWNERS):
                return Spoken()
            if mention is None and kinds & _PRONOUNS:
                return self._at(marked, at)
            if mention is not None and not _governed(marked, mention):
                return self._at(marked, at)
        return self._inherited(marked, clause)

    def _listed(self, marked: Marked, at: int) -> Spoken | None:
        """Return whom "the former" or "the latter" means, if two were named before."""
        kinds, known = marked.of(at), self.last
        article = at > 0 and WordKind.ARTICLE in marked.of(at - 1)
        ordinal = kinds & {WordKind.FORMER, WordKind.LATTER}
        if not (ordinal and article and len(known) > 1):
            return None
        one = known[0] if WordKind.FORMER in kinds else known[-1]
        self.spoken.append(one)
        return Spoken((one,), (at,), marked.tokens[at].text)

    def _passed(self, marked: Marked, at: int) -> bool:
        return not _PASSED.isdisjoint(marked.of(at)) and marked.named(at) is None

    def _joins(self, marked: Marked, at: int) -> bool:
        return WordKind.CONJUNCTION in marked.of(at) and marked.named(at) is None

    def _at(self, marked: Marked, at: int) -> Spoken:
        mention = marked.named(at)
        if mention is not None:
            return self._coordinated(marked, mention)
        kinds = marked.of(at)
        if kinds & _ALL:
            both = marked.tokens[at].plain == _BOTH or len(self._recent()) != 1
            group = tuple(self.parties) if both else ()
            return Spoken(group, (at,), marked.tokens[at].text)
        return self._single(marked, at) if kinds & (_HE | _IT) else Spoken()

    def _coordinated(self, marked: Marked, mention: Mention) -> Spoken:
        """Return a name, with the comparands which "and" joins to it."""
        group = [mention]
        if self._party(mention):
            group = [m for m in marked.mentions if self._beside(marked, m, mention)]
        subjects = tuple(min(one.entities) for one in group)
        places = tuple(at for one in group for at in range(one.first, one.last))
        self.spoken += [iri for iri in subjects if iri in self.parties]
        return Spoken(subjects, places)

    def _beside(self, marked: Marked, one: Mention, other: Mention) -> bool:
        """Return whether one name is another, or a comparand with only "and" between them."""
        left, right = sorted((one, other), key=lambda mention: mention.first)
        between = range(left.last, right.first)
        joined = len(between) == 1 and self._joins(marked, between[0])
        return one == other or (self._party(one) and not left.owner and joined)

    def _party(self, mention: Mention) -> bool:
        return len(mention.entities) == 1 and not mention.entities.isdisjoint(self.parties)

    def _recent(self) -> tuple[Iri, ...]:
        return tuple(dict.fromkeys(self.spoken)) or self.last

    def _single(self, marked: Marked, at: int) -> Spoken:
        """Return whom "he" or "its" means, if it can be only one of the comparands."""
        person = bool(marked.of(at) & _HE)
        fitting = [iri for iri in self.parties if self.persons[iri] is person]
        candidates = [iri for iri in self._near(marked, at) if iri in fitting]
        if not candidates and len(fitting) == 1 and len(self.parties) > 1:
            candidates = fitting
        if len(candidates) != 1:
            return Spoken()
        self.spoken.append(candidates[0])
        return Spoken((candidates[0],), (at,), marked.tokens[at].text)

    def _near(self, marked: Marked, at: int) -> tuple[Iri, ...]:
        """Return the comparands of whom this passage has spoken so far, or the one before it.

        Who is named first in a passage goes on being meant while others are only named as owners.
        """
        named = [
            m
            for m in marked.mentions
            if m.last <= at and self._party(m) and (m.owner or not _governed(marked, m))
        ]
        free = dict.fromkeys(min(m.entities) for m in named if not m.owner)
        if named and not free:
            free = {min(named[0].entities): None}
        return tuple(free) or self._recent()

    def _inherited(self, marked: Marked, clause: Clause) -> Spoken:
        if WordKind.CONSEQUENCE in clause.opener:
            return Spoken()
        if marked.tokens[clause.first].text.casefold() in _WHO:
            before = marked.named(clause.first - 1) if clause.first else None
            if self.bare and self.before.subjects:  # "was a man who"
                return self.before
            if before is not None and not before.owner:
                return Spoken((min(before.entities),))
            if marked.tokens[clause.first].plain != _THAT:
                return Spoken()
        recent = tuple(dict.fromkeys(self.spoken))
        return Spoken(recent[-1:]) if clause.first else Spoken()


def _governed(marked: Marked, mention: Mention) -> bool:
    """Return whether a preposition stands before a name: it is no subject then."""
    at = mention.first - 1
    while at >= 0 and WordKind.ARTICLE in marked.of(at):
        at -= 1
    kinds = marked.of(at) if at >= 0 else frozenset()
    free = marked.tokens[mention.first].gap.strip() or not kinds.isdisjoint(_PRONOUNS | _OPENING)
    return WordKind.FUNCTION in kinds and not free
