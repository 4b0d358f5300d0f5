"""Sentences in order, each with its evidence."""

from dataclasses import dataclass
from enum import Enum

from tertium.errors import NoEvidenceError
from tertium.model.card import Card
from tertium.model.schema import Facet
from tertium.model.statement import Statement
from tertium.model.terms import Iri

__all__ = ["Claim", "ClaimKind", "Mention", "MentionForm", "Narrative", "Section", "Sentence"]


class ClaimKind(Enum):
    """What a sentence asserts of its evidence."""

    SHARED = "shared"
    DIFFER = "differ"
    STATED = "stated"
    ONLY_RECORDED_FOR = "only-recorded-for"
    ORDER = "order"
    OVERLAP = "overlap"
    RELATION = "relation"
    PATH = "path"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A typed assertion: these statements stand, and these pairs have none.

    `unrecorded` lists (entity, property) of which the graph is silent, `unsaid` those where nothing
    has the entity as its value; `ask` is the claim as a SPARQL ASK, filled in where the queries are
    at hand.
    """

    kind: ClaimKind
    statements: tuple[Statement, ...]
    unrecorded: tuple[tuple[Iri, Iri], ...] = ()
    unsaid: tuple[tuple[Iri, Iri], ...] = ()
    ask: str = ""


class MentionForm(Enum):
    """How an entity is referred to; in a group as one of "both", "each" or "all"."""

    NAME = "name"
    SHORT = "short"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    GROUP = "group"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where in the text an entity is named, and how: [start, end) in characters."""

    start: int
    end: int
    entity: Iri
    form: MentionForm = MentionForm.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text, what it claims and whom it names. No evidence, no sentence.

    It is a `fallback` when it is made of the label of a property that no lexicon lists, and
    `rewritten` when the words are those of another program.
    """

    text: str
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...] = ()
    fallback: bool = False
    rewritten: bool = False

    def __post_init__(self) -> None:
        """Refuse a sentence without evidence."""
        if not self.evidence:
            raise NoEvidenceError(self.text)

    @property
    def evidence(self) -> tuple[Statement, ...]:
        """The statements of all claims, each once, in order."""
        return tuple(dict.fromkeys(s for claim in self.claims for s in claim.statements))


@dataclass(frozen=True, slots=True)
class Section:
    """The sentences on one facet."""

    facet: Facet
    sentences: tuple[Sentence, ...]

    @property
    def heading(self) -> str:
        """The facet's label."""
        return self.facet.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """The summary, the sections, and each connection in words.

    `card` is that of the language, if it has one: a page has its fixed words from there.
    """

    summary: tuple[Sentence, ...] = ()
    sections: tuple[Section, ...] = ()
    relations: tuple[Sentence, ...] = ()
    language: str = "en"
    card: Card | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the summary and the sections."""
        return self.summary + tuple(s for section in self.sections for s in section.sentences)
