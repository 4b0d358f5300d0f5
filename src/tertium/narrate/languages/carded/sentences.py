"""The wordings of every message in a language with a card, the preferred one first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from tertium.model.card import Card, Mould
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.lexicon import Gender, Lexicon
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.claims import claims_of
from tertium.narrate.languages.carded.circumstances import marked
from tertium.narrate.languages.carded.contrast import contrasts, crossings
from tertium.narrate.languages.carded.drafting import Wording, marker_of, turned
from tertium.narrate.languages.carded.frames import Frames
from tertium.narrate.languages.carded.likeness import likenesses
from tertium.narrate.languages.carded.opinion import opinions, rivals
from tertium.narrate.languages.carded.sayings import Told
from tertium.narrate.languages.carded.softening import softened
from tertium.narrate.languages.carded.subjects import subjects_of
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.languages.carded.values import spoken
from tertium.narrate.languages.carded.verbs import Verbs
from tertium.narrate.messages import (
    Contrast,
    Crossing,
    Gap,
    Message,
    Mutual,
    Opinion,
    Part,
    Path,
    Range,
    Relationship,
    Rivals,
    Shared,
    Side,
    Stated,
    statements_of,
    turn_of,
)
from tertium.narrate.phrases import Phrase, joined
from tertium.narrate.realise import Draft

__all__ = ["Carded"]


@dataclass(frozen=True, slots=True)
class Carded:
    """Writes a language with its card and the verb frames of its lexicon."""

    card: Card
    lexicon: Lexicon
    comparands: tuple[Description, ...]

    @property
    def pronouns(self) -> Mapping[Gender, str]:
        """Return none: who is meant by them differs from language to language."""
        return {}

    def name(self, entity: Entity) -> str:
        """Return a name as the graph has it in a sentence."""
        return entity.prose

    def frame(self, statement: Statement) -> str:
        """Return what stands around the values of a statement."""
        frame = self._verbs.saying((statement,), (statement.subject,)).frame
        return f"{frame.before}{frame.after}"

    def drafts(self, message: Message) -> tuple[Draft, ...]:
        """Return the wordings of a message: there is always one."""
        verbs = self._verbs
        match message:
            case Shared():
                found = likenesses(message, verbs)
            case Contrast():
                found = contrasts(message, verbs)
            case Crossing():
                found = crossings(message, verbs)
            case Opinion():
                found = opinions(message, verbs)
            case Rivals():
                found = iter((rivals(message, verbs),))
            case _:
                found = _plain(message, verbs)
        return tuple(
            Draft(
                phrase=softened(one.phrase, self.card, self.comparands),
                claims=claims_of(message),
                marker=one.marker,
                known=one.known,
                fallback=verbs.is_coined(statements_of(message)),
            )
            for one in found
        )

    @property
    def _verbs(self) -> Verbs:
        return Verbs(Frames(Tongue(self.card), self.lexicon), subjects_of(self.comparands))


def _plain(
    message: Range | Stated | Gap | Relationship | Mutual | Path, verbs: Verbs
) -> Iterator[Wording]:
    match message:
        case Range():
            yield _ranging(message, verbs)
        case Stated() | Relationship():
            yield from _stated(message.side, verbs)
        case Gap():
            yield _gap(message, verbs)
        case Mutual():
            yield from _mutual(message, verbs)
        case _:
            yield _path(message.statements, verbs)


def _stated(side: Side, verbs: Verbs) -> Iterator[Wording]:
    clause = verbs.side(side)
    yield Wording(clause)
    for pattern in verbs.tongue.card.patterns(Mould.MORE):
        phrase = verbs.tongue.pour(pattern, {"clause": clause})
        yield Wording(phrase, marker_of(pattern), frozenset({side.subject}))


def _gap(message: Gap, verbs: Verbs) -> Wording:
    phrase = verbs.tongue.fill(
        Mould.GAP,
        clause=verbs.side(message.side),
        names=verbs.subjects.names(verbs.tongue, message.absent),
        noun=(verbs.frames.noun(message.predicate),),
    )
    return Wording(phrase, Mould.GAP.key)


def _mutual(message: Mutual, verbs: Verbs) -> Iterator[Wording]:
    patterns = turned(verbs.tongue.card.patterns(Mould.MUTUAL), turn_of(message))
    for one in message.statements[:2]:
        clause = verbs.side(Side(one.subject, ((one,),)))
        for pattern in patterns:
            phrase = verbs.tongue.pour(pattern, {"clause": clause})
            yield Wording(phrase, marker_of(pattern))


def _ranging(message: Range, verbs: Verbs) -> Wording:
    """Return from where to where the values go: "date of birth: the earliest …"."""
    predicate, value = message.least[0].predicate, message.least[0].value
    phrase = verbs.tongue.fill(
        Mould.EARLIEST if isinstance(value, Date) else Mould.LEAST,
        noun=(verbs.frames.noun(predicate),),
        least=_end(message.least, verbs),
        greatest=_end(message.greatest, verbs),
    )
    if not message.recorded:
        phrase = verbs.tongue.fill(Mould.CAUTION, clause=phrase)
    return Wording(phrase)


def _end(part: Part, verbs: Verbs) -> Phrase:
    value, tongue = part[0].value, verbs.tongue
    holders = verbs.subjects.names(tongue, tuple(s.subject for s in part))
    return Told((*spoken(tongue, value), *marked(tongue, value)), holders).phrase()


def _path(statements: Iterable[Statement], verbs: Verbs) -> Wording:
    """Return a path of one statement or more, each subject in a clause of its own."""
    told = tuple(statements)
    runs = [tuple(group) for _, group in groupby(told, key=_subject)]
    clauses = (verbs.side(Side(run[0].subject, tuple((s,) for s in run))) for run in runs)
    return Wording(joined(clauses, verbs.tongue.card.pattern(Mould.NEXT)))


def _subject(statement: Statement) -> Iri:
    return statement.subject
