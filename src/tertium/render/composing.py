"""Lays a comparison and its narrative out as a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from tertium.model.comparison import Cell, Comparison, Row
from tertium.model.description import Description
from tertium.model.narrative import Narrative, Sentence
from tertium.model.statement import Rank, Source, Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Text, Value
from tertium.model.verdict import Relation
from tertium.render.cutting import cut, readable
from tertium.render.escaping import visible, web_address
from tertium.render.explaining import say_explanation
from tertium.render.layout import (
    Band,
    Box,
    Chapter,
    Citation,
    Evidence,
    Heading,
    Item,
    Layout,
    Line,
    Passage,
    Standing,
    Words,
    Work,
)
from tertium.render.notes import Notes
from tertium.render.reading import rows_by_facet, statements_counted, statements_read
from tertium.render.selecting import say_selection
from tertium.render.speech import ENGLISH, Sign, Speech
from tertium.render.summing import say_tally
from tertium.render.wording import is_contested, say_measure, say_title

__all__ = ["compose"]

_MANY: Final = 4
"""So many entities stand one below the other, unless it is asked for otherwise."""
_MEETINGS: Final = frozenset({Relation.OVERLAPPING, Relation.RELATED})


def compose(comparison: Comparison, narrative: Narrative) -> Layout:
    """Return the page: what it says is settled here, how it looks is not."""
    most = readable(comparison)
    notes = Notes.of(statements_read(cut(comparison, most=most), narrative))
    return _Composer(comparison, notes, Speech(narrative.card), most).layout(narrative)


@dataclass(frozen=True, slots=True)
class _Composer:
    """Turns the nouns of a comparison into those of a page, under the same notes."""

    comparison: Comparison
    notes: Notes
    speech: Speech
    most: int

    def layout(self, narrative: Narrative) -> Layout:
        comparison = self.comparison
        counted = statements_counted(comparison, narrative)
        return Layout(
            title=visible(say_title(comparison)),
            language=visible(comparison.language),
            headings=tuple(map(_heading, comparison.entities)),
            notice=_sentence(comparison.comparability.reason),
            summary=self._chapter(self._question, narrative.summary),
            relations=self._chapter(self.speech.sign(Sign.CONNECTED), narrative.relations),
            selection=say_selection(comparison),
            transposed=self._transposed,
            caption=self._caption,
            bands=tuple(self._bands()),
            detail=tuple(self._chapter(one.heading, one.sentences) for one in narrative.sections),
            works=tuple(_work(number, source) for number, source in self.notes),
            origin=self.speech.origin(comparison, counted),
            invitation=self.speech.invitation(counted),
            signs=self.speech.signs,
        )

    @property
    def _transposed(self) -> bool:
        wanted, count = self.comparison.transposed, len(self.comparison.entities)
        return count >= _MANY if wanted is None else wanted and count > 1

    @property
    def _labels(self) -> Mapping[Iri, str]:
        return {one.iri: one.label for one in self.comparison.entities}

    @property
    def _question(self) -> str:
        alone = len(self.comparison.entities) == 1
        return self.speech.sign(Sign.BRIEF if alone else Sign.QUESTION)

    @property
    def _caption(self) -> str:
        labels = tuple(visible(entity.label) for entity in self.comparison.entities)
        return self.speech.sign(Sign.CAPTION).format(names=self.speech.listed(labels))

    @property
    def _called(self) -> tuple[str, ...]:
        return tuple(one.short_name or one.label for one in self.comparison.entities)

    def _bands(self) -> Iterator[Band]:
        for facet, rows in rows_by_facet(self.comparison):
            yield Band(visible(facet.label), tuple(map(self._line, rows)))

    def _line(self, row: Row) -> Line:
        compared = len(row.cells) > 1
        reason = visible(row.reason) if compared else ""
        return Line(
            predicate=Words(visible(row.predicate.label), row.predicate.iri),
            boxes=tuple(
                self._box(row, cell, entity=description.entity)
                for cell, description in zip(row.cells, self.comparison.entities, strict=True)
            ),
            relation=row.relation.value if compared else "",
            verdict=self.speech.relation(row.relation) if compared else "",
            reason=reason,
            aside=_aside(row, reason) if self.speech.explains else "",
            account=visible(say_explanation(row, self._called)),
            tally=tuple(map(visible, say_tally(row, self._labels))),
        )

    def _box(self, row: Row, cell: Cell, *, entity: Entity) -> Box:
        counted = cell.statements[: self.most]
        others = cell.others[: self.most - len(counted)]
        return Box(
            entity=_words(entity),
            state=cell.state,
            words="" if cell.statements else self.speech.state(cell.state),
            items=(
                *self._counted(row, counted),
                *(self._item(row, one, standing=_beside(one)) for one in others),
            ),
            why=visible(cell.why),
            more=len(cell.shown) - len(counted) - len(others),
            remainder=self.speech.sign(Sign.MORE),
        )

    def _counted(self, row: Row, statements: tuple[Statement, ...]) -> Iterator[Item]:
        for place, one in enumerate(statements):
            item = self._item(row, one, standing=Standing.COUNTED)
            same = self.speech.agreement(one, islice(statements, place))
            yield replace(item, circumstances=same + item.circumstances) if same else item

    def _item(self, row: Row, statement: Statement, *, standing: Standing) -> Item:
        return Item(
            words=_words(statement.value, self.speech),
            circumstances=visible(self.speech.circumstances(statement, row)),
            standing=standing,
            contested=is_contested(statement, row),
            dispute=visible(self.speech.dispute(statement)),
            evidence=self._evidence(statement),
        )

    def _chapter(self, heading: str, sentences: tuple[Sentence, ...]) -> Chapter:
        return Chapter(visible(heading), tuple(map(self._passage, sentences)))

    def _passage(self, sentence: Sentence) -> Passage:
        return Passage(
            words=tuple(words for words in _cut(sentence) if words.text),
            evidence=tuple(map(self._evidence, sentence.evidence)),
        )

    def _evidence(self, statement: Statement) -> Evidence:
        return Evidence(
            statement.iri,
            web_address(statement.iri),
            visible(self.speech.briefly(statement)),
            tuple(
                Citation(
                    self.notes.number(reference.source),
                    visible(reference.source.label),
                    visible(reference.locator),
                )
                for reference in statement.references
            ),
            tuple(map(visible, self.speech.qualifiers(statement))),
            "" if statement.rank is Rank.NORMAL else statement.rank.value,
        )


def _aside(row: Row, reason: str) -> str:
    """Return what a reader cannot see from the cells alone."""
    if row.relation in _MEETINGS:
        return reason if row.tally is None else ""
    return visible(say_measure(row))


def _sentence(words: str) -> str:
    return f"{visible(words)}." if words else ""


def _beside(statement: Statement) -> Standing:
    return Standing.DEPRECATED if statement.rank is Rank.DEPRECATED else Standing.OUTRANKED


def _heading(description: Description) -> Heading:
    return Heading(_words(description.entity), visible(description.description))


def _work(number: int, source: Source) -> Work:
    return Work(number, visible(source.citation), web_address(source.url), visible(source.licence))


def _words(value: Value, speech: Speech = ENGLISH) -> Words:
    text = visible(speech.label(value))
    match value:
        case Entity():
            return Words(text, value.iri, value.language)
        case Text():
            return Words(text, language=value.language)
        case _:
            return Words(text)


def _cut(sentence: Sentence) -> Iterator[Words]:
    at, languages = 0, _languages(sentence)
    for mention in sorted(sentence.mentions):
        if mention.start >= at:
            yield Words(visible(sentence.text[at : mention.start]))
            text = visible(sentence.text[mention.start : mention.end])
            yield Words(text, mention.entity, languages.get(mention.entity, ""))
            at = mention.end
    yield Words(visible(sentence.text[at:]))


def _languages(sentence: Sentence) -> Mapping[Iri, str]:
    """Return the languages of the labels of what a sentence tells, by entity."""
    told = (v for s in sentence.evidence for v in (s.value, *(q.value for q in s.qualifiers)))
    return {one.iri: one.language for one in told if isinstance(one, Entity)}
