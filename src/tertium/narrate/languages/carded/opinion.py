"""How a language with a card reports judgements: always with their holder."""

from collections.abc import Iterator
from typing import Final

from tertium.model.card import Mould
from tertium.model.narrative import ClaimKind
from tertium.model.schema import QualifierRole
from tertium.model.values import Entity, Value
from tertium.narrate.claims import claim, opinions
from tertium.narrate.languages.carded.circumstances import marked
from tertium.narrate.languages.carded.drafting import marker_of, turned
from tertium.narrate.languages.carded.frames import Told
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.languages.carded.values import spoken
from tertium.narrate.languages.carded.verbs import Verbs
from tertium.narrate.messages import Opinion, Rivals, View, turn_of
from tertium.narrate.phrases import Phrase
from tertium.narrate.realise import Draft

__all__ = ["opinion_drafts", "rival_drafts"]

_ONE, _SEVERAL = "one", "other"
_OR: Final = "or"


def opinion_drafts(message: Opinion, verbs: Verbs) -> tuple[Draft, ...]:
    """Return the wordings: "According to H, A …", and what is set against it."""
    return tuple(_opinions(message, verbs))


def rival_drafts(message: Rivals, verbs: Verbs) -> tuple[Draft, ...]:
    """Return the wording for values which cannot all be true."""
    rivals, tongue = (message.lead, *message.others), verbs.tongue
    # Who names no source cannot say that sources differ.
    mould = Mould.RIVALS if any(s.references for s in rivals) else Mould.UNCITED
    said = dict.fromkeys(s.value for s in rivals)
    phrase = tongue.fill(
        mould,
        name=verbs.subjects.name(message.lead.subject),
        noun=(verbs.frames.noun(message.lead.predicate),),
        values=tongue.listed([_written(tongue, value) for value in said], _OR),
    )
    return (Draft(phrase=phrase, claims=(claim(ClaimKind.STATED, rivals),)),)


def _written(tongue: Tongue, value: Value) -> Phrase:
    return Told(spoken(tongue, value), marked(tongue, value)).phrase


def _opinions(message: Opinion, verbs: Verbs) -> Iterator[Draft]:
    lead, *others = message.views
    card = verbs.tongue.card
    against = any(_are_against(lead, other) for other in others)
    claims = opinions(message, contrast=against)
    for pattern in turned(card.patterns(Mould.OPINION, _number(lead)), turn_of(message)):
        start = verbs.tongue.pour(pattern, _places(lead, verbs))
        for end, marker in _ends(lead, others, verbs):
            yield Draft(phrase=(*start, *end), claims=claims, marker=marker)


def _ends(lead: View, others: list[View], verbs: Verbs) -> Iterator[tuple[Phrase, str]]:
    """Yield what follows the first judgement: another of the same holder, or of somebody else."""
    if not others:
        yield (), ""
        return
    (other,) = others
    mould = Mould.AGAINST if _are_against(lead, other) else Mould.BESIDE
    if _holders(lead) == _holders(other):
        mould = Mould.FURTHER
    for pattern in verbs.tongue.card.patterns(mould, _number(other)):
        marker = marker_of(pattern) if mould is Mould.AGAINST else ""
        yield verbs.tongue.pour(pattern, _places(other, verbs)), marker


def _are_against(one: View, other: View) -> bool:
    same = _holders(one) == _holders(other) or one.lead.subject == other.lead.subject
    return not same


def _places(view: View, verbs: Verbs) -> dict[str, Phrase]:
    tongue, subject = verbs.tongue, view.lead.subject
    clause = verbs.clause(subject, verbs.all(((view.lead,),), (subject,)))
    return {
        "holders": _named(view, QualifierRole.HOLDER, tongue),
        "clause": (*clause, *_dispute(view, tongue)),
    }


def _dispute(view: View, tongue: Tongue) -> Phrase:
    people = _named(view, QualifierRole.DISPUTED_BY, tongue)
    if people:
        return tongue.fill(Mould.DISPUTED_BY, people=people)
    works = _entities(view, QualifierRole.DISPUTED_IN)
    opening, _, closing = tongue.card.pattern(Mould.QUOTE).partition("{text}")
    quoted = [(opening, *spoken(tongue, work), closing) for work in works]
    return tongue.fill(Mould.DISPUTED_IN, works=tongue.listed(quoted)) if quoted else ()


def _number(view: View) -> str:
    return _SEVERAL if len(_holders(view)) > 1 else _ONE


def _holders(view: View) -> tuple[Entity, ...]:
    return _entities(view, QualifierRole.HOLDER)


def _named(view: View, role: QualifierRole, tongue: Tongue) -> Phrase:
    found = _entities(view, role)
    return tongue.listed([_written(tongue, one) for one in found]) if found else ()


def _entities(view: View, role: QualifierRole) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys(one for s in view.statements for one in s.entities(role)))
