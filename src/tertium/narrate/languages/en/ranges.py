"""How English says from where to where the values of many go."""

from tertium.narrate.claims import claims_of
from tertium.narrate.languages.en.clauses import spoken
from tertium.narrate.languages.en.subjects import several
from tertium.narrate.languages.en.unlisted import is_noun
from tertium.narrate.messages import Part, Range
from tertium.narrate.phrases import Phrase
from tertium.narrate.realise import Draft

__all__ = ["ranges"]


def ranges(message: Range) -> tuple[Draft, ...]:
    """Return the wording: "The date of birth ranges from … (A) to … (B)"; none without a noun."""
    predicate = message.least[0].predicate
    label = predicate.noun or predicate.label
    if not is_noun(label):
        return ()
    caution = "" if message.recorded else "as far as it is recorded, "
    phrase = (
        f"{caution}the {label} ranges from ",
        *_end(message.least),
        " to ",
        *_end(message.greatest),
    )
    return (Draft(phrase=phrase, claims=claims_of(message)),)


def _end(statements: Part) -> Phrase:
    holders = several(tuple(s.subject for s in statements))
    return (*spoken(statements[0].value), " (", *holders, ")")
