"""How a language with a card reports judgements: always with their holder."""

from collections.abc import Iterator
from typing import Final

from tertium.model.card import Mould
from tertium.model.schema import QualifierRole
from tertium.model.values import Entity, Value
from tertium.narrate.languages.carded.circumstances import marked
from tertium.narrate.languages.carded.drafting import Wording, marker_of, turned
from tertium.narrate.languages.carded.sayings import Told
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.languages.carded.values import spoken
from tertium.narrate.languages.carded.verbs import Verbs
from tertium.narrate.messages import Opinion, Rivals, Side, View, turn_of
from tertium.narrate.phrases import Phrase

__all__ = ["opinions", "rivals"]

_ONE, _SEVERAL = "one", "other"
_OR: Final = "or"


def opinions(message: Opinion, verbs: Verbs) -> Iterator[Wording]:
    """Yield the wordings: "According to H, A …", and what is set against it."""
    lead, *others = message.views
    patterns = verbs.tongue.card.patterns(Mould.OPINION, _number(lead))
    for pattern in turned(patterns, turn_of(message)):
        start = verbs.tongue.pour(pattern, _places(lead, verbs))
        for end, marker in _ends(lead, others, verbs):
            yield Wording((*start, *end), marker)


def rivals(message: Rivals, verbs: Verbs) -> Wording:
    """Return the wording for values which cannot all be true."""
    told, tongue = (message.lead, *message.others), verbs.tongue
    # Who names no source cannot say that sources differ.
    mould = Mould.RIVALS if any(s.references for s in told) else Mould.UNCITED
    said = dict.fromkeys(s.value for s in told)
    phrase = tongue.fill(
        mould,
        name=verbs.subjects.name(message.lead.subject),
        noun=(verbs.frames.noun(message.lead.predicate),),
        values=tongue.listed([_written(tongue, value) for value in said], _OR),
    )
    return Wording(phrase)


def _written(tongue: Tongue, value: Value) -> Phrase:
    return Told(spoken(tongue, value), marked(tongue, value)).phrase()


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
    tongue = verbs.tongue
    clause = verbs.side(Side(view.lead.subject, ((view.lead,),)))
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
