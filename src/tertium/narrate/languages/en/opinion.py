"""How English reports judgements: always with their holder."""

from collections.abc import Iterator
from typing import Final

from tertium.model.schema import QualifierRole
from tertium.model.values import Entity, Value
from tertium.narrate.languages.en.clauses import SLOT, Verbs
from tertium.narrate.languages.en.spoken import enumerated, spoken
from tertium.narrate.languages.en.subjects import named, subject
from tertium.narrate.languages.en.values import say_value
from tertium.narrate.messages import Opinion, Rivals, View, turn_of
from tertium.narrate.phrases import Name, Phrase
from tertium.narrate.realise import Draft

__all__ = ["opinion_drafts", "rival_drafts"]

# Before the holder, and after it in the singular and the plural.
_FORMS: Final = (
    ("", (" argues that ", " argue that ")),
    ("According to ", (", ", ", ")),
    ("", (" holds that ", " hold that ")),
    ("In the view of ", (", ", ", ")),
)
# On which sources differ; and of what more than one is stated, without a source.
_RIVALS: Final = (
    ("Sources differ on the {} of ", "More than one {} is stated of "),
    ("The sources do not agree on the {} of ", "There is more than one {} on record for "),
)
_BESIDE: Final = (("In the view of ", "; in that of "), ("According to ", "; according to "))
# Marker, between two judgements, and after the second holder.
_AGAINST: Final = (
    ("whereas", ", whereas ", ""),
    ("while", ", while ", ""),
    ("by contrast", "; ", ", by contrast,"),
)


def opinion_drafts(message: Opinion, verbs: Verbs) -> Iterator[Draft]:
    """Return the wordings: "H argues that A …", "In the view of H, A …"."""
    turn = turn_of(message)
    if len(message.views) == 1:
        return _alone(message, verbs, turn % len(_FORMS))
    first, second = message.views
    if _holders(first) == _holders(second):
        return _at_once(message, verbs)
    if first.lead.subject == second.lead.subject:
        return _beside(message, verbs)
    return _against(message, verbs, turn % len(_AGAINST))


def rival_drafts(message: Rivals) -> Iterator[Draft]:
    """Yield the wordings for values which cannot all be true."""
    rivals = (message.lead, *message.others)
    said = dict.fromkeys(s.value for s in rivals)
    *most, last = map(_written, said)
    values = tuple(p for value in most for p in (*value, ", "))[:-1]
    label, owner = message.lead.predicate.label, named(message.lead.subject)
    cited = any(s.references for s in rivals)  # who names no source cannot say that sources differ
    for differing, several in _RIVALS:
        opening = differing.format(label) if cited else several.format(label)
        yield Draft(phrase=(opening, *owner, ": ", *values, " or ", *last))


def _written(value: Value) -> Phrase:
    return spoken(value) if isinstance(value, Entity) else (say_value(value),)


def _alone(message: Opinion, verbs: Verbs, turn: int) -> Iterator[Draft]:
    view = message.views[0]
    for before, after in _FORMS[turn:] + _FORMS[:turn]:
        phrase = (
            *((before,) if before else ()),
            *enumerated(_holders(view)),
            after[len(_holders(view)) > 1],
            *_judgement(view, verbs),
            *_dispute(view),
        )
        yield Draft(phrase=phrase)


def _at_once(message: Opinion, verbs: Verbs) -> Iterator[Draft]:
    """One holder: "H argues that A … and that B …"."""
    first, second = (_judgement(view, verbs) for view in message.views)
    view = message.views[0]
    yield Draft(phrase=(*_argued(view), *first, " and that ", *second))
    holders = enumerated(_holders(view))
    yield Draft(phrase=("According to ", *holders, ", ", *first, " and ", *second))


def _beside(message: Opinion, verbs: Verbs) -> Iterator[Draft]:
    """One subject: "In the view of H, A …; in that of K, …"."""
    first, second = message.views
    same = verbs.frame(first.lead) == verbs.frame(second.lead) and SLOT not in verbs.frame(
        first.lead
    )
    if same:
        for before, middle in _BESIDE:
            phrase = (
                before,
                *enumerated(_holders(first)),
                ", ",
                *_judgement(first, verbs),
                middle,
                *enumerated(_holders(second)),
                ", ",
                *verbs.value(second.lead),
            )
            yield Draft(phrase=phrase)
    start = (*_argued(first), *_judgement(first, verbs), "; ")
    yield Draft(phrase=(*start, *_argued(second), *_judgement(second, verbs)))


def _against(message: Opinion, verbs: Verbs, turn: int) -> Iterator[Draft]:
    """Two subjects: "H argues that A …, whereas K argues that B …"."""
    for marker, between, after in _AGAINST[turn:] + _AGAINST[:turn]:
        for first, second in (message.views, message.views[::-1]):
            verb = " argue that " if len(_holders(second)) > 1 else " argues that "
            start = (*_argued(first), *_judgement(first, verbs), between)
            end = (f"{after}{verb}", *_judgement(second, verbs))
            phrase = (*start, *enumerated(_holders(second)), *end)
            yield Draft(phrase=phrase, marker=marker)


def _argued(view: View) -> Phrase:
    holders = _holders(view)
    return (*enumerated(holders), " argue that " if len(holders) > 1 else " argues that ")


def _judgement(view: View, verbs: Verbs) -> Phrase:
    return (*subject(view.lead.subject), " ", *verbs.one((view.lead,)))


def _holders(view: View) -> tuple[Phrase, ...]:
    return _named(view, QualifierRole.HOLDER)


def _dispute(view: View) -> Phrase:
    people, works = _named(view, QualifierRole.DISPUTED_BY), _named(view, QualifierRole.DISPUTED_IN)
    if people:
        return (", which ", *enumerated(people), " dispute" if len(people) > 1 else " disputes")
    if works:
        quoted = (("“", *work, "”") for work in works)
        return (", which is disputed in ", *enumerated(quoted))
    return ()


def _named(view: View, role: QualifierRole) -> tuple[Phrase, ...]:
    found = dict.fromkeys(entity for s in view.statements for entity in s.entities(role))
    return tuple((Name(entity.iri, entity.prose),) for entity in found)
