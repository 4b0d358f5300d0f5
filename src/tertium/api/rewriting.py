"""Puts sentences of a page into the words of another program, where the checker allows it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Protocol

from tertium.checking import SentenceClaim, SentenceMention, Told
from tertium.model.narrative import Mention, MentionForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tertium.api.page import Page
    from tertium.api.running import Run
    from tertium.checking import Failure
    from tertium.model.narrative import Sentence

__all__ = ["Rewriting", "rewritten"]

_LONGEST: Final = 2000
_FOLDED: Final = "~"
"""Before words that may be written small or large."""


class _Checks(Protocol):
    """What checks a sentence, given those before it in its paragraph."""

    def sentence(self, told: Told, before: Sequence[Told] = ()) -> tuple[Failure, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """How it went: of the sentences asked for, how many were kept and how many refused.

    `unchanged` came back in our words, `unanswered` not at all; `garbage` counts lines which are no
    answer. `refused` has each text with what is wrong with it.
    """

    asked: int
    kept: int
    unchanged: int
    garbage: int
    refused: tuple[tuple[str, str], ...]
    trouble: str = ""

    @property
    def unanswered(self) -> int:
        """How many sentences the program left out."""
        return self.asked - self.kept - self.unchanged - len(self.refused)

    @property
    def note(self) -> str:
        """How it went, in a line."""
        counts = (
            (f"{len(self.refused)} refused by the checker", len(self.refused)),
            (f"{self.unchanged} unchanged", self.unchanged),
            (f"{self.unanswered} unanswered", self.unanswered),
            (f"{self.garbage} lines not understood", self.garbage),
            (self.trouble, len(self.trouble)),
        )
        told = "".join(f"; {words}" for words, count in counts if count)
        return f"rewrite: {self.kept} of {self.asked} sentences kept{told}"


def rewritten(page: Page, run: Callable[[str], Run], checker: _Checks) -> tuple[Page, Rewriting]:
    """Return a page with those of a program's sentences that the checker lets pass."""
    narrative = page.narrative
    paragraphs = (narrative.summary, *(section.sentences for section in narrative.sections))
    ran = run("".join(_questions(paragraphs, narrative.language)))
    answers, garbage = _answers(ran.output.splitlines())
    desk = _Desk(checker, answers)
    summary, *sections = [desk.paragraph(sentences) for sentences in paragraphs]
    told = replace(
        narrative,
        summary=summary,
        sections=tuple(
            replace(section, sentences=sentences)
            for section, sentences in zip(narrative.sections, sections, strict=True)
        ),
    )
    done = Rewriting(
        asked=desk.asked,
        kept=desk.kept,
        unchanged=desk.unchanged,
        garbage=garbage,
        refused=tuple(desk.refused),
        trouble=ran.trouble,
    )
    return replace(page, narrative=told), done


def _questions(paragraphs: Iterable[Sequence[Sentence]], language: str) -> Iterator[str]:
    """Yield a line for each sentence: what it says, whom it names, what stands before it."""
    number = 0
    for sentences in paragraphs:
        before = ""
        for sentence in sentences:
            names = dict.fromkeys(_said(sentence, mention) for mention in sentence.mentions)
            question = {
                "id": str(number),
                "text": sentence.text,
                "language": language,
                "names": list(names),
                "before": before,
            }
            yield json.dumps(question, ensure_ascii=False) + "\n"
            number, before = number + 1, sentence.text


def _answers(lines: Iterable[str]) -> tuple[Mapping[str, str], int]:
    """Return the first text for each number, and how many lines are no answer."""
    found: dict[str, str] = {}
    garbage = 0
    for line in filter(str.strip, lines):
        answer = _answer(line)
        if answer is None:
            garbage += 1
        else:
            found.setdefault(*answer)
    return found, garbage


def _answer(line: str) -> tuple[str, str] | None:
    try:
        match json.loads(line):
            case {"id": str(number), "text": str(text)} if 0 < len(text) <= _LONGEST:
                return number, text
    except (ValueError, RecursionError):
        pass
    return None


@dataclass(slots=True)
class _Desk:
    """Where sentences are weighed, one by one, in their order."""

    checker: _Checks
    answers: Mapping[str, str]
    asked: int = 0
    kept: int = 0
    unchanged: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)

    def paragraph(self, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        told: list[Sentence] = []
        for sentence in sentences:
            told.append(self._better(sentence, [_told(one) for one in told]))
            self.asked += 1
        return tuple(told)

    def _better(self, sentence: Sentence, before: Sequence[Told]) -> Sentence:
        text = self.answers.get(str(self.asked))
        if text is None:
            return sentence
        if text == sentence.text:
            self.unchanged += 1
            return sentence
        other = replace(sentence, text=text, mentions=_mentions(sentence, text), rewritten=True)
        problem = self._problem(sentence, other, before)
        if problem:
            self.refused.append((text, problem))
            return sentence
        self.kept += 1
        return other

    def _problem(self, sentence: Sentence, other: Sentence, before: Sequence[Told]) -> str:
        """Return what is wrong with other words for a sentence; empty when nothing is."""
        if any(ord(char) < ord(" ") for char in other.text):
            return "it has a control character"
        missing = {m.entity for m in sentence.mentions} - {m.entity for m in other.mentions}
        if missing:
            return f"it does not name {min(missing)}"
        found = self.checker.sentence(_told(other), before)
        return found[0].problem if found else ""


def _mentions(sentence: Sentence, text: str) -> tuple[Mention, ...]:
    """Return where a text mentions those whom a sentence mentions, by the same words.

    A pronoun, and a word such as "both", may be written small or large.
    """
    said: dict[str, list[Mention]] = {}
    for mention in sentence.mentions:
        said.setdefault(_key(sentence, mention), []).append(mention)
    words = "|".join(map(_pattern, sorted(said, key=lambda key: (-len(key), key))))
    places = re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text) if words else ()
    moved = (
        replace(mention, start=place.start(), end=place.end())
        for place in places
        for mention in said.get(place.group()) or said[_FOLDED + place.group().casefold()]
    )
    found = dict.fromkeys(moved)
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.entity)))


def _key(sentence: Sentence, mention: Mention) -> str:
    said = _said(sentence, mention)
    plain = mention.form in {MentionForm.PRONOUN, MentionForm.GROUP}
    return _FOLDED + said.casefold() if plain else said


def _pattern(key: str) -> str:
    bare = re.escape(key.removeprefix(_FOLDED))
    return f"(?i:{bare})" if key.startswith(_FOLDED) else bare


def _said(sentence: Sentence, mention: Mention) -> str:
    return sentence.text[mention.start : mention.end]


def _told(sentence: Sentence) -> Told:
    return Told(
        text=sentence.text,
        evidence=tuple(statement.iri for statement in sentence.evidence),
        claims=tuple(
            SentenceClaim(one.kind.value, one.ask, tuple(s.iri for s in one.statements))
            for one in sentence.claims
        ),
        mentions=tuple(
            SentenceMention(one.start, one.end, one.entity, one.form.value)
            for one in sentence.mentions
        ),
    )
