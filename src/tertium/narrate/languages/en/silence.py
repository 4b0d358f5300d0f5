"""How English says that something is recorded of one and not of another."""

from collections.abc import Iterator

from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.languages.en.subjects import several, subject
from tertium.narrate.languages.en.unlisted import is_noun
from tertium.narrate.messages import Gap
from tertium.narrate.realise import Draft

__all__ = ["silences"]


def silences(message: Gap, verbs: Verbs) -> Iterator[Draft]:
    """Yield the wordings: "A …; no X is recorded for B" and its kin."""
    told = (*subject(message.side.subject), " ", *verbs.all(message.side.parts))
    nobody = several(message.absent)
    nothing, end = _nothing(message, verbs)
    yield Draft(phrase=(*told, f"; {nothing} recorded for ", *nobody, end), marker="recorded")
    yield Draft(phrase=(*told, f", while {nothing} recorded for ", *nobody, end), marker="while")
    yield Draft(phrase=(*told, "; for ", *nobody, f", {nothing} recorded{end}"), marker="recorded")
    first = (f"{nothing} recorded for ", *nobody, f"{end}, while ")
    yield Draft(phrase=(*first, *told), marker="while", strain=1)


def _nothing(message: Gap, verbs: Verbs) -> tuple[str, str]:
    """Return "no party is", or, of a label which is no noun, "nothing is" and as what."""
    label = verbs.noun(message.predicate)
    first = label.split()[0]
    if not is_noun(label) or first == verbs.frame(message.side.statements[0]).split()[0]:
        return "nothing is", f" as “{label}”"
    many = first.endswith("s") and not first.endswith("ss")
    return f"no {label} {'are' if many else 'is'}", ""
