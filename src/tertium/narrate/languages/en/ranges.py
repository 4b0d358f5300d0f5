"""How English says from where to where the values of many go."""

from collections.abc import Iterator

from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.languages.en.spoken import spoken
from tertium.narrate.languages.en.subjects import several
from tertium.narrate.languages.en.unlisted import is_noun
from tertium.narrate.messages import Part, Range
from tertium.narrate.phrases import Phrase
from tertium.narrate.realise import Draft

__all__ = ["ranges"]


def ranges(message: Range, verbs: Verbs) -> Iterator[Draft]:
    """Yield the wordings: "The date of birth ranges from … (A) to … (B)" and its kin."""
    label = verbs.noun(message.least[0].predicate)
    caution = "" if message.recorded else "as far as it is recorded, "
    what = f"the {label}" if is_noun(label) else f"what is recorded as “{label}”"
    for verb in ("ranges", "goes"):
        start = f"{caution}{what} {verb} from "
        yield Draft(phrase=(start, *_end(message.least), " to ", *_end(message.greatest)))


def _end(statements: Part) -> Phrase:
    holders = several(tuple(s.subject for s in statements))
    return (*spoken(statements[0].value), " (", *holders, ")")
