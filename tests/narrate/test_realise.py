from collections.abc import Mapping
from dataclasses import dataclass

from tertium.model.lexicon import Gender
from tertium.model.narrative import Claim, ClaimKind
from tertium.model.statement import Statement
from tertium.model.values import Entity
from tertium.narrate.messages import Message, Path, Side, Stated, statements_of
from tertium.narrate.phrases import Name, Phrase
from tertium.narrate.realise import Draft, write
from tertium.narrate.refer import Names
from tests.narrate.builders import about, fact

ONE, OTHER = about("Ada", fact("ideology", "peace"), fact("ideology", "war")).statements


@dataclass(frozen=True, slots=True)
class Scripted:
    """A language which knows only what it is told."""

    phrases: tuple[Phrase, ...]
    markers: tuple[str, ...] = ("", "")

    @property
    def pronouns(self) -> Mapping[Gender, str]:
        return {}

    def name(self, entity: Entity) -> str:
        return entity.label

    def frame(self, statement: Statement) -> str:
        return statement.predicate.label

    def drafts(self, message: Message) -> tuple[Draft, ...]:
        claims = (Claim(kind=ClaimKind.STATED, statements=statements_of(message)),)
        size = len(statements_of(message))
        return tuple(
            Draft(phrase=(f"{size} ", *phrase), claims=claims, marker=marker)
            for phrase, marker in zip(self.phrases, self.markers, strict=False)
        )


def _texts(realiser: Scripted, *messages: Message) -> list[str]:
    return [s.text for s in write(messages, realiser, names=Names())]


def test_what_has_no_words_is_left_out() -> None:
    assert _texts(Scripted(()), Path((ONE,))) == []


def test_the_shorter_of_two_wordings_is_used_when_the_other_is_too_long() -> None:
    long = Scripted((("word " * 40,), ("word",)))
    assert _texts(long, Stated(Side(ONE.subject, ((ONE, OTHER),)))) == ["2 word."]


def test_nothing_is_left_out_of_what_is_too_long() -> None:
    long = Scripted((("word " * 40,),))
    assert _texts(long, Stated(Side(ONE.subject, ((ONE, OTHER),))))[0].startswith("2 word")


def test_markers_take_turns() -> None:
    script = Scripted((("so",), ("then",)), ("so", "then"))
    assert _texts(script, Path((ONE,)), Path((ONE,)), Path((ONE,))) == ["1 so.", "1 then.", "1 so."]


def test_mentions_are_kept() -> None:
    script = Scripted(((Name(ONE.subject, "Ada"), " won"),))
    (sentence,) = write([Path((ONE,))], script, names=Names())
    (mention,) = sentence.mentions
    assert sentence.text[mention.start : mention.end] == "Ada"
