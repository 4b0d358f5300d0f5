"""The wordings of every message in a language with a card, the preferred one first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tertium.model.card import Card, Mould
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.lexicon import Lexicon
from tertium.model.narrative import ClaimKind
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.narrate.claims import claim, gaps
from tertium.narrate.languages.carded.circumstances import marked
from tertium.narrate.languages.carded.contrast import contrasts, crossings
from tertium.narrate.languages.carded.drafting import marker_of, turned
from tertium.narrate.languages.carded.frames import Frames, Told
from tertium.narrate.languages.carded.likeness import likenesses
from tertium.narrate.languages.carded.opinion import opinion_drafts, rival_drafts
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

    def frame(self, statement: Statement) -> str:
        """Return what stands around the values of a statement."""
        frame = self._verbs.frame((statement,), (statement.subject,))
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
                found = opinion_drafts(message, verbs)
            case Rivals():
                found = rival_drafts(message, verbs)
            case _:
                found = tuple(_plain(message, verbs))
        return tuple(softened(draft, self.card, self.comparands) for draft in found)

    @property
    def _verbs(self) -> Verbs:
        return Verbs(Frames(Tongue(self.card), self.lexicon), subjects_of(self.comparands))


def _plain(
    message: Range | Stated | Gap | Relationship | Mutual | Path, verbs: Verbs
) -> Iterator[Draft]:
    match message:
        case Range():
            yield _ranging(message, verbs)
        case Stated():
            yield from _stated(message.side, verbs, ClaimKind.STATED)
        case Relationship():
            yield from _stated(message.side, verbs, ClaimKind.RELATION)
        case Gap():
            yield _gap(message, verbs)
        case Mutual():
            yield from _mutual(message, verbs)
        case _:
            yield _path(message.statements, verbs)


def _stated(side: Side, verbs: Verbs, kind: ClaimKind) -> Iterator[Draft]:
    claims, clause = (claim(kind, side.statements),), verbs.side(side)
    yield Draft(phrase=clause, claims=claims)
    for pattern in verbs.tongue.card.patterns(Mould.MORE):
        phrase = verbs.tongue.pour(pattern, {"clause": clause})
        known = frozenset({side.subject})
        yield Draft(phrase=phrase, claims=claims, marker=marker_of(pattern), known=known)


def _gap(message: Gap, verbs: Verbs) -> Draft:
    phrase = verbs.tongue.fill(
        Mould.GAP,
        clause=verbs.side(message.side),
        names=verbs.subjects.names(verbs.tongue, message.absent),
        noun=(verbs.frames.noun(message.predicate),),
    )
    return Draft(phrase=phrase, claims=gaps(message), marker=Mould.GAP.key)


def _mutual(message: Mutual, verbs: Verbs) -> Iterator[Draft]:
    claims = (claim(ClaimKind.RELATION, sorted(message.statements, key=_iri)),)
    patterns = turned(verbs.tongue.card.patterns(Mould.MUTUAL), turn_of(message))
    for one in message.statements[:2]:
        clause = verbs.side(Side(one.subject, ((one,),)))
        for pattern in patterns:
            phrase = verbs.tongue.pour(pattern, {"clause": clause})
            yield Draft(phrase=phrase, claims=claims, marker=marker_of(pattern))


def _ranging(message: Range, verbs: Verbs) -> Draft:
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
    return Draft(phrase=phrase, claims=(claim(ClaimKind.DIFFER, message.statements),))


def _end(part: Part, verbs: Verbs) -> Phrase:
    value, tongue = part[0].value, verbs.tongue
    holders = verbs.subjects.names(tongue, tuple(s.subject for s in part))
    return Told((*spoken(tongue, value), *marked(tongue, value)), holders).phrase


def _path(statements: Iterable[Statement], verbs: Verbs) -> Draft:
    """Return a path of one statement or more, each subject in a clause of its own."""
    told = tuple(statements)
    runs = [tuple(group) for _, group in groupby(told, key=_subject)]
    clauses = (verbs.side(Side(run[0].subject, tuple((s,) for s in run))) for run in runs)
    kind = ClaimKind.PATH if len(told) > 1 else ClaimKind.RELATION
    phrase = joined(clauses, verbs.tongue.card.pattern(Mould.NEXT))
    return Draft(phrase=phrase, claims=(claim(kind, told),))


def _iri(statement: Statement) -> Iri:
    return statement.iri


def _subject(statement: Statement) -> Iri:
    return statement.subject
