"""How a property is said in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from tertium.model.card import Card
from tertium.model.terms import Iri

__all__ = ["Form", "Gender", "Lexicon", "Number", "Tense", "Use", "ValueNoun", "VerbFrame", "Voice"]


class Number(Enum):
    """How many the subject names."""

    SINGULAR = "singular"
    PLURAL = "plural"


class Gender(Enum):
    """The gender of the subject, in languages whose verbs tell it."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"


class Tense(Enum):
    """The tense of a form that is not for every time."""

    PRESENT = "present"
    PAST = "past"


class Voice(Enum):
    """Who is the subject: the thing described, or (passive) the value."""

    ACTIVE = "activeVoice"
    PASSIVE = "passiveVoice"


class Use(Enum):
    """Where a form stands.

    `CLAUSE` is a verb phrase, `BOTH` one for two subjects where it is not the plural, `COUNT` one
    before values which can be counted ("is a film" of a genre), `CONTRAST` what is left of it in a
    second clause, `NOUN` the noun phrase that names the property.
    """

    CLAUSE = "clause"
    BOTH = "both"
    COUNT = "countNoun"
    CONTRAST = "contrast"
    NOUN = "noun"


class ValueNoun(Enum):
    """What kind of noun names the values of a property.

    `NAME` is a proper name, `DEFINITE` one that takes "the", `COUNT` a common noun of things that
    can be counted ("a lawyer"), `MASS` one that takes no article ("atheism"), `TITLE` an office
    or a work, which takes none either.
    """

    NAME = "name"
    DEFINITE = "definite"
    COUNT = "countNoun"
    MASS = "massNoun"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a verb frame; `None` where it does not depend on that."""

    text: str
    number: Number | None = None
    gender: Gender | None = None
    tense: Tense | None = None
    voice: Voice = Voice.ACTIVE
    use: Use = Use.CLAUSE


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """The verb phrase of a property: its values follow, or stand where it has an ellipsis (…).

    `forms` are the others it has besides singular and plural, `values` what its values are.
    """

    singular: str
    plural: str
    forms: tuple[Form, ...] = ()
    values: ValueNoun = ValueNoun.NAME
    _found: dict[object, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The forms that were asked for: pages ask for the same few again and again."""

    def form(
        self,
        *,
        number: Number = Number.SINGULAR,
        gender: Gender | None = None,
        tense: Tense | None = None,
        voice: Voice = Voice.ACTIVE,
        use: Use = Use.CLAUSE,
    ) -> str:
        """Return the form that fits best; empty when there is none of that voice or use.

        Number counts before gender, gender before tense; a form that does not depend on them is
        nearer than one for another.

        >>> frame = VerbFrame("was written by", "were written by")
        >>> frame.form(number=Number.PLURAL, tense=Tense.PRESENT), frame.form(use=Use.NOUN)
        ('were written by', '')
        """
        asked = (number, gender, tense, voice, use)
        found = self._found.get(asked)
        if found is None:
            found = self._found[asked] = min(
                (one for one in self._all if (one.voice, one.use) == (voice, use)),
                key=lambda one: _misfit(one, (number, gender, tense)),
                default=Form(text=""),
            ).text
        return found

    def has(self, *, voice: Voice = Voice.ACTIVE, use: Use = Use.CLAUSE) -> bool:
        """Return whether there is a form of that voice and use, be it empty.

        >>> left = Form(text="", use=Use.CONTRAST)
        >>> VerbFrame("wrote", "wrote", (left,)).has(use=Use.CONTRAST)
        True
        """
        return any((one.voice, one.use) == (voice, use) for one in self._all)

    def mapped(self, change: Callable[[str], str]) -> "VerbFrame":
        """Return the frame with every form changed."""
        forms = tuple(replace(one, text=change(one.text)) for one in self.forms)
        return replace(
            self, singular=change(self.singular), plural=change(self.plural), forms=forms
        )

    @property
    def multiplies(self) -> bool:
        """Whether two subjects have values in the plural: lawyers, but not strokes."""
        return self.values is ValueNoun.COUNT or self.has(use=Use.COUNT)

    @property
    def _all(self) -> tuple[Form, ...]:
        return (
            Form(text=self.singular, number=Number.SINGULAR),
            Form(text=self.plural, number=Number.PLURAL),
            *self.forms,
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The verb frames of one language, by property, and the card by which sentences are built.

    Without a card they are built by a narrator of the language's own.
    """

    language: str = "en"
    frames: Mapping[Iri, VerbFrame] = field(default_factory=dict)
    card: Card | None = None


def _misfit(form: Form, wanted: tuple[Number, Gender | None, Tense | None]) -> tuple[int, int, int]:
    number, gender, tense = wanted
    return (
        _distance(form.number, number),
        _distance(form.gender, gender),
        _distance(form.tense, tense),
    )


def _distance(has: Enum | None, wanted: Enum | None) -> int:
    """Return 0 for what was asked, 1 for a form that fits everything, 2 for another."""
    if has is wanted:
        return 0
    return 1 if has is None else 2
