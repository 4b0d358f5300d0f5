"""What is checked: a sentence of a page, whoever wrote it, and what is found wrong with it."""

from dataclasses import dataclass
from enum import Enum

__all__ = ["Check", "Failure", "SentenceClaim", "SentenceMention", "Told", "fault"]


class Check(Enum):
    """What is asked of a sentence, or of another place on a page."""

    PAGE = "page"
    CELL = "cell"
    VERDICT = "verdict"
    CITATION = "citation"
    RESIDUE = "residue"
    ENTAILMENT = "entailment"
    ROLES = "roles"
    NEGATION = "negation"
    MENTION = "mention"
    PRONOUN = "pronoun"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class Failure:
    """A place on a page, and why it does not hold.

    >>> Failure("row 'date of birth'", "the relation is different, not same").where
    "row 'date of birth'"
    """

    where: str
    problem: str
    check: Check = Check.PAGE


@dataclass(frozen=True, slots=True)
class SentenceClaim:
    """A claim as a page has it: its kind, its question, and the statements it names, if any."""

    kind: str
    ask: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceMention:
    """Where a page says that an entity is mentioned, and in which form."""

    start: int
    end: int
    entity: str
    form: str = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence as a page has it."""

    text: str
    evidence: tuple[str, ...]
    claims: tuple[SentenceClaim, ...]
    mentions: tuple[SentenceMention, ...] = ()


def fault(text: str, problem: str, check: Check) -> Failure:
    """Return what is wrong with a sentence."""
    return Failure(f"sentence {text!r}", problem, check)
